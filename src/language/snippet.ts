// The piece of a text around what was looked for, as published.
import { foldText, originOf } from "./fold.ts";
import { wantedPattern } from "./wanted-pattern.ts";

const snippetLength = 120;
const shownBefore = 40;
const lookedThrough = 20_000;
// To fold all of a text takes longer than to look for one term in it.
const mostlyWithin = 500;

/** Makes snippets of texts: about 120 characters around the first of the terms that occurs, else the beginning; `…` where text is left out. */
export function snippetsAround(terms: readonly string[]): (text: string) => string {
  const patterns = terms.flatMap((term) => wantedPattern([term]) ?? []);
  return (text) => {
    const hitAt = firstHit(text, patterns);
    const start = hitAt <= shownBefore ? 0 : boundary(text, hitAt - shownBefore);
    const end = boundary(text, start + snippetLength);
    const shown = text.slice(start, end).replace(/\s+/g, " ").trim();
    return `${start > 0 ? "…" : ""}${shown}${end < text.length ? "…" : ""}`;
  };
}

/** Offset in the text as published; 0 when no term occurs. */
function firstHit(text: string, patterns: readonly RegExp[]): number {
  const [first] = patterns;
  if (first === undefined) return 0;
  const beginning = foldText(text.slice(0, mostlyWithin));
  const early = first.exec(beginning);
  // What ends where the text was cut may go on.
  if (early !== null && early.index + early[0].length < beginning.length) return originOf(text, early.index);
  const folded = text.length > mostlyWithin ? foldText(text.slice(0, lookedThrough)) : beginning;
  for (const pattern of patterns) {
    const found = pattern.exec(folded);
    if (found) return originOf(text, found.index);
  }
  return 0;
}

const thaiWords = new Intl.Segmenter("th", { granularity: "word" });
// Enough of the text on both sides to know the words by.
const wordWindow = 40;

/** Does not cut a character in two, nor a Thai word, in which a vowel or tone mark may stand on the letter before. */
function boundary(text: string, offset: number): number {
  if (/[\u0e01-\u0e4e]/.test(text.charAt(offset))) {
    const from = Math.max(0, offset - wordWindow);
    const word = thaiWords.segment(text.slice(from, offset + wordWindow)).containing(offset - from);
    return from + (word?.index ?? offset - from);
  }
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : Math.min(offset, text.length);
}
