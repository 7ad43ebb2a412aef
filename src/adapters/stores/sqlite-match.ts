// A phrase as FTS5's expressions have it.
import type { TokenPhrase } from "../../language/tokens.ts";

/** The tokens hold no quotation mark, nor anything else that FTS5 could take for its own. */
export function phraseText({ tokens, endsOpen }: TokenPhrase): string {
  return `"${tokens.join(" ")}"${endsOpen ? " *" : ""}`;
}
