// Reads a search as people type it: words, "phrases", -not, OR, source:, tag:, lang:, after:, before:, last:, in the product's languages.
import type { Clause, Query, Term } from "../records/query.ts";
import { readLanguage } from "./language-name.ts";
import { readDate, readSpan } from "./query-date.ts";
import { queryError } from "./query-errors.ts";
import { type QueryPart, queryParts } from "./query-parts.ts";
import { tokenPhrase } from "./tokens.ts";

/** What a query's dates are read by. `now` in epoch milliseconds, `timeZone` an IANA name. */
export interface QueryContext {
  readonly now: number;
  readonly timeZone: string;
}

/**
 * The query that a text says; an empty text is a query that everything matches. Dates are read in the context's time zone.
 * Several sources or languages are alternatives even without OR, since no article has two; tags and words must all hold.
 * Throws UserError for a text that can't be read: an open quote, a filter without its value, no date, nothing to look for.
 */
export function parseQuery(text: string, context: QueryContext): Query {
  const parts = queryParts(text);
  const query: Query = {
    clauses: clausesOf(parts.filter((part) => !part.isNegated && isTerm(part))),
    without: parts.filter((part) => part.isNegated && isTerm(part)).map(termOf),
    // Of several dates the narrowest counts, as all parts must hold.
    after: narrowest(parts, ["after", "last"], context, Math.max),
    before: narrowest(parts, ["before"], context, Math.min),
  };
  refuseNothing(query, parts, text);
  refuseEmptySpan(query, parts, text);
  return query;
}

/** The words and phrases that a found text may show, in the order typed. */
export function wantedTexts({ clauses }: Pick<Query, "clauses">): readonly string[] {
  return clauses.flat().flatMap(({ kind, text }) => (kind === "word" || kind === "phrase" ? [text] : []));
}

/** Neither a date nor a text that holds nothing to look for, such as a lone dash. */
function isTerm({ kind, text }: QueryPart): boolean {
  if (kind === "word" || kind === "phrase") return tokenPhrase(text) !== null;
  return kind === "tag" || kind === "source" || kind === "language";
}

function termOf({ kind, text, place }: QueryPart): Term {
  if (kind === "after" || kind === "before" || kind === "last") throw new TypeError("A date is no term.");
  if (kind !== "language") return { kind, text };
  const language = readLanguage(text);
  if (language === null) throw queryError("query-bad-language", place);
  return { kind, text: language };
}

function clausesOf(parts: readonly QueryPart[]): readonly Clause[] {
  const groups: QueryPart[][] = [];
  for (const part of parts) {
    const group = part.isAlternative ? groups.at(-1) : groups.find((others) => areOfOneKind(others, part));
    if (group === undefined) groups.push([part]);
    else group.push(part);
  }
  return groups.map((group) => group.map(termOf));
}

function areOfOneKind(group: readonly QueryPart[], { kind }: QueryPart): boolean {
  return (kind === "source" || kind === "language") && group.every((other) => other.kind === kind);
}

function narrowest(
  parts: readonly QueryPart[],
  kinds: readonly QueryPart["kind"][],
  context: QueryContext,
  choose: (...instants: number[]) => number,
): number | null {
  const instants = parts.filter(({ kind }) => kinds.includes(kind)).map((part) => instantOf(part, context));
  return instants.length === 0 ? null : choose(...instants);
}

function instantOf({ kind, text, place }: QueryPart, context: QueryContext): number {
  const at = kind === "last" ? readSpan(text, context.now) : readDate(text, context);
  if (at === null) throw queryError(kind === "last" ? "query-bad-span" : "query-bad-date", place);
  return at;
}

function refuseNothing({ clauses, without, after, before }: Query, parts: readonly QueryPart[], query: string): void {
  const isEmpty = clauses.length === 0 && without.length === 0 && after === null && before === null;
  if (isEmpty && parts.length > 0) throw queryError("query-empty", { query, start: 0, end: query.length });
}

function refuseEmptySpan({ after, before }: Query, parts: readonly QueryPart[], query: string): void {
  if (after === null || before === null || after < before) return;
  const place = parts.findLast(({ kind }) => kind === "after" || kind === "before" || kind === "last")?.place;
  throw queryError("query-empty-span", place ?? { query, start: 0, end: query.length });
}
