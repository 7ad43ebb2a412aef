// Tells the language of a text: by its script where that is enough, by letter trigrams (franc) elsewhere.
import { francAll } from "franc-min";

// The most frequent characters of news that exist in one of the two Chinese scripts alone, counted in both.
const traditionalOnly = new Set(
  "國會為發時對與動電後灣將長於進說員場來報業過關這個開區學現經並議機運數總隊選資黨間強風體導內當應點務計亞統記車東調續戰萬賽預軍約團實處聯產眾擊認編辦問參兩無組舉輯達們際華陳沒號設張帶協讓獎氣項據單決還連題慶領勢專從獲結訪創線規億響濟較黃論價維爾標別門雙縣備瑪護營則檢許確見傷證視書義觀傳況醫級襲網費請爭種歐變轉衛薩園遊樂歲難顯職質訊颱烏術賴韓積準幣復環節責離減險戶廠監鐵羅繼穩銀給採邊熱話嚴執謝測狀劃艦裝廣極島陸頭評樣聞優潛館駐競緊態須構圍師畫綜籲驗擔隨訴討楊終譯製紀購歷習暫談屆",
);
const simplifiedOnly = new Set(
  "国这为对会发来们与个将于时并动经关马说后尔进战军该长现罗报亚开机称兰内数业当导据间总领资产击电场实乌问权还欧统联从区认党计务学应两达没调无题济际组声东种袭车续决项点举选视华万预结亿变参许设织网协责价获图访冲规处样几湾团弹确别复响采难显让势术装标备岛继则评况纳维么众证边记护话门级债诺离专担尽习给极奥卫补质谈观历创严态传财转奖险试仅线广见犹临诉费气头风连贝减类币负随监闻紧萨营张断伤单额双须杀斗银货绝号赛顿拥销办节压独竞够针陆远苏吁围纪医购舰贸执终飞环",
);

const sampleLength = 4000;
// Below so many letters a guess by trigrams is weaker than what the page says of itself.
const surestFrom = 200;
const shortestGuess = 20;

/**
 * The text's language as BCP 47: zh-Hant, zh-Hans, ja, ko, en, fr …; "zh" when nothing tells the script, "und" when
 * nothing tells the language. `declared` is what the page says; it decides only where the text leaves it open.
 */
export function detectLanguage(text: string, declared: string | null): string {
  const sample = text.slice(0, sampleLength);
  const claimed = canonicalLanguage(declared);
  return eastAsianLanguage(sample, claimed) ?? spelledLanguage(sample, claimed) ?? claimed ?? "und";
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function eastAsianLanguage(text: string, claimed: string | null): string | null {
  const han = count(text, /\p{Script=Han}/gu);
  // Chinese reports quote Japanese titles; Japanese prose is half kana outside of quotations too.
  const kana = count(withoutQuotations(text), /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(text, /\p{Script=Hangul}/gu);
  const eastAsian = han + kana + hangul;
  // A Latin word has five letters where a Chinese one has one or two.
  if (eastAsian === 0 || eastAsian * 5 < count(text, /\p{L}/gu) - eastAsian) return null;
  if (hangul > eastAsian / 5) return "ko";
  if (kana > (han + kana) / 10) return "ja";
  return claimed === "ja" && kana > 0 ? "ja" : chineseScript(text, claimed);
}

function withoutQuotations(text: string): string {
  const rest = text.replaceAll(/[《「『“（(][^《「『“（(》」』”）)]{0,80}[》」』”）)]/g, "");
  return rest.length > text.length / 4 ? rest : text;
}

function chineseScript(text: string, claimed: string | null): string {
  let balance = 0;
  for (const character of text) {
    if (traditionalOnly.has(character)) balance++;
    else if (simplifiedOnly.has(character)) balance--;
  }
  if (balance !== 0) return balance > 0 ? "zh-Hant" : "zh-Hans";
  return claimed !== null && /^(zh|ja)\b/.test(claimed) ? claimed : "zh";
}

function spelledLanguage(text: string, claimed: string | null): string | null {
  const letters = count(text, /\p{L}/gu);
  // No other language is written in this script, however short the text.
  if (count(text, /[ก-ฮ]/g) > letters / 5) return "th";
  if (letters < shortestGuess) return null;
  const guesses = francAll(text, { minLength: shortestGuess });
  const [best] = guesses;
  if (best === undefined || best[0] === "und") return null;
  const language = canonicalLanguage(best[0]);
  const support = guesses.find(([code]) => canonicalLanguage(code) === claimed)?.[1] ?? 0;
  return letters < surestFrom && support > 0.8 ? claimed : language;
}

/** A tag as pages and feeds state it (`zh_TW`, `en-GB`, `fra`) in the form used here; null for none and for nonsense. */
export function canonicalLanguage(tag: string | null): string | null {
  try {
    const locale = new Intl.Locale((tag ?? "").trim().replaceAll("_", "-"));
    if (locale.language === "und") return null;
    if (locale.language !== "zh") return locale.language;
    if (locale.script === undefined && locale.region === undefined) return "zh";
    return `zh-${locale.maximize().script}`;
  } catch {
    return null;
  }
}
