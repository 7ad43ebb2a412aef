// How a database finds the newest matches that walks its matches in the order of rows.
import type { Database } from "./tables.ts";
import type { NewestMatches, TextIndex, WantedRows } from "./text-index.ts";

/** By one statement, since to walk the matches is what takes time. */
export async function walkMatches(
  database: Database,
  textIndex: TextIndex,
  wanted: WantedRows,
): Promise<NewestMatches> {
  const { index, match, without, conditions, limit, most } = wanted;
  const found = await database
    .with(
      (cte) => cte("matching").materialized(),
      (matching) =>
        matching
          .selectFrom(index)
          .select("rowid as row")
          .where(without === null ? textIndex.isMatch(index, match) : textIndex.isMatchWithout(index, match, without))
          .where((select) => select.and(conditions))
          .orderBy("rowid", "desc")
          .limit(Math.max(limit, most + 1)),
    )
    .selectFrom("matching")
    .select(({ selectFrom, fn }) => [
      "row",
      selectFrom("matching").select(fn.countAll<number>().as("count")).as("total"),
    ])
    .orderBy("row", "desc")
    .limit(limit)
    .execute();
  const counted = found[0]?.total ?? 0;
  return { rows: found.map(({ row }) => row), total: Math.min(counted, most), isCounted: counted <= most };
}
