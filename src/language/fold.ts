// One form for every way of writing the same characters, so that 台湾总统 finds 臺灣總統 and ＬＩＮＥ finds Line.
import { from, to } from "opencc-js/preset/t2cn";

/** A folded text and, for each of its UTF-16 units, where in the original it came from; one entry more for the end. */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
}

/**
 * The text in one script: Traditional characters and Japanese shinjitai as Simplified ones, NFKC (full and half width), lower case,
 * katakana as hiragana, Latin and Greek without accents. For comparing and finding only: never show it.
 */
export function foldText(text: string): string {
  let folded = "";
  let filled = 0;
  for (let start = 0; start < text.length; ) {
    // Nearly every character becomes one unit, known from the first time on: strings are made of a thousand at once.
    const known = foldedToOne[text.charCodeAt(start)] ?? 0;
    if (known !== 0 && !isComposed(text, start)) {
      plainUnits[filled++] = known;
      start++;
      if (filled < plainUnits.length) continue;
    }
    folded += plainText(filled);
    if (filled < plainUnits.length) {
      const end = clusterEnd(text, start);
      folded += foldCluster(text, start, end);
      start = end;
    }
    filled = 0;
  }
  return folded + plainText(filled);
}

/** Where in the text as published the folded text's unit at `offset` comes from. */
export function originOf(text: string, offset: number): number {
  let start = 0;
  for (let length = 0; start < text.length; ) {
    const isPlain = foldedToOne[text.charCodeAt(start)] !== 0 && !isComposed(text, start);
    const end = isPlain ? start + 1 : clusterEnd(text, start);
    length += isPlain ? 1 : foldCluster(text, start, end).length;
    if (length > offset) break;
    start = end;
  }
  return start;
}

/** As `foldText`, and traceable: `text.slice(starts[i], starts[j])` is what the folded characters i to j were published as. */
export function foldTraced(text: string): FoldedText {
  let folded = "";
  const starts: number[] = [];
  for (let start = 0; start < text.length; ) {
    const end = clusterEnd(text, start);
    const piece = foldCluster(text, start, end);
    for (let unit = 0; unit < piece.length; unit++) starts.push(start);
    folded += piece;
    start = end;
  }
  starts.push(text.length);
  return { text: folded, starts };
}

// Unicode's Stream-Safe Text Format (UAX #15): nobody writes more marks on one character than 30.
const mostMarks = 30;

/** Where the character at `start` ends, with the marks that may compose with it: ﾊﾟ, e and its accent, the parts of a Hangul syllable. */
function clusterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  const limit = Math.min(text.length, end + mostMarks);
  while (end < limit && composes(text.charCodeAt(end))) end++;
  return end;
}

function composes(unit: number): boolean {
  if (unit < 0x300) return false;
  return (
    unit <= 0x36f || // accents
    (unit >= 0x1160 && unit <= 0x11ff) || // Hangul vowels and finals
    unit === 0x3099 || // kana voicing, also half-width
    unit === 0x309a ||
    unit === 0xff9e ||
    unit === 0xff9f ||
    (unit >= 0xfe00 && unit <= 0xfe0f) // variation selectors
  );
}

// Single units only: what an attacker could make endless many of is not kept.
const foldedUnits: (string | undefined)[] = [];
// The same, of those that become one unit; 0 for others.
const foldedToOne = new Uint16Array(0x10000);
const isComposing = new Uint8Array(0x10000).map((_, unit) => (composes(unit) ? 1 : 0));

/** Whether a mark composes with the character at `start`. Never asked beyond the end: what is no number there makes it four times slower. */
const isComposed = (text: string, start: number): boolean =>
  start + 1 < text.length && isComposing[text.charCodeAt(start + 1)] === 1;

const plainUnits = new Uint16Array(1024);
const plainBytes = Buffer.from(plainUnits.buffer);

/** From the bytes: `String.fromCharCode` takes longer than all else. */
const plainText = (count: number): string => plainBytes.toString("utf16le", 0, count * plainUnits.BYTES_PER_ELEMENT);

function foldCluster(text: string, start: number, end: number): string {
  if (end - start > 1) return foldCharacter(text.slice(start, end));
  const unit = text.charCodeAt(start);
  const known = foldedUnits[unit];
  if (known !== undefined) return known;
  const folded = foldCharacter(text.charAt(start));
  foldedUnits[unit] = folded;
  // A lone surrogate stands for nothing; in a pair it must not pass for a character.
  if (folded.length === 1 && (unit < 0xd800 || unit > 0xdfff)) foldedToOne[unit] = folded.charCodeAt(0);
  return folded;
}

function foldCharacter(cluster: string): string {
  const plain = cluster
    .replace(/[\uFE00-\uFE0F]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}/gu, "")
    .normalize("NFC");
  return Array.from(plain, (character) => simplified.get(character) ?? hiragana(character)).join("");
}

function hiragana(character: string): string {
  const unit = character.charCodeAt(0);
  return unit >= 0x30a1 && unit <= 0x30f6 ? String.fromCharCode(unit - 0x60) : character;
}

const simplified = simplifiedForms();

/** OpenCC's characters: Traditional to Simplified, then the Taiwan, Hong Kong and Japanese forms of what is Traditional there. */
function simplifiedForms(): ReadonlyMap<string, string> {
  const forms = new Map(characterPairs(to.cn));
  const outcomes = new Set(forms.values());
  for (const [variant, standard] of [from.tw, from.hk, from.jp].flatMap(characterPairs)) {
    // 么 is a Simplified character too: one that stands for itself must not wander on.
    if (forms.has(variant) || outcomes.has(variant)) continue;
    forms.set(variant, forms.get(standard) ?? standard);
  }
  // OpenCC has 薴 become 苧, and 苧 become 苎: all three are one.
  return new Map([...forms].map(([character, form]) => [character, forms.get(form) ?? form]));
}

/** The entries of one character; of several readings OpenCC lists the usual one first. */
function characterPairs(groups: (typeof to)[string] | undefined): [string, string][] {
  return (groups ?? [])
    .flat()
    .flatMap((dictionary) =>
      typeof dictionary === "string" ? dictionary.split("|").map((pair) => pair.split(" ")) : dictionary,
    )
    .flatMap(([character, form]) =>
      character !== undefined && form !== undefined && Array.from(character).length === 1 ? [[character, form]] : [],
    );
}
