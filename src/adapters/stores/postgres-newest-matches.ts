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
// The same where a phrase's end is open: what has no such end is looked up as well, and to have the index tell them takes fifty milliseconds.
const mostOpenLookedUp = 20;

// So many times the last rows are read to count on; more is no less than everything.
const mostTimes = 20;
const mostSpans = 500;
// News comes unevenly.
const margin = 1.5;

/** As `TextIndex.newestMatches`, by one statement. A phrase that many articles hold is counted up to `mostLookedUp` beyond the page. */
export async function newestPostgresMatches(
  database: Database,
  wanted: WantedRows,
  lastRows = mostLastRows,
): Promise<NewestMatches> {
  const { match, without, most } = wanted;
  const isTold = looseText(match, without) === matchText(match, without);
  return isTold && most > 0 ? toldMatches(database, wanted, lastRows) : lookedUpMatches(database, wanted, lastRows);
}

/** Looked at one by one, newest first, until there are enough. */
async function lookedUpMatches(database: Database, wanted: WantedRows, lastRows: number): Promise<NewestMatches> {
  const { index, match, without, conditions, limit, most } = wanted;
  const loose = looseText(match, without);
  const lookedUp = loose === looseText(match, without, false) ? mostLookedUp : mostOpenLookedUp;
  const enough = Math.max(limit, Math.min(most, limit + lookedUp));
  const unasked = { ...wanted, conditions: [] };
  const isHeld = sql`(select tokens @@ ${matchText(match, without)}::tsquery from ${sql.table(index)} as looked_up
    where looked_up.rowid = ${sql.ref(`${index}.rowid`)})`;
  const all = sql.join([...(loose === matchText(match, without) ? [sql`true`] : [isHeld]), ...conditions], sql` and `);
  const { rows } = await sql<{ row: number }>`
    with ${latest(unasked, lastRows)}, earlier as materialized (${candidates(unasked, loose, isEarlier)})
    select rowid as row from (
      select rowid from (select rowid from latest order by rowid desc offset 0) as ${sql.table(index)} where ${all}
      union all
      select rowid from (select rowid from earlier order by rowid desc offset 0) as ${sql.table(index)} where ${all}
    ) as held limit ${enough + 1}`.execute(database);
  const found = rows.map(({ row }) => row);
  return { rows: found.slice(0, limit), total: Math.min(found.length, enough), isCounted: found.length <= enough };
}

const isEarlier = sql<SqlBool>`rowid < (select first from spans)`;

/**
 * Of a match that the index can tell by itself. Where the last rows have a page of matches but too few to count, as many spans before them are
 * read as should have the rest, and all only when they have not.
 */
async function toldMatches(database: Database, wanted: WantedRows, lastRows: number): Promise<NewestMatches> {
  const { match, without, limit, most } = wanted;
  const told = looseText(match, without);
  const wantedCount = Math.max(limit, most + 1);
  const [counted, countedNear] = [sql`(select count from counted)`, sql`(select count from counted_near)`];
  const isNear = sql<SqlBool>`array[${spanOf(sql`rowid`)}] && (select near from counted)`;
  const isBeforeNear = sql<SqlBool>`rowid < (select first from counted)`;
  const isLeft = sql<SqlBool>`${countedNear} < ${wantedCount}`;
  const { rows } = await sql<{ row: number | null; total: number }>`
    with ${latest(wanted, lastRows)}, counted as materialized (${countedLatest(wanted)}),
      near as materialized (${candidates(wanted, told, isEarlier, isNear)} limit greatest(${most + 1} - ${counted}, 0)),
      counted_near as materialized (select ${counted} + count(*) as count from near),
      earlier as materialized (${candidates(wanted, told, isBeforeNear, isLeft)}
        limit case when ${counted} >= ${limit} then greatest(${most + 1} - ${countedNear}, 0) end),
      found as (select rowid from (select rowid from latest union all select rowid from earlier) as either
        order by rowid desc limit ${limit})
    select found.rowid as row, total
    from (select ${countedNear} + (select count(*) from earlier) as total) as totals left join found on true`.execute(
    database,
  );
  const total = rows[0]?.total ?? 0;
  return { rows: rows.flatMap(({ row }) => row ?? []), total: Math.min(total, most), isCounted: total <= most };
}
/** How many candidates the latest spans have, which spans before them should have the rest of what is counted, and where all these begin. */
function countedLatest({ limit, most }: WantedRows) {
  const [fewest, rest] = [sql.lit(Math.max(limit, Math.ceil(most / mostTimes))), sql`${most + 1}::bigint - count`];
  const firstSpan = spanOf(sql`spans.first`);
  const width = sql`least(${mostSpans}, ceil(array_length(spans.spans, 1) * ${margin}::float8 * (${rest}) / count))::bigint`;
  return sql`
    select count, case when is_few then array(select generate_series(${firstSpan} - width, ${firstSpan} - 1)) end as near,
      case when is_few then ${firstRowOfSpan(sql`(${firstSpan} - width)`)} else spans.first end as first
    from (select count(*) as count from latest) as counted, spans,
      lateral (select count >= ${fewest} and count <= ${most} as is_few) as few,
      lateral (select case when is_few then ${width} end as width) as wide`;
}

/** The spans that hold the last rows, where they begin, and the candidates in them. */
function latest(wanted: WantedRows, lastRows: number) {
  const table = sql.table(wanted.index);
  const loose = looseText(wanted.match, wanted.without, false);
  const isLast = sql<SqlBool>`array[${spanOf(sql`rowid`)}] && (select spans from spans)`;
  return sql`
    spans as materialized (select array_agg(distinct span) as spans, ${firstRowOfSpan(sql`min(span)`)} as first
      from (select ${spanOf(sql`rowid`)} as span from (select rowid from ${table} order by rowid desc limit ${lastRows}) as last) as last),
    latest as materialized (${candidates(wanted, loose, sql`true`, isLast)})`;
}

/** Rows of which the index tells that they may match. Only the tokens and what is `told` may lead the server to them: dates would make it unpack each. */
function candidates(
  { index, conditions }: WantedRows,
  loose: string,
  condition: Expression<SqlBool>,
  told: Expression<SqlBool> = sql`true`,
) {
  const table = sql.table(index);
  const all = [condition, ...conditions].map((one) => sql`(${one})`);
  return sql`select rowid from (select rowid from ${table}
    where tokens @@ ${loose}::tsquery and ${told} offset 0) as ${table} where ${sql.join(all, sql` and `)}`;
}
