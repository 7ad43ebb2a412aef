// What is known of a candidate: numbers, and marks (characters at its edges and beside it). Each has a learned weight.
import type { Candidate } from "./candidates.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";
import type { Tokens } from "./tokens.ts";

/** An article ready for its candidates to be measured. */
export interface TaggedText {
  readonly tokens: Tokens;
  /** So many of the tokens, the first ones, are the headline's. */
  readonly headlineTokens: number;
  /** Names of countries in the article's language. */
  readonly countries: ReadonlySet<string>;
}

/** The names of `measure`'s numbers, in its order: the weights file is read by them. */
export const numberNames = [
  "always",
  "oftenSaid",
  "oftenSaidSquared",
  "saidInBody",
  "inHeadline",
  "twiceInHeadline",
  "opensHeadline",
  "beforeHeadlineColon",
  "inHeadlineOftenSaid",
  "headlineOnly",
  "onceInBody",
  "distance",
  "inFirstSentence",
  "inFirstParagraph",
  "leftVariety",
  "rightVariety",
  "alwaysSameLeft",
  "alwaysSameRight",
  "opensRun",
  "closesRun",
  "opensHeadlineRun",
  "startsAtWord",
  "endsAtWord",
  "isWord",
  "isWordOftenSaid",
  "wordsInside",
  "beforeGloss",
  "quoted",
  "says",
  "isCountry",
  "isCountryOftenSaid",
  "isCountryInHeadline",
  "isLatin",
  "isMixed",
  "lengthOftenSaid",
] as const;

/** The tables of marks, in the order of `marksOf`. */
export const markTables = [
  "length",
  "headlineLength",
  "first",
  "last",
  "firstTwo",
  "lastTwo",
  "firstByLength",
  "lastByLength",
  "before",
  "after",
  "lastBefore",
  "lastAfter",
] as const;

/** A candidate's numbers, in the order of `numberNames`: shares are 0 to 1, counts and distances logarithmic. */
export function measure(candidate: Candidate, article: TaggedText): readonly number[] {
  const { places, length, term } = candidate;
  const { headlineTokens, tokens } = article;
  const around = surroundingsOf(candidate, article);
  const count = places.length;
  const first = places[0] ?? 0;
  const often = Math.log2(count);
  const inHeadline = Number(around.inHeadline > 0);
  const inBody = count - around.inHeadline;
  const distance = inBody > 0 ? (places[around.inHeadline] ?? 0) - headlineTokens : 400;
  const isWord = Number(tokens.wordEnds[first] === first + length);
  const isCountry = Number(article.countries.has(term));
  const hasLatin = /[A-Za-z]/.test(term);
  const hasHan = /\p{Script=Han}/u.test(term);
  return [
    1,
    often,
    often ** 2 / 4,
    Math.log2(1 + inBody),
    inHeadline,
    Number(around.inHeadline > 1),
    Number(first === 0),
    Number(around.beforeHeadlineColon),
    inHeadline * often,
    Number(inBody === 0),
    Number(inBody === 1),
    Math.log2(1 + distance / 20),
    Number(distance < 30),
    Number(distance < 100),
    ...varieties(around, count),
    around.opensRun / count,
    around.closesRun / count,
    Number(around.opensHeadlineRun),
    around.startsAtWord / count,
    around.endsAtWord / count,
    isWord,
    isWord * often,
    wordsInside(candidate, tokens) / length,
    Number(around.beforeGloss),
    Number(around.quoted),
    Math.min(around.says, 3),
    isCountry,
    isCountry * often,
    isCountry * inHeadline,
    Number(hasLatin && !hasHan),
    Number(hasLatin && hasHan),
    (length * often) / 4,
  ];
}

// A sequence that always has the same neighbour is a piece of a longer name (branching entropy, as a share).
function varieties(around: Surroundings, count: number): readonly number[] {
  return [
    around.leftNeighbours / count,
    around.rightNeighbours / count,
    Number(count > 1 && around.leftNeighbours === 1),
    Number(count > 1 && around.rightNeighbours === 1),
  ];
}

function wordsInside({ places, length }: Candidate, { wordEnds }: Tokens): number {
  const first = places[0] ?? 0;
  let words = 0;
  for (let at = first + 1; at < first + length; at++) words += Number((wordEnds[at] ?? 0) > 0);
  return words;
}

/** A mark's two characters as one number; 0 for none. Making strings of them for every candidate is what would take time. */
export type Mark = number;

/** A mark of one character, or of two. */
const markOf = (first: string, rest = ""): Mark =>
  first === "" ? 0 : first.charCodeAt(0) * halfMark + (rest === "" ? 0 : rest.charCodeAt(0));

export const halfMark = 0x10000;

/** A candidate's marks, one for each of `markTables`, in one script: none where the text ends. */
export function marksOf({ places, length }: Candidate, { tokens, headlineTokens }: TaggedText): readonly Mark[] {
  const { shapes } = tokens;
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  const size = sizes[Math.min(length, longestSize)] ?? "";
  const shape = (at: number) => shapes[at] ?? "";
  const opening = shape(first);
  const closing = shape(first + length - 1);
  return [
    markOf(size),
    markOf(size, first < headlineTokens ? "h" : "b"),
    markOf(opening),
    markOf(closing),
    length > 1 ? markOf(opening, shape(first + 1)) : 0,
    length > 1 ? markOf(shape(first + length - 2), closing) : 0,
    markOf(opening, size),
    markOf(closing, size),
    markOf(before(tokens, first)),
    markOf(after(tokens, first + length)),
    first === last ? 0 : markOf(before(tokens, last)),
    first === last ? 0 : markOf(after(tokens, last + length)),
  ];
}

const longestSize = 7;
const sizes = Array.from({ length: longestSize + 1 }, (_, size) => String(size));

// At the end of a run it is the punctuation, the particle or the lower-case letter that tells.
function before({ text, starts, runStarts, shapes }: Tokens, at: number): string {
  return runStarts[at] === at ? text.charAt((starts[at] ?? 0) - 1) : (shapes[at - 1] ?? "");
}

function after({ text, ends, runEnds, shapes }: Tokens, end: number): string {
  return runEnds[end - 1] === end ? text.charAt(ends[end - 1] ?? 0) : (shapes[end] ?? "");
}
