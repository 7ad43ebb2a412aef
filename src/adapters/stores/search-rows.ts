// Finds the rows that match a query, best first, in tiers: in the headline, then anywhere, newest first in each; then near headlines.
import type { Query } from "../../records/query.ts";
import { nearRows } from "./near-rows.ts";
import { type Asked, holdsNone, type RowReference, readSearch, withinDates } from "./search-conditions.ts";
import type { Database } from "./tables.ts";
import type { IndexName, TextIndex } from "./text-index.ts";

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
  const asked = { database, textIndex, search, conditions };
  const pageEnd = page.offset + page.limit;
  const count = countOf(await countRows(asked));
  const exact = await exactRows(asked, Math.min(pageEnd, count.isCounted ? count.total : pageEnd));
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

/** The first so many rows in which all holds: those with all in the headline, then the others, the newest first in each. */
async function exactRows(asked: Asked, limit: number): Promise<readonly number[]> {
  if (limit === 0) return [];
  const headlines = asked.search.hasTexts ? await newestMatches(asked, "headline_index", limit) : [];
  if (headlines.length === limit) return headlines;
  const anywhere = await newestMatches(asked, "body_index", limit);
  return [...new Set([...headlines, ...anywhere])].slice(0, limit);
}

async function countRows({ database, textIndex, search, conditions }: Asked): Promise<number> {
  const wanted = await conditions("body_index.rowid");
  const matching = database
    .selectFrom("body_index")
    .select("rowid")
    .where(textIndex.isMatch("body_index", search.match))
    .where((select) => select.and(wanted))
    .limit(mostCounted + 1);
  const counted = await database
    .selectFrom(matching.as("matching"))
    .select((select) => select.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return counted.total;
}

async function newestMatches(asked: Asked, index: IndexName, limit: number): Promise<readonly number[]> {
  const { database, textIndex, search } = asked;
  const conditions = await asked.conditions(`${index}.rowid`);
  const found = await database
    .selectFrom(index)
    .select("rowid")
    .where(textIndex.isMatch(index, search.match))
    .where((select) => select.and(conditions))
    .orderBy("rowid", "desc")
    .limit(limit)
    .execute();
  return found.map(({ rowid }) => rowid);
}
