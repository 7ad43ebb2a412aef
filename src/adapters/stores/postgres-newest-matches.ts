// Finds the newest matches on PostgreSQL. Its GIN index gives all matches of some tokens at once, in no order, and knows no places: to look
// a phrase up is to unpack the tokens of each row. So it is asked for the latest spans of time first, which mostly hold enough.
import { type Expression, type SqlBool, sql } from "kysely";
import { looseText, matchText } from "./postgres-match.ts";
import { firstRowOfSpan, spanOf } from "./postgres-token-index.ts";
import type { Database } from "./tables.ts";
import type { NewestMatches, WantedRows } from "./text-index.ts";

// What common words match is found among the spans of so many of the last rows; to read all that these hold takes a millisecond.
const mostLastRows = 4000;
// Rows whose tokens are unpacked, beyond those of the page, to count what holds a phrase.
const mostLookedUp = 100;

/** As `TextIndex.newestMatches`, by one statement. A phrase that many articles hold is counted up to `mostLookedUp` beyond the page. */
export async function newestPostgresMatches(
  database: Database,
  wanted: WantedRows,
  lastRows = mostLastRows,
): Promise<NewestMatches> {
  const { match, without, limit, most } = wanted;
  if (looseText(match, without) === matchText(match, without)) return toldMatches(database, wanted, lastRows);
  const enough = Math.max(limit, Math.min(most, limit + mostLookedUp));
  const { rows } = await sql<{ row: number }>`
    with ${latest(wanted, lastRows)}, earlier as materialized (${candidates(wanted, sql`rowid < (select first from spans)`)})
    select rowid as row from (
      select rowid from (select rowid from latest order by rowid desc offset 0) as ordered where ${isHeld(wanted)}
      union all
      select rowid from (select rowid from earlier order by rowid desc offset 0) as ordered where ${isHeld(wanted)}
    ) as held limit ${enough + 1}`.execute(database);
  const found = rows.map(({ row }) => row);
  return { rows: found.slice(0, limit), total: Math.min(found.length, enough), isCounted: found.length <= enough };
}

/** Of a match that the index can tell by itself. */
async function toldMatches(database: Database, wanted: WantedRows, lastRows: number): Promise<NewestMatches> {
  const { limit, most } = wanted;
  const counted = sql`(select count from counted)`;
  const isLeft = sql<SqlBool>`${counted} < ${Math.max(limit, most + 1)}`;
  const isEarlier = sql<SqlBool>`rowid < (select first from spans)`;
  const { rows } = await sql<{ row: number | null; total: number }>`
    with ${latest(wanted, lastRows)}, counted as materialized (select count(*) as count from latest),
      earlier as materialized (${candidates(wanted, isEarlier, isLeft)}
        limit case when ${counted} >= ${limit} then greatest(${most + 1} - ${counted}, 0) end),
      found as (select rowid from (select rowid from latest union all select rowid from earlier) as either
        order by rowid desc limit ${limit})
    select found.rowid as row, total
    from (select ${counted} + (select count(*) from earlier) as total) as totals left join found on true`.execute(
    database,
  );
  const total = rows[0]?.total ?? 0;
  return { rows: rows.flatMap(({ row }) => row ?? []), total: Math.min(total, most), isCounted: total <= most };
}

/** The spans that hold the last rows, where they begin, and the candidates in them. */
function latest(wanted: WantedRows, lastRows: number) {
  const table = sql.table(wanted.index);
  return sql`
    spans as materialized (select array_agg(distinct span) as spans, ${firstRowOfSpan(sql`min(span)`)} as first
      from (select ${spanOf(sql`rowid`)} as span from (select rowid from ${table} order by rowid desc limit ${lastRows}) as last) as last),
    latest as materialized (${candidates(wanted, sql`true`, sql`array[${spanOf(sql`rowid`)}] && (select spans from spans)`)})`;
}

/** Rows of which the index tells that they may match. Only the tokens and what is `told` may lead the server to them: dates would make it unpack each. */
function candidates(wanted: WantedRows, condition: Expression<SqlBool>, told: Expression<SqlBool> = sql`true`) {
  const { index, match, without, conditions } = wanted;
  const table = sql.table(index);
  const all = [condition, ...conditions].map((one) => sql`(${one})`);
  return sql`select rowid from (select rowid from ${table}
    where tokens @@ ${looseText(match, without)}::tsquery and ${told} offset 0) as ${table} where ${sql.join(all, sql` and `)}`;
}

const isHeld = ({ index, match, without }: WantedRows) =>
  sql<SqlBool>`(select tokens @@ ${matchText(match, without)}::tsquery from ${sql.table(index)} as looked_up
    where looked_up.rowid = ordered.rowid)`;
