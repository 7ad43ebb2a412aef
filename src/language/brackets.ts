// Quotation marks and brackets that come in pairs: no sentence ends inside one.
import type { Span } from "./span.ts";

const closerOf = new Map([
  ["「", "」"],
  ["『", "』"],
  // Newsrooms mix the widths: (10月1日）.
  ["（", ")"],
  ["(", ")"],
  ["[", "]"],
  ["［", "]"],
  ["【", "】"],
  ["〔", "〕"],
  ["《", "》"],
  ["〈", "〉"],
  ["“", "”"],
  ["‘", "’"],
  ["«", "»"],
]);
const closers = new Set(closerOf.values());

// No writer nests deeper; a page of opening brackets must not take for ever.
const deepest = 50;

interface Pairing {
  readonly pairs: readonly Span[];
  /** Openers without a closer and closers without an opener. */
  readonly unpaired: number;
}

/** The outermost bracketed and quoted spans, in order, marks included. A mark without its partner counts as none. */
export function bracketSpans(text: string, span: Span): readonly Span[] {
  const outermost: Span[] = [];
  for (const pair of pairUp(text, span).pairs.toSorted((one, other) => one.start - other.start)) {
    if (pair.start >= (outermost.at(-1)?.end ?? 0)) outermost.push(pair);
  }
  return outermost;
}

/** True when every bracket and quotation mark has its partner. Apostrophes are neither. */
export function hasBalancedBrackets(text: string): boolean {
  return pairUp(text, { start: 0, end: text.length }).unpaired === 0;
}

function pairUp(text: string, span: Span): Pairing {
  const pairs: Span[] = [];
  let open: { readonly closer: string; readonly at: number }[] = [];
  let unpaired = 0;
  for (let at = span.start; at < span.end; at++) {
    const mark = narrow(text.charAt(at));
    if (open.length > deepest) {
      open.shift();
      unpaired++;
    }
    const opener = closerOf.get(mark);
    const partner = open.findLastIndex(({ closer }) => closer === mark);
    if (isApostrophe(text, at) && partner === -1) continue;
    if (opener !== undefined) open.push({ closer: opener, at });
    // The straight quotation mark is its own partner.
    else if (mark === '"' && partner === -1) open.push({ closer: mark, at });
    else if (partner !== -1) {
      pairs.push({ start: open[partner]?.at ?? at, end: at + 1 });
      unpaired += open.length - partner - 1;
      open = open.slice(0, partner);
    } else if (closers.has(mark)) unpaired++;
  }
  return { pairs, unpaired: unpaired + open.length };
}

function narrow(mark: string): string {
  if (mark === "）") return ")";
  return mark === "］" ? "]" : mark;
}

function isApostrophe(text: string, at: number): boolean {
  const mark = text.charAt(at);
  return mark === "’" || (mark === "‘" && /[\p{L}\d]/u.test(text.charAt(at - 1)));
}
