// Conditions in SQL that search and the choice of an edition's stories share.
import { type Expression, expressionBuilder, type SqlBool, sql } from "kysely";
import type { IndexMatch } from "./search-expression.ts";
import type { ArticleTable, Tables } from "./tables.ts";

export type Conditions = readonly Expression<SqlBool>[];

/** Where an article's row number stands. */
export type RowReference = "articles.row" | `${IndexMatch["index"]}.rowid`;

/** Builds conditions on articles (also under the name `filtered`) and on the rows of the indexes. */
export const expression = expressionBuilder<
  Tables & { readonly filtered: ArticleTable },
  "articles" | "filtered" | IndexMatch["index"]
>();

/**
 * The row as a mere value. Of an index, so that its matches are collected once and then compared: SQLite would else ask a
 * full-text index about each of the other rows in turn, which took five times as long (the plus is SQLite's own sign for it).
 */
export function rowValue(row: RowReference): Expression<number> {
  return row === "articles.row" ? sql<number>`${sql.ref(row)}` : sql<number>`+${sql.ref(row)}`;
}

/** The rows of an index that match, as a subquery. */
export function matchingRows(match: IndexMatch) {
  return expression.selectFrom(match.index).select("rowid").where(isMatch(match));
}

/** The condition that a row of the index matches. */
export function isMatch({ index, text }: IndexMatch): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(index)} match ${text}`;
}
