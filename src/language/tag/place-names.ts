// Names of countries and territories in the language of a text.

/** ISO 3166-1 alpha-2, without the regions that no one reports from; Intl has the names but no list of the codes. */
export const regionCodes: readonly string[] =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GL GM GN GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW".split(
    " ",
  );
// What newsrooms write where Intl has another name.
const newsroomNames: Readonly<Record<string, readonly string[]>> = {
  "zh-Hant": [
    "中國",
    "香港",
    "澳門",
    "南韓",
    "韓國",
    "北韓",
    "寮國",
    "阿聯",
    "波士尼亞",
    "加薩",
    "巴勒斯坦",
    "教廷",
    "歐盟",
    "英國",
    "美國",
  ],
  "zh-Hans": ["中国", "香港", "澳门", "韩国", "朝鲜", "阿联酋", "波黑", "加沙", "巴勒斯坦", "欧盟", "台湾"],
  ja: ["香港", "マカオ", "北朝鮮", "英国", "米国", "豪州", "パレスチナ", "ガザ", "EU", "ロシア"],
  ko: ["홍콩", "마카오", "북한", "한국", "영국", "유럽연합", "팔레스타인", "가자지구"],
  en: [
    "Hong Kong",
    "Macau",
    "Turkey",
    "Czech Republic",
    "Britain",
    "Palestine",
    "Gaza",
    "South Korea",
    "North Korea",
    "European Union",
  ],
};
const namesByLanguage = new Map<string, ReadonlySet<string>>();

/** Country and territory names as the language's newsrooms write them; English ones for languages that the product does not speak. */
export function countryNames(language: string): ReadonlySet<string> {
  const known = language === "zh" ? "zh-Hant" : language in newsroomNames ? language : "en";
  const names = namesByLanguage.get(known) ?? new Set([...regionNames(known), ...(newsroomNames[known] ?? [])]);
  namesByLanguage.set(known, names);
  return names;
}

function regionNames(language: string): readonly string[] {
  const names = new Intl.DisplayNames(language, { type: "region", style: "short", fallback: "none" });
  return regionCodes.flatMap((code) => names.of(code) ?? []);
}
