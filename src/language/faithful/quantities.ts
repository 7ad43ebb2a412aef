// Numbers with what they measure: 三成 is 30 %, 5公里 is 5 km, 1.2億元 is NT$120 million, 三分之一 is a third.
import { type Numeral, readHan, readNumerals } from "./numerals.ts";
import { type Statement, valueKey } from "./statement.ts";
import { backersOf, unitOf } from "./units.ts";

// Behind these a single 三 is a number; elsewhere it may be part of a name, such as 三星 or 四川.
const counters =
  /^(?:[个名位人次场件起家间所座处栋架艘辆台部枚领颗支只条张份项种款届年月日天周时分秒点岁元块倍度级楼层线国县市省州校队局票席例期阶代组套批波轮胜败死伤大方区村站店房道本匹册社回轩户字句页箱瓶杯碗片段折成号路车更] ?|小时|星期|万|亿|-\d)/;

/** The quantities and bare numbers of the folded text. */
export function quantitiesOf(text: string): readonly Statement[] {
  const { rest, shares } = takeShares(text);
  const numerals = readNumerals(rest).filter((numeral) => isNumber(rest, numeral));
  return [...shares, ...numerals.map((numeral, index) => statementOf(rest, numeral, numerals[index + 1]))];
}

function isNumber(text: string, { start, end, value, isPlain }: Numeral): boolean {
  if (isPlain) return !/^千万(?=[别不要])/.test(text.slice(start, end + 1));
  const before = text.charAt(start - 1);
  // 第三, 約三, 十 in 十分: only a counter or an ordinal's mark makes a number of a single character; 一 is an article as well.
  if (value === 1 || /^十分(?!钟)/.test(text.slice(start, start + 3))) return false;
  return before === "第" || counters.test(text.slice(end, end + 4)) || unitOf(text, start, end) !== null;
}

function statementOf(text: string, numeral: Numeral, next: Numeral | undefined): Statement {
  const { start, end, value, isVague } = numeral;
  const key = valueKey(value);
  if (isVague)
    return { kind: "number", written: text.slice(start, end), start, end, asks: [`v:${key}`], gives: [`v:${key}`] };
  const unit = unitOf(text, start, end);
  const stop = unit?.end ?? end;
  const written = text.slice(start, stop);
  const listed = unit === null && next !== undefined ? listUnit(text, numeral, next) : null;
  const bare = [`n:${key}`, `v:${valueKey(10 ** Math.floor(Math.log10(value || 1)))}`];
  const known = [...bare, ...measured(value, unit?.code), ...measured(value, listed)];
  if (unit !== null) {
    const asks = backersOf(unit.code).flatMap((code) => measured(value, code));
    return { kind: "quantity", written, start, end: stop, asks, gives: known };
  }
  const year = /^(?:19|20)\d\d$/.test(written) ? [`y:${key}`] : [];
  const counted = countedAs(text.slice(end, end + 8));
  const asks = counted === "" ? [`n:${key}`, ...year] : [`c:${key}${counted}`, `c:${key}`];
  return { kind: "number", written, start, end, asks, gives: [...known, ...year, `c:${key}${counted}`] };
}

// What Chinese and Japanese count with says what is counted; 個 and most others say too little.
const counted: readonly (readonly [string, RegExp])[] = [
  ["人", /^ ?(?:多|余|几)?(?:人(?!次)|名|位(?!数)|死|伤|罹)/],
  ["次", /^ ?(?:多|余)?(?:次|回(?!合)|度(?!假|过))/],
  ["件", /^ ?(?:多|余)?(?:件|起(?!跌|跑)|宗|案)/],
  ["家", /^ ?(?:多|余)?(?:家|间|所)/],
  ["岁", /^ ?(?:多|余)?岁/],
  ["局", /^局/],
  ["胜", /^胜/],
  ["败", /^败/],
  ["分", /^分(?!之|钟)/],
  ["屆", /^[届期]/],
];

