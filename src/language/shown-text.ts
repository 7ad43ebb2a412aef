// Which text of a found article shows why it was found.
import type { Hit } from "../records/query.ts";
import { foldText } from "./fold.ts";
import { wantedPattern } from "./wanted-pattern.ts";

/** The lede, unless neither it nor the headline holds anything looked for: then the piece of the text that does. */
export function shownText(
  { headline, lede, snippet }: Pick<Hit, "headline" | "lede" | "snippet">,
  wanted: readonly string[],
): string {
  const pattern = wantedPattern(wanted);
  const isSeen = pattern === null || pattern.test(foldText(`${headline}\n${lede}`));
  return isSeen || snippet === "" ? lede : snippet;
}
