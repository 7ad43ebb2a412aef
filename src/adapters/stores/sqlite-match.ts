// What is looked for as FTS5's expressions have it. The tokens hold no quotation mark, nor anything else that FTS5 could take for its own.
import type { TokenPhrase } from "../../language/tokens.ts";
import type { TokenMatch } from "./text-index.ts";

export function matchText(match: TokenMatch): string {
  return match.map((phrases) => `(${phrases.map(phraseText).join(" OR ")})`).join(" AND ");
}

export function phraseText({ tokens, endsOpen }: TokenPhrase): string {
  return `"${tokens.join(" ")}"${endsOpen ? " *" : ""}`;
}
