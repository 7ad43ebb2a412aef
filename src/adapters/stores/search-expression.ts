// A query as expressions of FTS5. Only tokens of our own get into them, so no syntax of FTS5 can be typed by a user.
import { type TokenPhrase, tokenPhrase } from "../../language/tokens.ts";
import type { Query } from "../../records/query.ts";

/** Words and phrases as FTS5 match expressions: of the headline index and of the body index. */
export interface MatchExpression {
  readonly headline: string;
  readonly body: string;
}

// What a person types has a dozen tokens; a pasted page must not keep the archive busy.
const mostTokens = 400;

/** All words and phrases must occur; null when the query has none. */
export function allTermsExpression(query: Pick<Query, "words" | "phrases">): MatchExpression | null {
  const phrases = tokenPhrases([...query.words, ...query.phrases]);
  if (phrases.length === 0) return null;
  return {
    headline: phrases.map(headlineTerm).join(" AND "),
    body: phrases.map(bodyTerm).join(" AND "),
  };
}

/** Any of the texts, in the body index; null when there are none. */
export function anyTextExpression(texts: readonly string[]): string | null {
  const phrases = tokenPhrases(texts);
  return phrases.length === 0 ? null : phrases.map(bodyTerm).join(" OR ");
}

/** The words' tokens, each once: what a near headline has some of. */
export function nearTokens(words: readonly string[]): readonly string[] {
  return [...new Set(tokenPhrases(words).flatMap((phrase) => phrase.tokens))];
}

/** Headlines with any of the tokens and all of the phrases. */
export function nearExpression(tokens: readonly string[], phrases: readonly string[]): string {
  const any = `tokens : (${tokens.map(quoted).join(" OR ")})`;
  return [any, ...tokenPhrases(phrases).map(headlineTerm)].join(" AND ");
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

/** A single character has a column of its own there, as it is asked for most. */
function headlineTerm(phrase: TokenPhrase): string {
  const isCharacter = phrase.endsOpen && phrase.tokens.length === 1;
  return isCharacter ? `characters : ${quoted(phrase.tokens[0] ?? "")}` : `tokens : ${bodyTerm(phrase)}`;
}

function bodyTerm({ tokens, endsOpen }: TokenPhrase): string {
  return `${quoted(tokens.join(" "))}${endsOpen ? " *" : ""}`;
}

function quoted(text: string): string {
  return `"${text}"`;
}
