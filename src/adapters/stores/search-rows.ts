// Finds the rows that match a query, best first, in tiers: in the headline, then anywhere, newest first in each; then near headlines.
import { type Expression, expressionBuilder, type SqlBool, sql } from "kysely";
import { indexTokens } from "../../language/tokens.ts";
import type { Query } from "../../records/query.ts";
import { allTermsExpression, type MatchExpression, nearExpression, nearTokens } from "./search-expression.ts";
import { filterConditions } from "./search-filters.ts";
import type { Database, Tables } from "./tables.ts";

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

type Conditions = readonly Expression<SqlBool>[];
type Index = "headline_index" | "body_index";

const nearCandidates = 100;
const mostNearTokens = 16;

/** The rows of one page, and how many match in all. */
export async function findRows(database: Database, query: Query, page: Page): Promise<FoundRows> {
  const conditions = await filterConditions(database, query);
  const match = allTermsExpression(query);
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
  match: MatchExpression,
  conditions: Conditions,
  { limit, offset }: Page,
): Promise<FoundRows> {
  // The body index holds the headlines too, so it counts for both.
  const total = await countIn(database, "body_index", [
    matchIn("body_index", match),
    ...satisfied("body_index", conditions),
  ]);
  if (total <= offset) return { total, rows: [] };
  const inHeadline = [matchIn("headline_index", match), ...satisfied("headline_index", conditions)];
  const headlines = await rowsIn(database, "headline_index", inHeadline, { limit, offset });
  if (headlines.length === limit) return { total, rows: headlines };
  const headlineTotal = offset === 0 ? headlines.length : await countIn(database, "headline_index", inHeadline);
  const bodies = await rowsIn(
    database,
    "body_index",
    [
      matchIn("body_index", match),
      ...satisfied("body_index", conditions),
      expression("rowid", "not in", matchingRows("headline_index", match)),
    ],
    { limit: limit - headlines.length, offset: Math.max(0, offset - headlineTotal) },
  );
  return { total, rows: [...headlines, ...bodies] };
}

/** Rows whose headline has half of the words' tokens or more, by BM25; for a query of which one word is not in any article. */
async function nearRows(
  database: Database,
  query: Query,
  match: MatchExpression,
  conditions: Conditions,
): Promise<readonly number[]> {
  const tokens = await rarestTokens(database, nearTokens(query.words));
  if (tokens.length < 2) return [];
  const near = nearExpression(tokens, query.phrases);
  const found = await database
    .selectFrom("headline_index")
    .innerJoin("articles", "articles.row", "headline_index.rowid")
    .select(["articles.row", "articles.headline"])
    .where(sql<SqlBool>`headline_index match ${near}`)
    .where((expression) => expression.and(conditions))
    .where("articles.row", "not in", matchingRows("body_index", match))
    .orderBy(sql`bm25(headline_index)`)
    .limit(nearCandidates)
    .execute();
  return found.filter(({ headline }) => sharedTokens(headline, tokens) * 2 >= tokens.length).map(({ row }) => row);
}

/** The rare ones tell articles apart, and looking for the common ones takes all the time. */
async function rarestTokens(database: Database, tokens: readonly string[]): Promise<readonly string[]> {
  if (tokens.length <= mostNearTokens) return tokens;
  const known = await database
    .selectFrom("headline_terms")
    .select(["term", "doc"])
    .where("term", "in", tokens)
    .execute();
  const byRarity = known.toSorted((one, other) => one.doc - other.doc);
  return byRarity.slice(0, mostNearTokens).map(({ term }) => term);
}

function sharedTokens(headline: string, tokens: readonly string[]): number {
  const present = new Set(indexTokens(headline));
  return tokens.filter((token) => present.has(token)).length;
}

const expression = expressionBuilder<Tables, Index>();

function rowsIn(database: Database, index: Index, conditions: Conditions, { limit, offset }: Page): Promise<number[]> {
  return database
    .selectFrom(index)
    .select("rowid")
    .where(expression.and(conditions))
    .orderBy("rowid", "desc")
    .limit(limit)
    .offset(offset)
    .execute()
    .then((found) => found.map(({ rowid }) => rowid));
}

async function countIn(database: Database, index: Index, conditions: Conditions): Promise<number> {
  const counted = await database
    .selectFrom(index)
    .select((select) => select.fn.countAll<number>().as("total"))
    .where(expression.and(conditions))
    .executeTakeFirstOrThrow();
  return counted.total;
}

/** Conditions on the article, asked of a row of an index. */
function satisfied(index: Index, conditions: Conditions): Conditions {
  if (conditions.length === 0) return [];
  const article = expression
    .selectFrom("articles")
    .select("articles.row")
    .whereRef("articles.row", "=", `${index}.rowid`)
    .where((select) => select.and(conditions));
  return [expression.exists(article)];
}

function matchIn(index: Index, match: MatchExpression): Expression<SqlBool> {
  const text = index === "headline_index" ? match.headline : match.body;
  return sql<SqlBool>`${sql.ref(index)} match ${text}`;
}

function matchingRows(index: Index, match: MatchExpression) {
  return expression.selectFrom(index).select("rowid").where(matchIn(index, match));
}
