// Names in running text that capitalises them: whole, and told from words that merely begin a sentence.
import type { Candidate } from "./candidates.ts";
import type { Tokens } from "./tokens.ts";

/**
 * Of an article in Latin script, the candidates that are names: they stand alone somewhere, and in the body (headlines
 * capitalise any word) somewhere else than at a sentence's start.
 */
export function latinNames(
  candidates: readonly Candidate[],
  tokens: Tokens,
  headlineTokens: number,
): readonly Candidate[] {
  return candidates.filter(
    ({ places, length, term }) =>
      places.some((at) => tokens.runStarts[at] === at && tokens.runEnds[at] === at + length) &&
      (/\p{Lu}.*\p{Lu}|\d/u.test(term) || places.some((at) => at >= headlineTokens && !beginsSentence(tokens, at))),
  );
}

function beginsSentence({ text, starts }: Tokens, at: number): boolean {
  return /(?:^|[.!?:;\n"“‘(—–-])\s*$/.test(text.slice(Math.max(0, (starts[at] ?? 0) - 3), starts[at]));
}

/** The full name that the short one belongs to, when the article gives it (Floyd → George Floyd); else the term itself. */
export function fullName(term: string, terms: readonly string[]): string {
  return terms.find((other) => other.endsWith(` ${term}`)) ?? term;
}
