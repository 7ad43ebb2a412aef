// Cuts a text into the smallest pieces that a tag can begin or end with, and the runs in which a tag can stand.

import { foldText } from "../fold.ts";

/** Parallel lists, one entry a token. Offsets are UTF-16, end exclusive. */
export interface Tokens {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The index behind the last token of the run: no tag goes on over punctuation, kana particles or a common word. */
  readonly runEnds: readonly number[];
  /** The index of the run's first token. */
  readonly runStarts: readonly number[];
  /** What the token looks like, in one character: a Han character in its folded form, `A` for a Latin word, `0`, `ア` or `가`. */
  readonly shapes: readonly string[];
  /** The index behind the last token of the dictionary word that starts at the token; 0 where none starts. */
  readonly wordEnds: readonly number[];
}

// One Han character; a katakana word; a Hangul word; a Latin word or number with what belongs to it (T-34C, AT&T, O'Neil, 3.5).
const tokenPattern =
  /\p{Script=Han}|[\p{Script=Katakana}ー]+|\p{Script=Hangul}+|[\p{Script=Latin}\p{M}\p{N}]+(?:[.&+'’/-][\p{Script=Latin}\p{M}\p{N}]+)*\+?/gu;
const hanStart = /^\p{Script=Han}/u;
const koreanParticle = /(?<=.{2})(?:에서는|에서|으로|에게|까지|부터|은|는|이|가|을|를|의|에|와|과|도|로)$/u;
// Function words of one character, which no editor's tag begins, ends or goes on with.
const particles = new Set("的了在是這这他她但或更很又還还昨把讓让該该每已並并則则且而從从被也們们");
// Capitalised at a sentence's start without being a name.
const commonWords = new Set(
  "the a an unlike despite among according it he she they we i you this that these those there but and or in on at as if when while after before for with by from to its his her their our my one some many most all no not what who how why new mr mrs ms dr said says is are was were be been has have had will would could should may might can do does did also more than then so such two three last first year years monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december le la les de des du un une et el los las der die das und ein eine im".split(
    " ",
  ),
);

/** The tokens of a text in order. Lower-case and common Latin words, kana and punctuation are left out and part runs. */
export function tokenize(text: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const runStarts: number[] = [];
  const shapes: string[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    const isHan = startsWithHan(match[0]);
    const word = isHan ? match[0] : match[0].replace(koreanParticle, "").replace(/['’]s$/, "");
    if (isHan ? particles.has(word) : isCommon(word)) continue;
    const last = starts.length - 1;
    const goesOn = last >= 0 && adjoins(text, ends[last] ?? 0, match.index);
    runStarts.push(goesOn ? (runStarts[last] ?? 0) : starts.length);
    starts.push(match.index);
    ends.push(match.index + word.length);
    shapes.push(isHan ? foldedCharacter(word) : shapeOf(word));
  }
  const runEnds = runEndsOf(runStarts);
  return { text, starts, ends, runStarts, runEnds, shapes, wordEnds: wordEndsOf(text, starts, runEnds) };
}

// ICU's dictionary knows common words, and cuts names it does not know into single characters.
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

function wordEndsOf(text: string, starts: readonly number[], runEnds: readonly number[]): readonly number[] {
  const wordEnds = new Array<number>(starts.length).fill(0);
  const words = segmenter.segment(text)[Symbol.iterator]();
  let word = words.next();
  for (let at = 0; at < starts.length; ) {
    while (!word.done && word.value.index < (starts[at] ?? 0)) word = words.next();
    if (word.done) break;
    if (word.value.index > (starts[at] ?? 0)) {
      at++;
      continue;
    }
    const wordEnd = word.value.index + word.value.segment.length;
    let end = at + 1;
    while (end < (runEnds[at] ?? 0) && (starts[end] ?? 0) < wordEnd) end++;
    wordEnds[at] = end;
    at = end;
  }
  return wordEnds;
}

// The usual block of them, then the rest.
function startsWithHan(word: string): boolean {
  const code = word.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || hanStart.test(word);
}

const foldedCharacters = new Array<string | undefined>(0x10000);

// News is written with some four thousand characters, over and over.
function foldedCharacter(character: string): string {
  if (character.length > 1) return foldText(character);
  const code = character.charCodeAt(0);
  const folded = foldedCharacters[code] ?? foldText(character);
  foldedCharacters[code] = folded;
  return folded;
}

function shapeOf(word: string): string {
  if (/^\p{N}/u.test(word)) return "0";
  if (/^\p{Script=Hangul}/u.test(word)) return "가";
  return /^[\p{Script=Katakana}ー]/u.test(word) ? "ア" : "A";
}

function isCommon(word: string): boolean {
  return /^\p{Ll}|['’](?:m|ll|re|ve|d|t)$/u.test(word) || (/^[A-Z]/.test(word) && commonWords.has(word.toLowerCase()));
}

function adjoins(text: string, end: number, start: number): boolean {
  if (start === end) return true;
  if (start !== end + 1) return false;
  const between = text.charAt(end);
  if (between === "·" || between === "・" || between === "‧") return true;
  return (
    between === " " &&
    /[\p{Script=Latin}\p{N}]/u.test(text.charAt(end - 1)) &&
    /[\p{Script=Latin}\p{N}]/u.test(text.charAt(start))
  );
}

function runEndsOf(runStarts: readonly number[]): readonly number[] {
  const runEnds = new Array<number>(runStarts.length);
  for (let at = runStarts.length - 1; at >= 0; at--) {
    const isLast = at + 1 === runStarts.length || runStarts[at + 1] === at + 1;
    runEnds[at] = isLast ? at + 1 : (runEnds[at + 1] ?? at + 1);
  }
  return runEnds;
}
