// Finds the rows that match a query, best first, in tiers: in the headline, then anywhere, newest first in each; then near headlines.
import type { Query } from "../../records/query.ts";
import { nearRows } from "./near-rows.ts";
import { type Asked, holdsNone, type RowReference, readSearch, withinDates } from "./search-conditions.ts";
import type { Database } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";

interface FoundRows {
  /** Rows in which all holds, counted up to `mostCounted`. */
  readonly total: number;
  readonly isCounted: boolean;
  /** The page asked for: first of those, then near ones. */
  readonly rows: readonly number[];
}

interface Page {
  readonly limit: number;
  readonly offset: number;
}

// Nobody pages further, and to count a common word's every article takes longer than to find the newest ten.
const mostCounted = 1000;

/** The rows of one page, and how many match in all. */
export async function findRows(database: Database, textIndex: TextIndex, query: Query, page: Page): Promise<FoundRows> {
  const search = await readSearch(database, query);
  if (search === null) return newestRows(database, query, page);
  const conditions = async (row: RowReference) => [
    ...holdsNone(textIndex, search.without, row),
    ...(await withinDates(database, query, row)),
  ];
  const asked = { database, textIndex, query, search, conditions };
  const pageEnd = page.offset + page.limit;
  const { anywhere, ...count } = await newestAnywhere(asked, pageEnd);
  const inHeadline = anywhere.length > 0 && search.hasTexts ? await newestInHeadline(asked, pageEnd) : [];
  const exact = [...new Set([...inHeadline, ...anywhere])].slice(0, pageEnd);
  const near = exact.length < pageEnd ? await nearRows(asked, new Set(exact)) : [];
  return { ...count, rows: [...exact, ...near].slice(page.offset, pageEnd) };
}

async function newestRows(database: Database, query: Query, { limit, offset }: Page): Promise<FoundRows> {
  const dated = await withinDates(database, query, "articles.row");
  const matching = database
    .selectFrom("articles")
    .select("row")
    .where((select) => select.and(dated));
  const counted = await matching.limit(mostCounted + 1).execute();
  const found = await matching.orderBy("row", "desc").limit(limit).offset(offset).execute();
  return { ...countOf(counted.length), rows: found.map(({ row }) => row) };
}

const countOf = (counted: number) => ({ total: Math.min(counted, mostCounted), isCounted: counted <= mostCounted });

/** The newest rows in which all holds, and how many there are. One statement, since to walk the matches is what takes time. */
async function newestAnywhere({ database, textIndex, query, search }: Asked, limit: number) {
  const { match, without } = search;
  const dated = await withinDates(database, query, "body_index.rowid");
  const found = await database
    .with(
      (cte) => cte("matching").materialized(),
      (matching) =>
        matching
          .selectFrom("body_index")
          .select("rowid as row")
          .where(
            without === null
              ? textIndex.isMatch("body_index", match)
              : textIndex.isMatchWithout("body_index", match, without),
          )
          .where((select) => select.and(dated))
          .orderBy("rowid", "desc")
          .limit(Math.max(limit, mostCounted + 1)),
    )
    .selectFrom("matching")
    .select(({ selectFrom, fn }) => [
      "row",
      selectFrom("matching").select(fn.countAll<number>().as("count")).as("total"),
    ])
    .orderBy("row", "desc")
    .limit(limit)
    .execute();
  return { ...countOf(found[0]?.total ?? 0), anywhere: found.map(({ row }) => row) };
}

async function newestInHeadline(asked: Asked, limit: number): Promise<readonly number[]> {
  const { database, textIndex, search } = asked;
  const conditions = await asked.conditions("headline_index.rowid");
  const found = await database
    .selectFrom("headline_index")
    .select("rowid")
    .where(textIndex.isMatch("headline_index", search.match))
    .where((select) => select.and(conditions))
    .orderBy("rowid", "desc")
    .limit(limit)
    .execute();
  return found.map(({ rowid }) => rowid);
}
