// Ranks headlines on PostgreSQL by how rare what they hold is: its own ts_rank takes a common token for as telling as a rare one.
import { type SqlBool, sql } from "kysely";
import { matchText } from "./postgres-match.ts";
import { allHold } from "./search-conditions.ts";
import type { Database } from "./tables.ts";
import type { RankedRow, WantedHeadlines } from "./text-index.ts";

// Of a phrase that more headlines hold: few words have so many, but beginnings of words do.
const mostHolding = 2000;
// Words remembered wrong are often the rarest: of fewer, those that hold all the others were missing.
const mostRanked = 60;
// Rarity is told against so many headlines, however many there are.
const among = 1_000_000;

/**
 * As `TextIndex.bestHeadlines`, by inverse document frequency: of the first list's phrases, each counts as much as it is rare. The others
 * must hold. Headlines are about as long as each other, so that BM25's other half says little.
 */
export async function bestPostgresHeadlines(
  database: Database,
  { match, tokens, openToken, conditions }: WantedHeadlines,
): Promise<readonly RankedRow[]> {
  const [phrases = [], ...others] = match;
  const queries = phrases.map((phrase) => matchText([[phrase], ...others]));
  const tokenQueries = tokens.map((token) => matchText([[{ tokens: [token], endsOpen: token === openToken }]]));
  const { rows } = await sql<RankedRow>`
    select rowid as row, score,
      (select count(*) from unnest(${tokenQueries}::tsquery[]) as one (query) where tokens @@ query)::float8 / ${tokens.length} as share
    from (select rowid, sum(rarity)::float8 as score
      from (select holding.rowid, ln(${among}::float8 / count(*) over (partition by place)) as rarity
        from unnest(${queries}::text[]) with ordinality as asked (query, place),
          lateral (select rowid from (select rowid from headline_index where tokens @@ query::tsquery offset 0) as headline_index
            where ${allHold([sql<SqlBool>`true`, ...conditions])} limit ${mostHolding}) as holding) as told
      group by rowid order by score desc, rowid desc limit ${mostRanked}) as best join headline_index using (rowid)
    order by score desc, row desc`.execute(database);
  return rows;
}
