// How a database finds the newest matches that walks its matches in the order of rows.
import { sql } from "kysely";
import { allHold } from "./search-conditions.ts";
import type { Database } from "./tables.ts";
import type { NewestMatches, TextIndex, WantedRows } from "./text-index.ts";

/** By one statement, since to walk the matches is what takes time. */
export async function walkMatches(
  database: Database,
  textIndex: TextIndex,
  wanted: WantedRows,
): Promise<NewestMatches> {
  const { index, match, without, conditions, limit, most } = wanted;
  const isMatch = without === null ? textIndex.isMatch(index, match) : textIndex.isMatchWithout(index, match, without);
  const { rows: found } = await sql<{ readonly row: number; readonly total: number }>`
    with matching as materialized (
      select rowid as row from ${sql.table(index)} where ${allHold([isMatch, ...conditions])}
      order by rowid desc limit ${Math.max(limit, most + 1)})
    select row, (select count(*) from matching) as total from matching order by row desc limit ${limit}`.execute(
    database,
  );
  const counted = found[0]?.total ?? 0;
  return { rows: found.map(({ row }) => row), total: Math.min(counted, most), isCounted: counted <= most };
}
