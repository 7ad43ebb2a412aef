// How much of what was asked for stands in headlines: read from them, for a database whose index does not tell a row's tokens.
import { foldText } from "../../language/fold.ts";
import { indexTokens, isPair } from "../../language/tokens.ts";
import type { WantedHeadlines } from "./text-index.ts";

/** Tells of a headline which share of the wanted tokens it has, 0 to 1. */
export function headlineShares({
  tokens,
  openToken,
}: Pick<WantedHeadlines, "tokens" | "openToken">): (headline: string) => number {
  // A pair is a token wherever it stands; to tell a headline's tokens takes ten times as long as to look for some.
  const holdsOf = tokens.every(isPair) ? pairsIn : wordsIn(openToken);
  return (headline) => {
    const holds = holdsOf(headline);
    return tokens.filter(holds).length / tokens.length;
  };
}

type Holds = (token: string) => boolean;

function pairsIn(headline: string): Holds {
  const folded = foldText(headline);
  return (pair) => folded.includes(pair);
}

const wordsIn =
  (openToken: string | null) =>
  (headline: string): Holds => {
    const present = new Set(indexTokens(headline));
    const isBegun = (token: string) => [...present].some((one) => one.startsWith(token));
    return (token) => present.has(token) || (token === openToken && isBegun(token));
  };
