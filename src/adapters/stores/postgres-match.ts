// What is looked for, as PostgreSQL's tsquery is written.
import type { TokenPhrase } from "../../language/tokens.ts";
import type { TokenMatch } from "./text-index.ts";

// Limit of the type: https://www.postgresql.org/docs/current/textsearch-limitations.html
const longestTokenBytes = 2046;

/** Each of the match's lists by any phrase, and nothing of `without`. */
export function matchText(match: TokenMatch, without: TokenMatch | null = null): string {
  return withoutText(
    listsText(match, phraseText("<->")),
    without === null ? null : listsText(without, phraseText("<->")),
  );
}

/**
 * The same without the order of tokens in phrases, which no index knows: what holds the match holds this. `withEnds`: whether with the open
 * ends of phrases, as the 年 of 2024年 is, of which an index collects all words that begin so.
 */
export function looseText(match: TokenMatch, without: TokenMatch | null, withEnds = true): string {
  // Of alternatives, each of which excludes, some may be left out: less is excluded then.
  const [excluded = []] = without?.length === 1 ? without : [];
  const alone = excluded.filter(({ tokens }) => tokens.length === 1);
  const told = alone.length > 0 ? listsText([alone], phraseText("<->")) : null;
  const shown = withEnds ? match : match.map((phrases) => phrases.map(withoutEnd));
  return withoutText(listsText(shown, phraseText("&")), told);
}

/** A token as it stands in a tsvector or a tsquery. */
export const quoted = (token: string): string => `'${shortened(token).replace(/['\\]/g, "$&$&")}'`;

function withoutText(match: string, without: string | null): string {
  return without === null ? match : `(${match})&!(${without})`;
}

const withoutEnd = (phrase: TokenPhrase): TokenPhrase =>
  phrase.endsOpen && phrase.tokens.length > 1 ? { tokens: phrase.tokens.slice(0, -1), endsOpen: false } : phrase;

const listsText = (match: TokenMatch, text: (phrase: TokenPhrase) => string): string =>
  match.map((phrases) => `(${phrases.map(text).join("|")})`).join("&");

const phraseText =
  (between: "<->" | "&") =>
  ({ tokens, endsOpen }: TokenPhrase): string =>
    `(${tokens.map(quoted).join(between)}${endsOpen ? ":*" : ""})`;

/** A token as long as PostgreSQL takes it; the same for what is stored and what is looked for. */
function shortened(token: string): string {
  if (token.length * 3 <= longestTokenBytes || Buffer.byteLength(token) <= longestTokenBytes) return token;
  return Array.from(token)
    .slice(0, Math.floor(longestTokenBytes / 4))
    .join("");
}
