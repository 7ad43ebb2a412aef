// Ranks headlines on PostgreSQL by how rare what they hold is: its own ts_rank takes a common token for as telling as a rare one.
import { type SqlBool, sql } from "kysely";
import { matchText } from "./postgres-match.ts";
import { allHold } from "./search-conditions.ts";
import type { Database } from "./tables.ts";
import { mostRanked, type RankedRow, type WantedHeadlines } from "./text-index.ts";

// Few words lead to so many headlines, but beginnings of words do.
const mostLedTo = 2000;

/** As `TextIndex.bestHeadlines`: what leads is looked up in the index, the rest of the tokens in the headlines that it leads to. */
export async function bestPostgresHeadlines(
  database: Database,
  { leading, sought, outOf, match, conditions }: WantedHeadlines,
): Promise<readonly RankedRow[]> {
  const queries = sought.map(({ phrase }) => matchText([[phrase]]));
  const rarities = sought.map(({ rarity }) => rarity);
  const { rows } = await sql<RankedRow>`
    select rowid as row, sum(rarity) * count(*) / ${outOf} as score
    from (select rowid, tokens from
        (select rowid, tokens from headline_index where tokens @@ ${matchText([leading, ...match])}::tsquery offset 0) as headline_index
        where ${allHold([sql<SqlBool>`true`, ...conditions])} limit ${mostLedTo}) as led,
      unnest(${queries}::tsquery[], ${rarities}::float8[]) as asked (query, rarity)
    where tokens @@ query group by rowid having count(*) * 2 > ${outOf}
    order by score desc, row desc limit ${mostRanked}`.execute(database);
  return rows;
}
