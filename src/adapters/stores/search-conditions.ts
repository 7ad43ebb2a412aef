// Conditions in SQL that search and the choice of an edition's stories share.
import { type Expression, expressionBuilder, type SqlBool, sql } from "kysely";
import { foldText } from "../../language/fold.ts";
import type { Query } from "../../records/query.ts";
import { firstRowAfter, firstRowOf, readDrift } from "./article-row.ts";
import { sourceNames } from "./cards.ts";
import { type FindSourceIds, type Search, searchOf } from "./search-expression.ts";
import type { Database, Tables } from "./tables.ts";
import type { IndexName, TextIndex, TokenMatch } from "./text-index.ts";

/** Where an article's row number stands. */
type RowReference = "articles.row" | `${IndexName}.rowid`;

/** What each tier of a search asks. */
export interface Asked {
  readonly database: Database;
  readonly textIndex: TextIndex;
  readonly search: Search;
  readonly withinDates: ConditionsOn;
}

/** The condition that all of them hold; of at least one. */
export const allHold = (conditions: readonly Expression<SqlBool>[]): Expression<SqlBool> =>
  sql<SqlBool>`${sql.join(
    conditions.map((condition) => sql`(${condition})`),
    sql` and `,
  )}`;

const expression = expressionBuilder<Tables, "articles" | IndexName>();

/** The condition that headline and text of the row hold the match; none for no match. Asked row by row, since common words match many. */
function holdsAll(textIndex: TextIndex, match: TokenMatch | null, row: RowReference): readonly Expression<SqlBool>[] {
  return match === null ? [] : [expression.exists(matchOf(textIndex, match, row))];
}

/** The condition that headline and text of the row do not hold the match; none for no match. */
function holdsNone(textIndex: TextIndex, match: TokenMatch | null, row: RowReference): readonly Expression<SqlBool>[] {
  return match === null ? [] : [expression.not(expression.exists(matchOf(textIndex, match, row)))];
}

function matchOf(textIndex: TextIndex, match: TokenMatch, row: RowReference) {
  return expression
    .selectFrom("body_index as matched")
    .select("matched.rowid")
    .whereRef("matched.rowid", "=", row)
    .where(textIndex.isMatch("body_index", match, "matched"));
}

/** The conditions that something holds of a row's article, for whichever table the row is read from. */
export type ConditionsOn = (row: RowReference) => readonly Expression<SqlBool>[];

/** That the article was published within the query's dates, to the millisecond. */
export async function readDates(
  database: Database,
  { after, before }: Pick<Query, "after" | "before">,
): Promise<ConditionsOn> {
  if (after === null && before === null) return () => [];
  // Row order is time order but for the rows that found no room in their minute: only near the edges an article has to be looked at.
  const drift = await readDrift(database);
  return (row) => [
    ...(after === null ? [] : notBefore(row, after, drift)),
    ...(before === null ? [] : earlierThan(row, before, drift)),
  ];
}

function notBefore(row: RowReference, after: number, drift: number): readonly Expression<SqlBool>[] {
  const isAfter = expression.exists(dated(row).where("dated.published_at", ">=", after));
  const surelyAfter = expression(row, ">=", firstRowAfter(after, drift));
  return [expression(row, ">=", firstRowOf(after)), expression.or([surelyAfter, isAfter])];
}

function earlierThan(row: RowReference, before: number, drift: number): readonly Expression<SqlBool>[] {
  const isBefore = expression.exists(dated(row).where("dated.published_at", "<", before));
  const surelyBefore = expression(row, "<", firstRowOf(before));
  return [expression(row, "<", firstRowAfter(before, drift)), expression.or([surelyBefore, isBefore])];
}

const dated = (row: RowReference) =>
  expression.selectFrom("articles as dated").select("dated.row").whereRef("dated.row", "=", row);

/** What must hold of a headline's article beside the words that are looked for in it. */
export const headlineConditions = ({ textIndex, search, withinDates }: Asked): readonly Expression<SqlBool>[] => [
  ...holdsNone(textIndex, search.without, "headline_index.rowid"),
  ...withinDates("headline_index.rowid"),
];

/** That the article meets the query, asked row by row. */
export async function meetsQuery(
  database: Database,
  textIndex: TextIndex,
  query: Query,
): Promise<readonly Expression<SqlBool>[]> {
  const search = await readSearch(database, query);
  const withinDates = await readDates(database, query);
  return [
    ...holdsAll(textIndex, search?.match ?? null, "articles.row"),
    ...holdsNone(textIndex, search?.without ?? null, "articles.row"),
    ...withinDates("articles.row"),
  ];
}

/** The query as a search over this archive's sources; null when it asks for nothing but dates. */
export async function readSearch(database: Database, query: Query): Promise<Search | null> {
  const asksForSources = [...query.clauses.flat(), ...query.without].some(({ kind }) => kind === "source");
  return searchOf(query, asksForSources ? await sourceFinder(database) : findIdsAmong([]));
}

/** Finds sources among those of the archive, as they are called now. */
export async function sourceFinder(database: Database): Promise<FindSourceIds> {
  return findIdsAmong([...(await sourceNames(database))]);
}

/** By id or the first part of ids (cna of cna-world), or by a part of the name as readers may write it. */
function findIdsAmong(names: readonly (readonly [id: string, name: string])[]): FindSourceIds {
  return (called) => {
    const wanted = foldText(called);
    const isMeant = (id: string, name: string) =>
      id === wanted || id.startsWith(`${wanted}-`) || foldText(name).includes(wanted);
    const found = names.filter(([id, name]) => isMeant(id, name)).map(([id]) => id);
    return [...new Set([...found, wanted])];
  };
}
