// Finds the rows that match a query, best first, in tiers: in the headline, then anywhere, newest first in each; then near headlines.
import { sql } from "kysely";
import { indexTokens } from "../../language/tokens.ts";
import type { Query } from "../../records/query.ts";
import { isMatch, matchingRows } from "./search-conditions.ts";
import { allTermsMatch, type IndexMatch, nearMatch, nearTokens, type TermsMatch } from "./search-expression.ts";
import { type Filters, readFilters } from "./search-filters.ts";
import type { Database } from "./tables.ts";

interface FoundRows {
  /** Rows in which all holds. */
  readonly total: number;
  /** The page asked for: first of those, then near ones. */
  readonly rows: readonly number[];
}

interface Page {
  readonly limit: number;
  readonly offset: number;
}

// Ranking looks up every headline that has any of the tokens, so common tokens are left out of it.
const mostRanked = 500;
const mostRankedTokens = 16;
const nearCandidates = 30;

/** The rows of one page, and how many match in all. */
export async function findRows(database: Database, query: Query, page: Page): Promise<FoundRows> {
  const filters = await readFilters(database, query);
  const match = allTermsMatch(query);
  if (match === null) return newestRows(database, filters, page);
  const exact = await exactRows(database, match, filters, page);
  const left = page.limit - exact.rows.length;
  if (left <= 0) return exact;
  const nearOffset = Math.max(0, page.offset - exact.total);
  const near = await nearRows(database, query, match, filters);
  return { total: exact.total, rows: [...exact.rows, ...near.slice(nearOffset, nearOffset + left)] };
}

async function newestRows(database: Database, filters: Filters, { limit, offset }: Page): Promise<FoundRows> {
  const matching = database.selectFrom("articles").where((expression) => expression.and(filters("articles.row")));
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const found = await matching.select("row").orderBy("row", "desc").limit(limit).offset(offset).execute();
  return { total, rows: found.map(({ row }) => row) };
}

async function exactRows(
  database: Database,
  { inHeadline, anywhere }: TermsMatch,
  filters: Filters,
  { limit, offset }: Page,
): Promise<FoundRows> {
  const total = await countRows(database, anywhere, filters);
  if (total <= offset) return { total, rows: [] };
  const headlines = await newestMatches(database, inHeadline, filters, { limit, offset });
  if (headlines.length === Math.min(limit, total - offset)) return { total, rows: headlines };
  const headlineTotal = offset === 0 ? headlines.length : await countRows(database, inHeadline, filters);
  const rest = { limit: limit - headlines.length, offset: Math.max(0, offset - headlineTotal) };
  const others = await newestMatches(database, anywhere, filters, rest, inHeadline);
  return { total, rows: [...headlines, ...others] };
}

async function countRows(database: Database, match: IndexMatch, filters: Filters): Promise<number> {
  const counted = await database
    .selectFrom(match.index)
    .select((select) => select.fn.countAll<number>().as("total"))
    .where((select) => select.and([isMatch(match), ...filters(`${match.index}.rowid`)]))
    .executeTakeFirstOrThrow();
  return counted.total;
}

async function newestMatches(
  database: Database,
  match: IndexMatch,
  filters: Filters,
  { limit, offset }: Page,
  except?: IndexMatch,
): Promise<readonly number[]> {
  const found = await database
    .selectFrom(match.index)
    .select("rowid")
    .where((select) => select.and([isMatch(match), ...filters(`${match.index}.rowid`)]))
    .$if(except !== undefined, (query) =>
      except === undefined ? query : query.where("rowid", "not in", matchingRows(except)),
    )
    .orderBy("rowid", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return found.map(({ rowid }) => rowid);
}

/** Rows whose headline has most of the words' tokens, by BM25: for when one word of several is not in any article. */
async function nearRows(
  database: Database,
  query: Query,
  match: TermsMatch,
  filters: Filters,
): Promise<readonly number[]> {
  const tokens = nearTokens(query.words);
  if (tokens.length < 2) return [];
  const near = nearMatch(await rareTokens(database, tokens), query.phrases);
  const ranked = database
    .selectFrom("headline_index")
    .select("rowid")
    .where((select) => select.and([isMatch(near), ...filters(`${near.index}.rowid`)]))
    .where("rowid", "not in", matchingRows(match.anywhere))
    .orderBy(sql`rank`)
    .limit(nearCandidates);
  const rows = (await ranked.execute()).map(({ rowid }) => rowid);
  return withMostOf(tokens, await headlinesOf(database, rows));
}

/** The rare ones tell articles apart; all of them when no headline has any. */
async function rareTokens(database: Database, tokens: readonly string[]): Promise<readonly string[]> {
  const known = await database
    .selectFrom("headline_terms")
    .select(["term", "doc"])
    .where("term", "in", tokens)
    .execute();
  let ranked = 0;
  const rare = known
    .toSorted((one, other) => one.doc - other.doc)
    .filter(({ doc }, place) => {
      ranked += doc;
      return place === 0 || (place < mostRankedTokens && ranked <= mostRanked);
    });
  return rare.length === 0 ? tokens.slice(0, mostRankedTokens) : rare.map(({ term }) => term);
}

interface HeadlineRow {
  readonly row: number;
  readonly headline: string;
}

async function headlinesOf(database: Database, rows: readonly number[]): Promise<readonly HeadlineRow[]> {
  if (rows.length === 0) return [];
  const found = await database.selectFrom("articles").select(["row", "headline"]).where("row", "in", rows).execute();
  const byRow = new Map(found.map((article) => [article.row, article]));
  return rows.flatMap((row) => byRow.get(row) ?? []);
}

function withMostOf(tokens: readonly string[], headlines: readonly HeadlineRow[]): readonly number[] {
  const near = headlines.filter(({ headline }) => {
    const present = new Set(indexTokens(headline));
    return tokens.filter((token) => present.has(token)).length * 2 > tokens.length;
  });
  return near.map(({ row }) => row);
}
