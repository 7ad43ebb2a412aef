// How much of what was asked for stands in headlines: read from them, for a database whose index does not tell a row's tokens.
import { indexTokens } from "../../language/tokens.ts";
import type { Database } from "./tables.ts";
import type { RankedRow, WantedHeadlines } from "./text-index.ts";

/** The rows with their share of the wanted tokens. */
export async function withShares(
  database: Database,
  ranked: readonly Omit<RankedRow, "share">[],
  wanted: WantedHeadlines,
): Promise<readonly RankedRow[]> {
  if (ranked.length === 0) return [];
  const articles = await database
    .selectFrom("articles")
    .select(["row", "headline"])
    .where(
      "row",
      "in",
      ranked.map(({ row }) => row),
    )
    .execute();
  const headlines = new Map(articles.map(({ row, headline }) => [row, headline]));
  return ranked.map((one) => ({ ...one, share: shareOf(wanted, headlines.get(one.row) ?? "") }));
}

function shareOf({ tokens, openToken }: WantedHeadlines, headline: string): number {
  const present = new Set(indexTokens(headline));
  const holds = tokens.filter((token) => present.has(token)).length;
  const isBegun =
    openToken !== null && !present.has(openToken) && [...present].some((token) => token.startsWith(openToken));
  return (holds + (isBegun ? 1 : 0)) / tokens.length;
}
