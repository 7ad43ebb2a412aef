// Numbers in running text, whatever they are written with: 1,200 · １２００ · 一千二百 · 1.2萬 · 2만5천 · twelve hundred.
// All functions take text that foldText has folded, where 萬 is 万, １ is 1 and Two is two.

export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Written with digits, or with more than one character or word: surely meant as a number. 三 alone may be part of a name. */
  readonly isPlain: boolean;
  /** 數百, hundreds: an order of magnitude, which `value` is. */
  readonly isVague: boolean;
}

const hanDigits = "〇一二三四五六七八九";
const magnitudes: Readonly<Record<string, number>> = {
  ...{ 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8, 兆: 1e12 },
  ...{ 십: 10, 백: 100, 천: 1000, 만: 1e4, 억: 1e8, 조: 1e12 },
  ...{ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, dozen: 12 },
  ...{ k: 1e3, bn: 1e9, mn: 1e6, tn: 1e12, trn: 1e12 },
};
const englishDigits =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const englishTens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const englishOrdinals =
  "- - - third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const koreanCounts: Readonly<Record<string, number>> = {
  ...{ 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10 },
};
const englishValues: Readonly<Record<string, number>> = Object.fromEntries([
  ...englishDigits.map((word, value) => [word, value]),
  ...englishTens.map((word, index) => [word, 20 + 10 * index]),
]);

const digits = String.raw`\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?`;
const largeHan = String.raw`[十百千]?[万亿兆]{1,3}|[十百千]|[십백천]?[만억조]{1,3}|[백천](?=\s?[\d원명])`;
// Nobody writes more of them in a row, and a text of nothing else would take long to read.
const longestHan = 12;
const segment = new RegExp(
  `(?<digits>${digits})(?<large>${largeHan})?|(?<han>[〇零○一二三四五六七八九两十百千]{1,${longestHan}})(?<hanLarge>[万亿兆]{1,3})?`,
  "y",
);
const englishWord = [...englishDigits, ...englishTens].join("|");
const englishLarge = "hundred|thousand|million|billion|trillion|dozen";
const english = new RegExp(
  `\\b(?:an?(?= (?:${englishLarge})\\b)|${englishWord})(?:(?:[ -]| and )(?:${englishWord}|${englishLarge})\\b)*`,
  "g",
);
const numberStart = /[\d〇零一二三四五六七八九两十百千]/g;
const largeWord = /(?:\s?-?(?:hundred|thousand|million|billion|trillion|dozen)|bn|mn|trn|tn|k)(?![a-z])/y;
const vagueHan = /[数几上수](?<size>[十百千万亿십백천만억]+)|(?<over>[百千])[余多](?=[^\d])/g;
const vagueEnglish =
  /\b(tens|dozens|scores|hundreds|thousands|millions|billions)(?: of (thousands|millions|billions))?\b/g;
const ordinals = new RegExp(
  `\\b(?:${englishOrdinals.filter((word) => word !== "-").join("|")}|(?<!\\d )second(?!s))\\b`,
  "g",
);
const koreanCounted = /(?<![가-힣])(두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?=[명개번시마살곳건달차])/g;

/** Every number of the folded text, in order, none inside another. */
export function readNumerals(text: string): readonly Numeral[] {
  const found = [...vagueOf(text), ...written(text), ...inEnglish(text), ...inKorean(text)];
  const sorted = found.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const kept: Numeral[] = [];
  for (const numeral of sorted) if (numeral.start >= (kept.at(-1)?.end ?? 0)) kept.push(numeral);
  return kept;
}

function* written(text: string): Generator<Numeral> {
  numberStart.lastIndex = 0;
  for (let match = numberStart.exec(text); match !== null; match = numberStart.exec(text)) {
    const numeral = numeralAt(text, match.index);
    if (numeral === null) continue;
    yield numeral;
    numberStart.lastIndex = numeral.end;
  }
}

/** 1億2000萬, 兩萬五千 and 兩萬五 are sums: each part smaller than the one before. */
function numeralAt(text: string, start: number): Numeral | null {
  let [end, total, size, isPlain] = [start, 0, Number.POSITIVE_INFINITY, false];
  for (;;) {
    const part = partAt(text, end);
    if (part === null || (part.size >= size && end > start)) break;
    const isShort = end > start && part.size === 1 && part.end - end === 1 && part.value < 10 && size >= 100;
    total += isShort ? (part.value * size) / 10 : part.value * part.size;
    isPlain ||= part.isPlain || end > start;
    [end, size] = [part.end, part.size];
    if (size === 1) break;
    if (/[만억조]/.test(text.charAt(end - 1)) && /^ \d/.test(text.slice(end, end + 2))) end += 1;
  }
  if (end === start) return null;
  largeWord.lastIndex = end;
  const [word] = /\d/.test(text.charAt(end - 1)) ? (largeWord.exec(text) ?? []) : [];
  const factor = word === undefined ? 1 : (magnitudes[word.replace(/[\s-]/g, "")] ?? 1);
  const stop = text.slice(start, end).trimEnd().length + start + (word?.length ?? 0);
  return { start, end: stop, value: total * factor, isPlain, isVague: false };
}

