// Conditions in SQL that search and the choice of an edition's stories share.
import { type Expression, expressionBuilder, type SqlBool, sql } from "kysely";
import type { IndexMatch } from "./search-expression.ts";
import type { Tables } from "./tables.ts";

export type Conditions = readonly Expression<SqlBool>[];

const expression = expressionBuilder<Tables, IndexMatch["index"]>();

/** The rows of an index that match, as a subquery. */
export function matchingRows(match: IndexMatch) {
  return expression.selectFrom(match.index).select("rowid").where(isMatch(match));
}

/** The condition that a row of the index matches. */
export function isMatch({ index, text }: IndexMatch): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(index)} match ${text}`;
}

/** Conditions on an article, asked of a row of an index. */
export function ofArticle(index: IndexMatch["index"], conditions: Conditions): Conditions {
  if (conditions.length === 0) return [];
  const article = expression
    .selectFrom("articles")
    .select("articles.row")
    .whereRef("articles.row", "=", `${index}.rowid`)
    .where((select) => select.and(conditions));
  return [expression.exists(article)];
}
