// Ranks headlines on SQLite by how rare what they hold is. FTS5's BM25 takes twice as long, and tells no headline's share of what is wanted.
import { sql } from "kysely";
import { allHold } from "./search-conditions.ts";
import { matchText } from "./sqlite-match.ts";
import type { Database } from "./tables.ts";
import { mostRanked, type RankedRow, type WantedHeadlines } from "./text-index.ts";

/** As `TextIndex.bestHeadlines`. A token that doesn't lead is looked for beside those that do, which skips most of what has it. */
export async function bestSqliteHeadlines(
  database: Database,
  { leading, sought, outOf, match, conditions }: WantedHeadlines,
): Promise<readonly RankedRow[]> {
  const led = matchText([leading, ...match]);
  const asked = JSON.stringify(sought.map(({ phrase, rarity }) => [`${led} AND ${matchText([[phrase]])}`, rarity]));
  const isHeld = allHold([sql`headline_index match query`, ...conditions]);
  const { rows } = await sql<RankedRow>`
    with asked as materialized (select value ->> 0 as query, value ->> 1 as rarity from json_each(${asked}))
    select headline_index.rowid as row, sum(rarity) * count(*) / ${outOf} as score from asked cross join headline_index
    where ${isHeld} group by headline_index.rowid having count(*) * 2 > ${outOf}
    order by score desc, headline_index.rowid desc limit ${mostRanked}`.execute(database);
  return rows;
}
