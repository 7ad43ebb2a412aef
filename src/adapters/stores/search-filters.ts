// The conditions of a query that are not about its words: source, tags, dates, and what must not occur.
import { type Expression, expressionBuilder, type SqlBool } from "kysely";
import { foldText } from "../../language/fold.ts";
import type { Query } from "../../records/query.ts";
import { firstRowOf } from "./article-row.ts";
import { sourceNames } from "./cards.ts";
import { type Conditions, matchingRows } from "./search-conditions.ts";
import { anyTextMatch } from "./search-expression.ts";
import type { Database, Tables } from "./tables.ts";

const expression = expressionBuilder<Tables, "articles">();

/** What an article must satisfy beside its words; empty when the query says nothing of the kind. */
export async function filterConditions(database: Database, query: Query): Promise<Conditions> {
  return [
    ...(query.sources.length > 0 ? [ofSources(await findSources(database, query.sources))] : []),
    ...query.tags.map((tag) => taggedAny([tag])),
    ...(query.after === null ? [] : publishedSince(query.after)),
    ...(query.before === null ? [] : [publishedBefore(query.before)]),
    ...withoutTexts(query.without),
  ];
}

/** The article has at least one of the tags, in whatever script it is written. */
export function taggedAny(tags: readonly string[]): Expression<SqlBool> {
  const tagged = expression
    .selectFrom("article_tags")
    .select("article_tags.row")
    .whereRef("article_tags.row", "=", "articles.row")
    .where("article_tags.tag_key", "in", tags.map(foldText));
  return expression.exists(tagged);
}

/** The ids of the sources so called: by id, or by a part of the name as readers may write it. */
async function findSources(database: Database, called: readonly string[]): Promise<readonly string[]> {
  const names = [...(await sourceNames(database))];
  const wanted = called.map(foldText);
  const found = names.filter(([id, name]) => wanted.some((text) => text === id || foldText(name).includes(text)));
  // Articles outlive the entry of their source in the settings, so an unknown id is looked for all the same.
  return [...new Set([...found.map(([id]) => id), ...wanted])];
}

function ofSources(sourceIds: readonly string[]): Expression<SqlBool> {
  return expression("articles.source_id", "in", sourceIds);
}

// The row tells about when without a look at the article; the instant decides.
function publishedSince(after: number): Conditions {
  return [expression("articles.row", ">=", firstRowOf(after)), expression("articles.published_at", ">=", after)];
}

// No bound on the row: one that found no room in its second stands later.
function publishedBefore(before: number): Expression<SqlBool> {
  return expression("articles.published_at", "<", before);
}

function withoutTexts(texts: readonly string[]): Conditions {
  const match = anyTextMatch(texts);
  return match === null ? [] : [expression("articles.row", "not in", matchingRows(match))];
}
