// Reads a search as people type it: words, "phrases", -not, source:, tag:, after:, before:, in the product's languages.
import type { Query } from "../records/query.ts";
import { readDate } from "./query-date.ts";
import { type Place, queryError } from "./query-errors.ts";
import { tokenPhrase } from "./tokens.ts";

/** What a query's dates are read by. `now` in epoch milliseconds, `timeZone` an IANA name. */
export interface QueryContext {
  readonly now: number;
  readonly timeZone: string;
}

type FilterName = "source" | "tag" | "after" | "before";

/** One part of a query as typed. */
interface Part {
  readonly kind: "word" | "phrase" | FilterName;
  readonly isNegated: boolean;
  readonly text: string;
  readonly place: Place;
}

const longestQuery = 1000;

const filterNames: Readonly<Record<FilterName, string>> = {
  source: "source|來源|来源|ソース|配信元|출처",
  tag: "tag|標籤|标签|タグ|태그",
  after: "after|since|之後|之后|以後|以降|이후",
  before: "before|until|之前|以前|이전",
};

const closingQuotes: Readonly<Record<string, string>> = {
  '"': '"”“＂',
  "＂": '＂"',
  "“": '”"“',
  "”": '”"',
  "„": '“”"',
  "「": "」",
  "『": "』",
};
const openingQuote = new RegExp(`[${Object.keys(closingQuotes).join("")}]`);
const namedFilters = Object.entries(filterNames).map(([name, words]) => `(?<${name}>${words})`);
const filterPattern = new RegExp(`^(?:${namedFilters.join("|")})[:：]\\s*`, "i");

/**
 * The query that a text says; an empty text is a query that everything matches. Dates are read in the context's time zone.
 * Throws UserError for a text that can't be read: an open quote, a filter without its value, no date, nothing to look for.
 */
export function parseQuery(text: string, context: QueryContext): Query {
  if (text.length > longestQuery)
    throw queryError("query-too-long", { query: text, start: longestQuery, end: text.length });
  const parts = readParts(text);
  const texts = (kind: Part["kind"]) =>
    parts.filter((part) => part.kind === kind && !part.isNegated).map((part) => part.text);
  const query: Query = {
    words: texts("word").filter(isSearchable),
    phrases: texts("phrase").filter(isSearchable),
    without: parts.filter((part) => part.isNegated && isSearchable(part.text)).map((part) => part.text),
    sources: texts("source"),
    tags: texts("tag"),
    after: latest(
      parts.filter((part) => part.kind === "after"),
      context,
    ),
    before: earliest(
      parts.filter((part) => part.kind === "before"),
      context,
    ),
  };
  refuseNothing(query, parts, text);
  refuseEmptySpan(query, parts, text);
  return query;
}

function isSearchable(text: string): boolean {
  return tokenPhrase(text) !== null;
}

/** Of several dates the narrowest counts, as all parts must hold. */
function latest(parts: readonly Part[], context: QueryContext): number | null {
  return parts.length === 0 ? null : Math.max(...parts.map((part) => dateOf(part, context)));
}

function earliest(parts: readonly Part[], context: QueryContext): number | null {
  return parts.length === 0 ? null : Math.min(...parts.map((part) => dateOf(part, context)));
}

function dateOf(part: Part, context: QueryContext): number {
  const at = readDate(part.text, context);
  if (at === null) throw queryError("query-bad-date", part.place);
  return at;
}

function refuseNothing(query: Query, parts: readonly Part[], text: string): void {
  const isEmpty = Object.values(query).every((value) => value === null || (Array.isArray(value) && value.length === 0));
  if (isEmpty && parts.length > 0) throw queryError("query-empty", { query: text, start: 0, end: text.length });
}

function refuseEmptySpan({ after, before }: Query, parts: readonly Part[], text: string): void {
  if (after === null || before === null || after < before) return;
  const place = parts.findLast((part) => part.kind === "after" || part.kind === "before")?.place;
  throw queryError("query-empty-span", place ?? { query: text, start: 0, end: text.length });
}

function readParts(query: string): Part[] {
  const parts: Part[] = [];
  let position = 0;
  while (position < query.length) {
    position += /^\s*/.exec(query.slice(position))?.[0].length ?? 0;
    if (position >= query.length) break;
    const { part, end } = readPart(query, position);
    parts.push(part);
    position = end;
  }
  return parts;
}

function readPart(query: string, start: number): { part: Part; end: number } {
  const isNegated = /^[-－−](?=[^\s-])/.test(query.slice(start));
  const from = isNegated ? start + 1 : start;
  const filter = filterPattern.exec(query.slice(from));
  const { text, end, isPhrase } = readValue(query, from + (filter?.[0].length ?? 0));
  const place = { query, start, end };
  if (filter === null) return { part: { kind: isPhrase ? "phrase" : "word", isNegated, text, place }, end };
  if (isNegated) throw queryError("query-negated-filter", place);
  if (text.trim() === "") throw queryError("query-no-value", place);
  return { part: { kind: filterNameOf(filter), isNegated, text: text.trim(), place }, end };
}

function filterNameOf(match: RegExpExecArray): FilterName {
  const name = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0];
  return name === "source" || name === "tag" || name === "after" ? name : "before";
}

/** A quoted text, or all up to the next space or quote. */
function readValue(query: string, start: number): { text: string; end: number; isPhrase: boolean } {
  const closing = closingQuotes[query.charAt(start)];
  if (closing === undefined) {
    const rest = query.slice(start);
    const length = rest.search(new RegExp(`\\s|${openingQuote.source}`));
    const end = length === -1 ? query.length : start + length;
    return { text: query.slice(start, end), end, isPhrase: false };
  }
  let end = start + 1;
  while (end < query.length && !closing.includes(query.charAt(end))) end++;
  if (end === query.length) throw queryError("query-open-quote", { query, start, end });
  return { text: query.slice(start + 1, end), end: end + 1, isPhrase: true };
}
