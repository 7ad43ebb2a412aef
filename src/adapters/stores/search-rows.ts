// Finds the rows that match a query, best first, in tiers: in the headline, then anywhere, newest first in each; then near headlines.
import type { Query } from "../../records/query.ts";
import { nearRows } from "./near-rows.ts";
import { type Asked, headlineConditions, readDates, readSearch } from "./search-conditions.ts";
import type { Database } from "./tables.ts";
import type { NewestMatches, TextIndex, WantedRows } from "./text-index.ts";

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

const none: NewestMatches = { rows: [], total: 0, isCounted: true };

/** The rows of one page, and how many match in all. */
export async function findRows(database: Database, textIndex: TextIndex, query: Query, page: Page): Promise<FoundRows> {
  const search = await readSearch(database, query);
  if (search === null) return newestRows(database, query, page);
  const asked = { database, textIndex, search, withinDates: await readDates(database, query) };
  const pageEnd = page.offset + page.limit;
  const tiers = [newestAnywhere(asked, pageEnd), ...(search.hasTexts ? [newestInHeadline(asked, pageEnd)] : [])];
  const [found = none, { rows: inHeadline } = none] = await textIndex.newestMatchesOfTiers(database, tiers);
  const { rows: anywhere, ...count } = found;
  const exact = [...new Set([...inHeadline, ...anywhere])].slice(0, pageEnd);
  // A headline that has all is what was looked for: others that have most of it would only fill the page.
  const near = exact.length < pageEnd && inHeadline.length === 0 ? await nearRows(asked, new Set(exact)) : [];
  return { ...count, rows: [...exact, ...near].slice(page.offset, pageEnd) };
}

async function newestRows(database: Database, query: Query, { limit, offset }: Page): Promise<FoundRows> {
  const withinDates = await readDates(database, query);
  const matching = database
    .selectFrom("articles")
    .select("row")
    .where((select) => select.and(withinDates("articles.row")));
  const counted = await matching.limit(mostCounted + 1).execute();
  const found = await matching.orderBy("row", "desc").limit(limit).offset(offset).execute();
  return { ...countOf(counted.length), rows: found.map(({ row }) => row) };
}

const countOf = (counted: number) => ({ total: Math.min(counted, mostCounted), isCounted: counted <= mostCounted });

/** Asks for the newest rows in which all holds, and how many there are. */
function newestAnywhere({ search, withinDates }: Asked, limit: number): WantedRows {
  const { match, without } = search;
  return { index: "body_index", match, without, conditions: withinDates("body_index.rowid"), limit, most: mostCounted };
}

function newestInHeadline(asked: Asked, limit: number): WantedRows {
  const conditions = headlineConditions(asked);
  return { index: "headline_index", match: asked.search.match, without: null, conditions, limit, most: 0 };
}
