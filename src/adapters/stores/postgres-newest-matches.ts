// Finds the newest matches on PostgreSQL. Its GIN index gives all matches of some tokens at once, in no order, and knows no places: to look
// a phrase up is to unpack the tokens of each row. So it is asked for the latest spans of time first, which mostly hold enough.
import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { looseText, matchText } from "./postgres-match.ts";
import { firstRowOfSpan, spanOf } from "./postgres-token-index.ts";
import { allHold } from "./search-conditions.ts";
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

const none: NewestMatches = { rows: [], total: 0, isCounted: true };

/** As `TextIndex.newestMatches`, by one statement. A phrase that many articles hold is counted up to `mostLookedUp` beyond the page. */
export async function newestPostgresMatches(
  database: Database,
  wanted: WantedRows,
  lastRows = mostLastRows,
): Promise<NewestMatches> {
  const [matches = none] = await newestPostgresMatchesOfEach(database, [wanted], lastRows);
  return matches;
}

/** The same of each, by one statement as well: to ask and be answered takes as long as most of the searches do. */
export async function newestPostgresMatchesOfEach(
  database: Database,
  wanted: readonly WantedRows[],
  lastRows = mostLastRows,
): Promise<readonly NewestMatches[]> {
  const searches = wanted.map(searchOf);
  const each = searches.map(
    ({ found }, place) => sql`select ${sql.lit(place)} as place, found.* from (${found}) as found`,
  );
  const { rows } = await sql<FoundRow & { place: number }>`
    select * from (with ${spans(lastRows)} ${sql.join(each, sql` union all `)}) as found`.execute(database);
  const rowsAt = Map.groupBy(rows, ({ place }) => place);
  return searches.map(({ read }, place) => read(rowsAt.get(place) ?? []));
}

/** `total`: of how many, where that is counted. */
interface FoundRow {
  readonly row: number | null;
  readonly total: number | null;
}

/** The query for the rows, beside `spans`, and what they say. */
interface OneSearch {
  readonly found: RawBuilder<FoundRow>;
  readonly read: (rows: readonly FoundRow[]) => NewestMatches;
}

function searchOf(wanted: WantedRows): OneSearch {
  const { match, without, most } = wanted;
  const isTold = looseText(match, without) === matchText(match, without);
  return isTold && most > 0 ? toldMatches(wanted) : lookedUpMatches(wanted);
}

/** Looked at one by one, newest first, until there are enough. */
function lookedUpMatches(wanted: WantedRows): OneSearch {
  const { index, match, without, conditions, limit, most } = wanted;
  const loose = looseText(match, without);
  const lookedUp = loose === looseText(match, without, false) ? mostLookedUp : mostOpenLookedUp;
  const enough = Math.max(limit, Math.min(most, limit + lookedUp));
  const unasked = { ...wanted, conditions: [] };
  const isHeld = sql<SqlBool>`(select tokens @@ ${matchText(match, without)}::tsquery from ${sql.table(index)} as looked_up
    where looked_up.rowid = ${sql.ref(`${index}.rowid`)})`;
  const isSure = loose === matchText(match, without);
  const all = allHold([isSure ? sql<SqlBool>`true` : isHeld, ...conditions]);
  const found = sql<FoundRow>`
    with ${latest(unasked)}, earlier as materialized (${candidates(unasked, loose, isEarlier)})
    select rowid as row, null::bigint as total from (
      select rowid from (select rowid from latest order by rowid desc offset 0) as ${sql.table(index)} where ${all}
      union all
      select rowid from (select rowid from earlier order by rowid desc offset 0) as ${sql.table(index)} where ${all}
    ) as held limit ${enough + 1}`;
  const read = (held: readonly FoundRow[]) => ({
    rows: rowsOf(held).slice(0, limit),
    total: Math.min(held.length, enough),
    isCounted: held.length <= enough,
  });
  return { found, read };
}

const rowsOf = (found: readonly FoundRow[]): readonly number[] => found.flatMap(({ row }) => row ?? []);

const isEarlier = sql<SqlBool>`rowid < (select first from spans)`;

/**
 * Of a match that the index can tell by itself. Where the last rows have a page of matches but too few to count, as many spans before them are
 * read as should have the rest, and all only when they have not.
 */
function toldMatches(wanted: WantedRows): OneSearch {
  const { match, without, limit, most } = wanted;
  const told = looseText(match, without);
  const wantedCount = Math.max(limit, most + 1);
  const [counted, countedNear] = [sql`(select count from counted)`, sql`(select count from counted_near)`];
  const isNear = sql<SqlBool>`array[${spanOf(sql`rowid`)}] && (select near from counted)`;
  const isBeforeNear = sql<SqlBool>`rowid < (select first from counted)`;
  const isLeft = sql<SqlBool>`${countedNear} < ${wantedCount}`;
  const found = sql<FoundRow>`
    with ${latest(wanted)}, counted as materialized (${countedLatest(wanted)}),
      near as materialized (${candidates(wanted, told, isEarlier, isNear)} limit greatest(${most + 1} - ${counted}, 0)),
      counted_near as materialized (select ${counted} + count(*) as count from near),
      earlier as materialized (${candidates(wanted, told, isBeforeNear, isLeft)}
        limit case when ${counted} >= ${limit} then greatest(${most + 1} - ${countedNear}, 0) end),
      found as (select rowid from (select rowid from latest union all select rowid from earlier) as either
        order by rowid desc limit ${limit})
    select found.rowid as row, total
    from (select ${countedNear} + (select count(*) from earlier) as total) as totals left join found on true`;
  const read = (rows: readonly FoundRow[]) => {
    const total = rows[0]?.total ?? 0;
    return { rows: rowsOf(rows), total: Math.min(total, most), isCounted: total <= most };
  };
  return { found, read };
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

/** The spans that hold the last rows, and where they begin. Both indexes have the same rows; of a gap between these, the spans are counted in. */
function spans(lastRows: number) {
  return sql`
    spans as materialized (
      select array(select generate_series(first, last)) as spans, ${firstRowOfSpan(sql`first`)} as first
      from (select greatest(${spanOf(sql`min(rowid)`)}, ${spanOf(sql`max(rowid)`)} - ${mostSpans}::bigint) as first, ${spanOf(sql`max(rowid)`)} as last
        from (select rowid from body_index order by rowid desc limit ${lastRows}) as last) as last)`;
}

/** The candidates in those spans. */
function latest(wanted: WantedRows) {
  const loose = looseText(wanted.match, wanted.without, false);
  const isLast = sql<SqlBool>`array[${spanOf(sql`rowid`)}] && (select spans from spans)`;
  return sql`latest as materialized (${candidates(wanted, loose, sql`true`, isLast)})`;
}

/** Rows of which the index tells that they may match. Only the tokens and what is `told` may lead the server to them: dates would make it unpack each. */
function candidates(
  { index, conditions }: WantedRows,
  loose: string,
  condition: Expression<SqlBool>,
  told: Expression<SqlBool> = sql`true`,
) {
  const table = sql.table(index);
  return sql`select rowid from (select rowid from ${table}
    where tokens @@ ${loose}::tsquery and ${told} offset 0) as ${table} where ${allHold([condition, ...conditions])}`;
}
