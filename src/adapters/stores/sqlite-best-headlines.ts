// Ranks headlines on SQLite by how rare what they hold is: FTS5's BM25 takes twice as long and, of headlines, says nothing else.
import { sql } from "kysely";
import { headlineShares } from "./headline-shares.ts";
import { allHold } from "./search-conditions.ts";
import { matchText } from "./sqlite-match.ts";
import type { Database } from "./tables.ts";
import type { RankedRow, WantedHeadlines } from "./text-index.ts";

// More of them change no answer.
const mostRanked = 40;
// Rarity is told against so many headlines, however many there are.
const among = 1_000_000;

/**
 * As `TextIndex.bestHeadlines`, by inverse document frequency: of the first list's phrases, each counts as much as it is rare. The others
 * must hold.
 */
export async function bestSqliteHeadlines(database: Database, wanted: WantedHeadlines): Promise<readonly RankedRow[]> {
  const [phrases = [], ...others] = wanted.match;
  const asked = JSON.stringify(phrases.map((phrase) => matchText([[phrase], ...others])));
  const isHeld = allHold([sql`headline_index match query`, ...wanted.conditions]);
  // FTS5's own table in the parentheses: a count alone takes a fifth of what reading the rows does.
  const { rows } = await sql<Omit<RankedRow, "share"> & { readonly headline: string }>`
    with asked as materialized (
      select value as query, ln(1.0 * ${among} / (select count(*) from headline_index where headline_index match value)) as rarity
      from json_each(${asked})),
    best as materialized (
      select headline_index.rowid as row, sum(rarity) as score from asked, headline_index where ${isHeld}
      group by headline_index.rowid order by score desc, headline_index.rowid desc limit ${mostRanked})
    select row, score, headline from best join articles using (row) order by score desc, row desc`.execute(database);
  const shareOf = headlineShares(wanted);
  return rows.map(({ row, score, headline }) => ({ row, score, share: shareOf(headline) }));
}
