// Finds the newest matches on PostgreSQL. Its GIN index gives all matches of some tokens at once, in no order, and knows no places: to look
// a phrase up, or to go from row to row, is to unpack the tokens of each row.
import { type Expression, type SqlBool, sql } from "kysely";
import { looseText, matchText } from "./postgres-match.ts";
import type { Database } from "./tables.ts";
import type { IndexName, NewestMatches, WantedRows } from "./text-index.ts";

/** Sizes as measured on 200,000 articles. */
interface Manner {
  /** So many matches are read and put in order sooner than the newest are found by going from row to row. */
  readonly mostOrdered: number;
  /** Of what more articles hold, the newest are mostly found among so many of the last rows. */
  readonly rowsGoneThrough: number;
}

// A headline's tokens stand in its row, which is read at once; those of a text are packed, and stand elsewhere.
const manners: Readonly<Record<IndexName, Manner>> = {
  headline_index: { mostOrdered: 400, rowsGoneThrough: 4000 },
  body_index: { mostOrdered: 2000, rowsGoneThrough: 700 },
};
// Rows whose tokens are unpacked, beyond those of the page, to count what holds a phrase.
const mostLookedUp = 100;

/** As `TextIndex.newestMatches`. A phrase that many articles hold is counted up to `mostLookedUp` beyond the page. */
export async function newestPostgresMatches(database: Database, wanted: WantedRows): Promise<NewestMatches> {
  const { limit, most } = wanted;
  const { mostOrdered } = manners[wanted.index];
  const found = await amongCandidates(database, wanted, mostOrdered + 1);
  if (found.candidates <= mostOrdered) return found;
  const last = await amongLast(database, wanted);
  if (last.length === limit) return { rows: last, total: most, isCounted: false };
  return amongCandidates(database, wanted, null);
}

/**
 * Matches among what the index gives, newest first: what it can't tell is looked up one by one until there are enough. `atMost`: no more are
 * read than so many, which are any then; null: all are.
 */
async function amongCandidates(
  database: Database,
  wanted: WantedRows,
  atMost: number | null,
): Promise<NewestMatches & { readonly candidates: number }> {
  const { index, match, without, conditions, limit, most } = wanted;
  const isTold = looseText(match, without) === matchText(match, without);
  const enough = isTold ? limit : Math.min(most, limit + mostLookedUp);
  const maybe = sql<SqlBool>`${sql.ref(`${index}.tokens`)} @@ ${looseText(match, without)}::tsquery`;
  const held = sql<SqlBool>`(select ${holds(wanted, sql.ref("looked_up.tokens"))} from ${sql.table(index)} as looked_up
    where looked_up.rowid = ordered.rowid)`;
  const candidates = database
    .selectFrom(index)
    .select("rowid")
    .where((select) => select.and([maybe, ...conditions]))
    .$if(atMost !== null, (query) => query.limit(atMost ?? 0));
  const { rows } = await sql<{ row: number | null; candidates: number }>`
    with candidates as materialized (${candidates}),
      found as (select rowid from (select rowid from candidates order by rowid desc offset 0) as ordered
        where ${isTold ? sql`true` : held} limit ${Math.max(limit, enough + 1)})
    select found.rowid as row, counted.candidates
    from (select count(*) as candidates from candidates) as counted left join found on true`.execute(database);
  const found = rows.flatMap(({ row }) => row ?? []).toSorted((one, other) => other - one);
  const counted = rows[0]?.candidates ?? 0;
  const count = isTold
    ? { total: Math.min(counted, most), isCounted: counted <= most }
    : { total: Math.min(found.length, enough), isCounted: found.length <= enough };
  return { rows: found.slice(0, limit), ...count, candidates: counted };
}

async function amongLast(database: Database, wanted: WantedRows): Promise<readonly number[]> {
  const { index, conditions, limit } = wanted;
  const found = await database
    .selectFrom((from) =>
      from
        .selectFrom(index)
        .select(["rowid", "tokens"])
        .orderBy("rowid", "desc")
        .limit(manners[index].rowsGoneThrough)
        .as(index),
    )
    .select("rowid")
    .where((select) => select.and([holds(wanted, sql.ref(`${index}.tokens`)), ...conditions]))
    .orderBy("rowid", "desc")
    .limit(limit)
    .execute();
  return found.map(({ rowid }) => rowid);
}

const holds = ({ match, without }: WantedRows, tokens: Expression<unknown>): Expression<SqlBool> =>
  sql<SqlBool>`${tokens} @@ ${matchText(match, without)}::tsquery`;
