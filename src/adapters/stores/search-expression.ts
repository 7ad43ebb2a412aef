// A query as expressions of FTS5. Only tokens of our own get into them, so no syntax of FTS5 can be typed by a user.
import { type TokenPhrase, tokenPhrase } from "../../language/tokens.ts";
import type { Query } from "../../records/query.ts";

/** What to match in which index. */
export interface IndexMatch {
  readonly index: "headline_index" | "body_index" | "character_index";
  readonly text: string;
}

/** Where all words and phrases of a query occur: in the headline alone, and in headline or text. */
export interface TermsMatch {
  readonly inHeadline: IndexMatch;
  readonly anywhere: IndexMatch;
}

// What a person types has a dozen tokens; a pasted page must not keep the archive busy.
const mostTokens = 400;

/** All words and phrases must occur; null when the query has none. */
export function allTermsMatch(query: Pick<Query, "words" | "phrases">): TermsMatch | null {
  const phrases = tokenPhrases([...query.words, ...query.phrases]);
  if (phrases.length === 0) return null;
  return {
    inHeadline: { index: "headline_index", text: phrases.map(headlineTerm).join(" AND ") },
    anywhere: phrases.every(isCharacter)
      ? { index: "character_index", text: phrases.map(term).join(" AND ") }
      : { index: "body_index", text: phrases.map(openTerm).join(" AND ") },
  };
}

/** Any of the texts, in headline or text; null when there are none. */
export function anyTextMatch(texts: readonly string[]): IndexMatch | null {
  const phrases = tokenPhrases(texts);
  return phrases.length === 0 ? null : { index: "body_index", text: phrases.map(openTerm).join(" OR ") };
}

/** The words' tokens, each once: what a near headline has some of. */
export function nearTokens(words: readonly string[]): readonly string[] {
  return [...new Set(tokenPhrases(words).flatMap((phrase) => phrase.tokens))];
}

/** Headlines with any of the tokens and all of the phrases. */
export function nearMatch(tokens: readonly string[], phrases: readonly string[]): IndexMatch {
  const any = `tokens : (${tokens.map((token) => `"${token}"`).join(" OR ")})`;
  return { index: "headline_index", text: [any, ...tokenPhrases(phrases).map(headlineTerm)].join(" AND ") };
}

function tokenPhrases(texts: readonly string[]): readonly TokenPhrase[] {
  let left = mostTokens;
  return texts.flatMap((text) => {
    const phrase = tokenPhrase(text);
    if (phrase === null || left <= 0) return [];
    const tokens = phrase.tokens.slice(0, left);
    left -= tokens.length;
    return [{ tokens, endsOpen: phrase.endsOpen && tokens.length === phrase.tokens.length }];
  });
}

/** Single characters have an index of their own: as beginnings of pairs the common ones would take long to collect. */
function isCharacter({ tokens, endsOpen }: TokenPhrase): boolean {
  return endsOpen && tokens.length === 1;
}

function headlineTerm(phrase: TokenPhrase): string {
  return isCharacter(phrase) ? `characters : ${term(phrase)}` : `tokens : ${openTerm(phrase)}`;
}

function openTerm(phrase: TokenPhrase): string {
  return `${term(phrase)}${phrase.endsOpen ? " *" : ""}`;
}

function term({ tokens }: TokenPhrase): string {
  return `"${tokens.join(" ")}"`;
}
