// Takes a text apart where it holds what was looked for, so that every platform can mark the hits in its own way.
import { foldTraced } from "./fold.ts";
import { wantedPattern } from "./wanted-pattern.ts";

/** A piece of a text as published. */
export interface MarkedPart {
  readonly text: string;
  readonly isHit: boolean;
}

// More would no longer stand out; and a message has room for so many only.
const mostHits = 20;

/** The text in its parts, hits and what stands between them; one part when there is none. 软件 is a hit in 軟體. Put together they are the text. */
export function markedParts(text: string, wanted: readonly string[]): readonly MarkedPart[] {
  const pattern = wantedPattern(wanted, "g");
  if (pattern === null || text === "") return [{ text, isHit: false }];
  const folded = foldTraced(text);
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const found of folded.text.matchAll(pattern)) {
    const start = folded.starts[found.index] ?? text.length;
    const end = folded.starts[found.index + found[0].length] ?? text.length;
    // One character may fold to two, of which one was found.
    if (start < at || end <= start) continue;
    if (start > at) parts.push({ text: text.slice(at, start), isHit: false });
    parts.push({ text: text.slice(start, end), isHit: true });
    at = end;
    if (parts.length >= 2 * mostHits) break;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isHit: false });
  return joined(parts);
}

/** Hits side by side are one. */
function joined(parts: readonly MarkedPart[]): readonly MarkedPart[] {
  const merged: MarkedPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last?.isHit === true && part.isHit) merged[merged.length - 1] = { text: last.text + part.text, isHit: true };
    else merged.push(part);
  }
  return merged;
}
