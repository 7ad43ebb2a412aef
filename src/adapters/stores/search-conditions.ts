// Conditions in SQL that search and the choice of an edition's stories share.
import { type Expression, expressionBuilder, type SqlBool } from "kysely";
import { foldText } from "../../language/fold.ts";
import type { Query } from "../../records/query.ts";
import { firstRowAfter, firstRowOf } from "./article-row.ts";
import { sourceNames } from "./cards.ts";
import { type FindSourceIds, type Search, searchOf } from "./search-expression.ts";
import type { Database, Tables } from "./tables.ts";
import type { IndexName, TextIndex, TokenMatch } from "./text-index.ts";

/** Where an article's row number stands. */
export type RowReference = "articles.row" | `${IndexName}.rowid`;

/** What each tier of a search asks. */
export interface Asked {
  readonly database: Database;
  readonly textIndex: TextIndex;
  readonly query: Query;
  readonly search: Search;
  /** What must hold beside the words, for whichever table a row is read from. */
  readonly conditions: (row: RowReference) => Promise<readonly Expression<SqlBool>[]>;
}

const expression = expressionBuilder<Tables, "articles" | IndexName>();

/** The condition that headline and text of the row hold the match; none for no match. Asked row by row, since common words match many. */
export function holdsAll(
  textIndex: TextIndex,
  match: TokenMatch | null,
  row: RowReference,
): readonly Expression<SqlBool>[] {
  return match === null ? [] : [expression.exists(matchOf(textIndex, match, row))];
}

/** The condition that headline and text of the row do not hold the match; none for no match. */
export function holdsNone(
  textIndex: TextIndex,
  match: TokenMatch | null,
  row: RowReference,
): readonly Expression<SqlBool>[] {
  return match === null ? [] : [expression.not(expression.exists(matchOf(textIndex, match, row)))];
}

function matchOf(textIndex: TextIndex, match: TokenMatch, row: RowReference) {
  return expression
    .selectFrom("body_index as matched")
    .select("matched.rowid")
    .whereRef("matched.rowid", "=", row)
    .where(textIndex.isMatch("body_index", match, "matched"));
}

/** The condition that the article was published within the query's dates, to the millisecond. */
export async function withinDates(
  database: Database,
  { after, before }: Pick<Query, "after" | "before">,
  row: RowReference,
): Promise<readonly Expression<SqlBool>[]> {
  if (after === null && before === null) return [];
  const article = expression.selectFrom("articles as dated").select("dated.row").whereRef("dated.row", "=", row);
  const conditions: Expression<SqlBool>[] = [];
  // Row order is time order but for the rows that found no room in their minute: only near the edges an article has to be looked at.
  if (after !== null) {
    const isAfter = expression.exists(article.where("dated.published_at", ">=", after));
    const surelyAfter = expression(row, ">=", await firstRowAfter(database, after));
    conditions.push(expression(row, ">=", firstRowOf(after)), expression.or([surelyAfter, isAfter]));
  }
  if (before !== null) {
    const isBefore = expression.exists(article.where("dated.published_at", "<", before));
    const surelyBefore = expression(row, "<", firstRowOf(before));
    conditions.push(
      expression(row, "<", await firstRowAfter(database, before)),
      expression.or([surelyBefore, isBefore]),
    );
  }
  return conditions;
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

/** By id, or by a part of the name as readers may write it. */
function findIdsAmong(names: readonly (readonly [id: string, name: string])[]): FindSourceIds {
  return (called) => {
    const wanted = foldText(called);
    const found = names.filter(([id, name]) => id === wanted || foldText(name).includes(wanted)).map(([id]) => id);
    return [...new Set([...found, wanted])];
  };
}
