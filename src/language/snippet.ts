// The piece of a text around what was looked for, as published.
import { foldText, originOf } from "./fold.ts";
import { wantedPattern } from "./wanted-pattern.ts";

const snippetLength = 120;
const shownBefore = 40;
const lookedThrough = 20_000;

/** About 120 characters around the first of the terms that occurs, else the beginning; `…` where text is left out. */
export function snippetAround(text: string, terms: readonly string[]): string {
  const hitAt = firstHit(text, terms);
  const start = hitAt <= shownBefore ? 0 : boundary(text, hitAt - shownBefore);
  const end = boundary(text, start + snippetLength);
  const shown = text.slice(start, end).replace(/\s+/g, " ").trim();
  return `${start > 0 ? "…" : ""}${shown}${end < text.length ? "…" : ""}`;
}

/** Offset in the text as published; 0 when no term occurs. */
function firstHit(text: string, terms: readonly string[]): number {
  const folded = foldText(text.slice(0, lookedThrough));
  for (const term of terms) {
    const found = wantedPattern([term])?.exec(folded);
    if (found) return originOf(text, found.index);
  }
  return 0;
}

/** Does not cut a character in two. */
function boundary(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : Math.min(offset, text.length);
}