function partAt(text: string, at: number): { value: number; size: number; end: number; isPlain: boolean } | null {
  segment.lastIndex = at;
  const match = segment.exec(text);
  if (match === null) return null;
  const { digits: arabic, large = "", han = "", hanLarge = "" } = match.groups ?? {};
  const end = at + match[0].length;
  if (arabic !== undefined)
    return { value: Number(arabic.replaceAll(",", "")), size: sizeOf(large), end, isPlain: true };
  const value = readHan(han);
  return value === null ? null : { value, size: sizeOf(hanLarge), end, isPlain: match[0].length > 1 };
}

const sizeOf = (large: string): number =>
  [...large].reduce((product, character) => product * (magnitudes[character] ?? 1), 1);

/** 一百零五, 十二, 三千, 二〇二三 and 两; null for what is no number, such as 三三两两. */
export function readHan(han: string): number | null {
  const plain = han.replaceAll(/[零○]/g, "〇").replaceAll("两", "二");
  if (!/[十百千]/.test(plain)) {
    // A row of digits is a year or has a zero; 三三兩兩 and 九一一 are words.
    const isNumber = plain.length === 1 || (plain.length > 1 && plain.includes("〇")) || /^[一二].{3}$/.test(plain);
    return isNumber ? Number([...plain].map((digit) => hanDigits.indexOf(digit)).join("")) : null;
  }
  if (
    !/^(?:(?:[一二三四五六七八九])?千)?〇?(?:(?:[一二三四五六七八九])?百)?〇?(?:(?:[一二三四五六七八九])?十)?〇?[一二三四五六七八九]?$/.test(
      plain,
    )
  )
    return null;
  let [total, digit, size] = [0, 0, 1];
  for (const character of plain) {
    const factor = magnitudes[character];
    if (character === "〇") [digit, size] = [0, 10];
    else if (factor === undefined) digit = hanDigits.indexOf(character);
    else {
      total += (digit || 1) * factor;
      [digit, size] = [0, factor];
    }
  }
  // 三百五 is 350, 三百零五 is not.
  return total + digit * (size >= 100 ? size / 10 : 1);
}

function* inEnglish(text: string): Generator<Numeral> {
  for (const match of text.matchAll(english)) {
    const words = match[0].split(/[ -]/).filter((word) => word !== "and");
    // One is an article and a pronoun too: as a word it is no number.
    if (words.length === 1 && (words[0] === "one" || words[0] === "a" || words[0] === "an")) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      value: sumOf(words),
      isPlain: true,
      isVague: false,
    };
  }
  for (const match of text.matchAll(ordinals)) {
    const value = match[0] === "second" ? 2 : englishOrdinals.indexOf(match[0]);
    yield { start: match.index, end: match.index + match[0].length, value, isPlain: true, isVague: false };
  }
}

function sumOf(words: readonly string[]): number {
  let [total, current] = [0, 0];
  for (const word of words) {
    const factor = magnitudes[word];
    if (factor === undefined) current += englishValues[word] ?? 1;
    else if (factor < 1000) current = (current || 1) * factor;
    else [total, current] = [total + (current || 1) * factor, 0];
  }
  return total + current;
}

function* inKorean(text: string): Generator<Numeral> {
  for (const match of text.matchAll(koreanCounted)) {
    const value = koreanCounts[match[1] ?? ""] ?? 0;
    yield { start: match.index, end: match.index + match[0].trimEnd().length, value, isPlain: true, isVague: false };
  }
}

const vagueWords: Readonly<Record<string, number>> = {
  ...{ tens: 10, dozens: 10, scores: 10, hundreds: 100, thousands: 1e3, millions: 1e6, billions: 1e9 },
};

function* vagueOf(text: string): Generator<Numeral> {
  for (const match of text.matchAll(vagueHan)) {
    const value = sizeOf(match.groups?.size ?? match.groups?.over ?? "");
    yield { start: match.index, end: match.index + match[0].length, value, isPlain: true, isVague: true };
  }
  for (const match of text.matchAll(vagueEnglish)) {
    const value = (vagueWords[match[1] ?? ""] ?? 1) * (vagueWords[match[2] ?? ""] ?? 1);
    yield { start: match.index, end: match.index + match[0].length, value, isPlain: true, isVague: true };
  }
}
