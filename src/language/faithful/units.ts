// Units of measure in the languages of the product, one code each, so that 5公里 and 5 km are one quantity and 5 miles another.
// Counters (人, 件, people) are no units here: languages differ too much in where they put one.

/** Units that stand behind the number, in folded text; longer ones first where one begins another. */
const units: readonly (readonly [code: string, pattern: string])[] = [
  [
    "%",
    "%|个?百分点|percent(?:age points?)?|per cent|pct|ぱーせんとぽいんと|ぱーせんと|퍼센트포인트|퍼센트|프로(?!그|젝|야|축|농|듀)",
  ],
  ["TWD", "(?:元)?(?:新)?(?:台币|台湾元)|대만달러"],
  ["USD", "美元|美金|米どる|us dollars?|usd"],
  ["HKD", "港元|港币|港纸"],
  ["CNY", "人民币|元人民币|yuan|renminbi|위안|人民元"],
  ["JPY", "日元|日圆|日币|圆|yen|엔(?![가-힣])"],
  ["KRW", "韩元|韩圆|韩币|won\\b|원(?![가-힣])"],
  ["EUR", "欧元|euros?|ゆーろ|유로"],
  ["GBP", "英镑|pounds?|ぽんど|파운드"],
  ["$", "どる|달러|dollars?"],
  ["元", "元|块钱|块(?!石|土)"],
  ["km2", "平方公里|平方千米|平方きろめーとる|square (?:kilomet(?:er|re)s?|km)|km2|제곱킬로미터"],
  ["m2", "平方公尺|平方米|平米|平方めーとる|square met(?:er|re)s?|m2|제곱미터"],
  ["ha", "公顷|へくたーる|hectares?|ha\\b|헥타르"],
  ["acre", "英亩|えーかー|acres?|에이커"],
  ["坪", "坪|평(?=\\s|$)"],
  ["km", "公里|千米|きろめーとる|kilomet(?:er|re)s?|km|킬로미터|きろ(?!ぐらむ|わっと)"],
  ["mile", "英里|哩|まいる|miles?|mph|마일"],
  ["cm", "公分|厘米|せんちめーとる|せんち|centimet(?:er|re)s?|cm|센티미터|센티"],
  ["mm", "公厘|毫米|みりめーとる|みり|millimet(?:er|re)s?|mm|밀리미터"],
  ["nm", "奈米|纳米|なのめーとる|nanomet(?:er|re)s?|nm|나노미터|나노"],
  ["foot", "英尺|英呎|呎|ふぃーと|feet|foot|ft\\b|피트"],
  ["m", "公尺|米(?!军|国|其|饭|粉)|めーとる|met(?:er|re)s?|m|미터"],
  ["kg", "公斤|千克|きろぐらむ|kilograms?|kilos?|kg|킬로그램"],
  ["t", "公吨|吨|とん|tonnes?|tons?|톤"],
  ["g", "公克|克(?![兰里拉罗什利])|ぐらむ|grams?|그램"],
  ["l", "公升|升(?![至到为级学起息值])|りっとる|lit(?:er|re)s?|리터"],
  ["°C", "°c|度c|℃|degrees celsius"],
  ["°F", "°f|度f|degrees fahrenheit"],
  ["GW", "吉瓦|ぎがわっと|gigawatts?|gw|기가와트"],
  ["MW", "百万瓦|兆瓦|めがわっと|megawatts?|mw|메가와트"],
  ["year", "年间|年(?!级|代|份|度)|years?(?! old| of age)|년(?:간)?"],
  ["month", "个月|か月|ゖ月|かげつ|months?|개월|달(?![가-힣러])"],
  ["week", "个星期|星期|周间|周(?!年|岁|边)|个礼拜|礼拜|weeks?|주(?:간|일)?(?![가-힣])"],
  ["day", "天(?![后王气])|日间|days?|일간"],
  ["hour", "个?小时|个?钟头|时间|hours?|hrs?\\b|시간"],
  ["minute", "分钟|分间|minutes?|mins?\\b|분(?!의|기|야)"],
  ["second", "秒(?:钟)?|seconds?|secs?\\b|초(?![가-힣])"],
];

const unitAt = new RegExp(
  `[ -]?(?:多|余|几|odd )?[ -]?(?:${units.map(([, pattern], index) => `(?<u${index}>(?:${pattern}))`).join("|")})`,
  "y",
);

/** Currencies that stand before the number. */
const prefixes: readonly (readonly [code: string, pattern: RegExp])[] = [
  ["TWD", /(?:nt\$|ntd|新?台币)\s?(?:约|近|逾|达)?$/],
  ["HKD", /(?:hk\$|hkd|港币)\s?$/],
  ["USD", /(?:us\$|usd|美金)\s?$/],
  ["CNY", /(?:rmb|cny|人民币)\s?(?:约|近|逾|达)?$/],
  ["JPY", /(?:jpy|日币)\s?$/],
  ["¥", /[¥]\s?$/],
  ["KRW", /(?:₩|krw)\s?$/],
  ["EUR", /(?:€|eur)\s?$/],
  ["GBP", /(?:£|gbp)\s?$/],
  ["$", /\$\s?$/],
];

// 元 is what Taiwan, the mainland and Hong Kong call their own money, $ what dollars have in common, ¥ the sign of two.
const loose: Readonly<Record<string, readonly string[]>> = {
  元: ["TWD", "CNY", "HKD"],
  $: ["USD", "TWD", "HKD"],
  "¥": ["JPY", "CNY"],
};

export interface Unit {
  readonly code: string;
  /** Where the unit ends: behind the number, or at its end when the unit stands before it. */
  readonly end: number;
}

/** The unit of the number from `start` to `end` of the folded text; null when it has none that is known. */
export function unitOf(text: string, start: number, end: number): Unit | null {
  const before = text.slice(Math.max(0, start - 8), start);
  const prefix = prefixes.find(([, pattern]) => pattern.test(before))?.[0];
  unitAt.lastIndex = end;
  const match = unitAt.exec(text);
  const index = units.findIndex((_, at) => match?.groups?.[`u${at}`] !== undefined);
  const code = prefix ?? units[index]?.[0];
  if (code === undefined) return null;
  const isLatinTail = match !== null && /[a-z]$/.test(match[0]) && /^[a-z]/.test(text.slice(end + match[0].length));
  if (prefix === undefined && isLatinTail) return null;
  return { code, end: match === null || isLatinTail ? end : end + match[0].length };
}

/** Codes that a text which writes `code` may be backed up by: the very unit, and the looser names of the same money. */
export const backersOf = (code: string): readonly string[] => [
  code,
  ...(loose[code] ?? []),
  ...Object.keys(loose).filter((general) => loose[general]?.includes(code)),
];
