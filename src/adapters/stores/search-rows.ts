// Finds the rows that match a query, best first, in tiers: in the headline, then anywhere, newest first in each; then near headlines.
import { sql } from "kysely";
import { indexTokens } from "../../language/tokens.ts";
import type { Query } from "../../records/query.ts";
import { type Conditions, isMatch, matchingRows, ofArticle } from "./search-conditions.ts";
import { allTermsMatch, type IndexMatch, nearMatch, nearTokens, type TermsMatch } from "./search-expression.ts";
import { filterConditions } from "./search-filters.ts";
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
const nearCandidates = 60;

/** The rows of one page, and how many match in all. */
export async function findRows(database: Database, query: Query, page: Page): Promise<FoundRows> {
  const conditions = await filterConditions(database, query);
  const match = allTermsMatch(query);
  if (match === null) return newestRows(database, conditions, page);
  const exact = await exactRows(database, match, conditions, page);
  const left = page.limit - exact.rows.length;
  if (left <= 0) return exact;
  const nearOffset = Math.max(0, page.offset - exact.total);
  const near = await nearRows(database, query, match, conditions);
  return { total: exact.total, rows: [...exact.rows, ...near.slice(nearOffset, nearOffset + left)] };
}

async function newestRows(database: Database, conditions: Conditions, { limit, offset }: Page): Promise<FoundRows> {
  const matching = database.selectFrom("articles").where((expression) => expression.and(conditions));
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const found = await matching.select("row").orderBy("row", "desc").limit(limit).offset(offset).execute();
  return { total, rows: found.map(({ row }) => row) };
}

async function exactRows(
  database: Database,
  { inHeadline, anywhere }: TermsMatch,
  conditions: Conditions,
  { limit, offset }: Page,
): Promise<FoundRows> {
  const total = await countRows(database, anywhere, conditions);
  if (total <= offset) return { total, rows: [] };
  const headlines = await newestMatches(database, inHeadline, conditions, { limit, offset });
  if (headlines.length === Math.min(limit, total - offset)) return { total, rows: headlines };
  const headlineTotal = offset === 0 ? headlines.length : await countRows(database, inHeadline, conditions);
  const rest = { limit: limit - headlines.length, offset: Math.max(0, offset - headlineTotal) };
  const others = await newestMatches(database, anywhere, conditions, rest, inHeadline);
  return { total, rows: [...headlines, ...others] };
}

async function countRows(database: Database, match: IndexMatch, conditions: Conditions): Promise<number> {
  const counted = await database
    .selectFrom(match.index)
    .select((select) => select.fn.countAll<number>().as("total"))
    .where((select) => select.and([isMatch(match), ...ofArticle(match.index, conditions)]))
    .executeTakeFirstOrThrow();
  return counted.total;
}

async function newestMatches(
  database: Database,
  match: IndexMatch,
  conditions: Conditions,
  { limit, offset }: Page,
  except?: IndexMatch,
): Promise<readonly number[]> {
  const found = await database
    .selectFrom(match.index)
    .select("rowid")
    .where((select) => select.and([isMatch(match), ...ofArticle(match.index, conditions)]))
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
  conditions: Conditions,
): Promise<readonly number[]> {
  const tokens = nearTokens(query.words);
  if (tokens.length < 2) return [];
  const near = nearMatch(await rareTokens(database, tokens), query.phrases);
  const ranked = database
    .selectFrom("headline_index")
    .select("rowid")
    .where((select) => select.and([isMatch(near), ...ofArticle(near.index, conditions)]))
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
