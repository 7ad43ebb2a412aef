// A query as what the indexes must hold: words and phrases with their regional readings, filters as facets.
import { regionalReadings } from "../../language/regional-words.ts";
import { type TokenPhrase, tokenPhrase } from "../../language/tokens.ts";
import type { Query, Term } from "../../records/query.ts";
import { characterFacet, everyArticle, languageFacet, sourceFacet, tagFacet } from "./facets.ts";
import type { TokenMatch } from "./text-index.ts";

/** A query, ready to be matched. Texts stand in headline or text; `without` is null when nothing is excluded. */
export interface Search {
  readonly match: TokenMatch;
  readonly without: TokenMatch | null;
  /** Whether any word or phrase is asked for: else there is nothing that a headline could hold more of. */
  readonly hasTexts: boolean;
  readonly near: NearSearch;
}

/** What a near headline has most of, and what it must have. */
interface NearSearch {
  /** Of the words, each once. */
  readonly tokens: readonly string[];
  /** The last word's token when it may be half typed; one of `tokens`. */
  readonly openToken: string | null;
  readonly match: TokenMatch;
}

/** The ids of the sources that are so called; the text itself when none is, since articles outlive their source's entry. */
export type FindSourceIds = (called: string) => readonly string[];

// What a person types has a dozen tokens; a pasted page must not keep the archive busy.
const mostTokens = 400;

/** Null when the query asks for nothing but dates. */
export function searchOf(
  { clauses, without }: Pick<Query, "clauses" | "without">,
  findSourceIds: FindSourceIds,
): Search | null {
  if (clauses.length === 0 && without.length === 0) return null;
  let left = mostTokens;
  const phrasesOf = (term: Term): readonly TokenPhrase[] => {
    const phrases = left > 0 ? alternativesOf(term, findSourceIds) : [];
    left -= phrases.reduce((count, { tokens }) => count + tokens.length, 0);
    return phrases;
  };
  const required = clauses
    .map((clause) => ({ clause, phrases: clause.flatMap(phrasesOf) }))
    .filter(({ phrases }) => phrases.length > 0);
  const excluded = without.flatMap(phrasesOf);
  const words = required.filter(({ clause }) => clause.every(({ kind }) => kind === "word"));
  const tokens = [
    ...new Set(words.flatMap(({ clause }) => clause.flatMap(({ text }) => tokenPhrase(text)?.tokens ?? []))),
  ];
  return {
    match: required.length > 0 ? required.map(({ phrases }) => phrases) : [[single(everyArticle)]],
    without: excluded.length > 0 ? [excluded] : null,
    hasTexts: clauses.flat().some(({ kind }) => kind === "word" || kind === "phrase"),
    near: {
      tokens,
      openToken: halfTyped(tokens.at(-1)),
      match: required.filter((one) => !words.includes(one)).map(({ phrases }) => phrases),
    },
  };
}

function alternativesOf({ kind, text }: Term, findSourceIds: FindSourceIds): readonly TokenPhrase[] {
  switch (kind) {
    case "tag":
      return [single(tagFacet(text))];
    case "source":
      return findSourceIds(text).map((id) => single(sourceFacet(id)));
    case "language":
      return [single(languageFacet(text))];
    default:
      return [text, ...regionalReadings(text)].flatMap(phrasesOfText);
  }
}

/** Scripts that set spaces are typed letter by letter; a pair of characters is whole. */
function halfTyped(token: string | undefined): string | null {
  return token !== undefined && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2,}$/u.test(token)
    ? token
    : null;
}

const single = (token: string): TokenPhrase => ({ tokens: [token], endsOpen: false });

/** A lone character may be any of a headline: as the beginning of pairs in the texts, a common one would take long to collect. */
function phrasesOfText(text: string): readonly TokenPhrase[] {
  const phrase = tokenPhrase(text);
  if (phrase === null) return [];
  const [first = ""] = phrase.tokens;
  if (phrase.endsOpen && phrase.tokens.length === 1) return [single(first), single(characterFacet(first))];
  const tokens = phrase.tokens.slice(0, mostTokens);
  return [{ tokens, endsOpen: phrase.endsOpen && tokens.length === phrase.tokens.length }];
}