const countedAs = (behind: string): string => counted.find(([, pattern]) => pattern.test(behind))?.[0] ?? "";

/** 2000、3000公里 and 5 to 10 percent give the unit once. */
function listUnit(text: string, { end }: Numeral, next: Numeral): string | null {
  const between = text.slice(end, next.start);
  if (!/^\s?(?:、|,|和|与|及|或|至|到|~|-|–|and|to|or|から|에서)\s?$/.test(between)) return null;
  return unitOf(text, next.start, next.end)?.code ?? null;
}

function measured(value: number, code: string | null | undefined): readonly string[] {
  if (code === null || code === undefined) return [];
  return code === "%" ? [shareKey(value / 100)] : [`q:${valueKey(value)}${code}`];
}

const shareKey = (share: number): string => `s:${Number(share.toFixed(6))}`;

const number = String.raw`\d{1,9}(?:\.\d{1,9})?|[〇零一二三四五六七八九两十百千]{1,9}`;
const shareForms: readonly (readonly [RegExp, (...parts: readonly string[]) => number | null])[] = [
  [new RegExp(`(${number})分之(${number})(?:点([〇零一二三四五六七八九]{1,9}))?`, "g"), fraction],
  [new RegExp(`(${number})分の(${number})`, "g"), fraction],
  [/(\d{1,9})분의 ?(\d{1,9})/g, fraction],
  [
    new RegExp(`(${number})成([一二三四五六七八九](?![万亿]))?(?![为立员长功效果本交人熟就年绩])`, "g"),
    (tens, ones) => sum(tens, ones, 10),
  ],
  [new RegExp(`(${number})割(${number})?`, "g"), (tens, ones) => sum(tens, ones, 10)],
  [/半数|一半|半分|절반|\bhalf\b(?![- ](?:an? )?(?:hour|year|day|time|century|mile|dozen))/g, () => 0.5],
  [/\b(two|three|four)[- ](third|quarter|fifth|fourth)s\b|\b(?:a|one)[- ](third|quarter|fifth)\b/g, englishFraction],
];

function takeShares(text: string): { rest: string; shares: readonly Statement[] } {
  let rest = text;
  const shares: Statement[] = [];
  for (const [pattern, shareOf] of shareForms) {
    rest = rest.replace(pattern, (whole: string, ...found: unknown[]) => {
      const parts = found.slice(0, -2).map((part) => (typeof part === "string" ? part : ""));
      const start = Number(found.at(-2));
      const share = shareOf(...parts);
      if (share === null || share > 100) return whole;
      const key = shareKey(share);
      shares.push({ kind: "quantity", written: whole, start, end: start + whole.length, asks: [key], gives: [key] });
      return " ".repeat(whole.length);
    });
  }
  return { rest, shares };
}

const numeralOf = (text: string | undefined): number | null =>
  !text ? null : /^\d/.test(text) ? Number(text) : readHan(text);

function fraction(whole?: string, part?: string, decimals = ""): number | null {
  const [divisor, dividend] = [numeralOf(whole), numeralOf(part)];
  if (divisor === null || dividend === null || divisor === 0) return null;
  const tail = [...decimals.replaceAll("零", "〇")].map((digit) => "〇一二三四五六七八九".indexOf(digit)).join("");
  return Number(`${dividend}.${tail || "0"}`) / divisor;
}

function sum(tens?: string, ones?: string, base = 10): number | null {
  const [first, second] = [numeralOf(tens), numeralOf(ones) ?? 0];
  return first === null || first > base ? null : first / base + second / base ** 2;
}

const dividends: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };
const divisors: Readonly<Record<string, number>> = { third: 3, quarter: 4, fourth: 4, fifth: 5 };

function englishFraction(count?: string, parts?: string, part?: string): number | null {
  return (dividends[count ?? ""] ?? 1) / (divisors[(parts ?? "") || (part ?? "")] ?? 1);
}
