// The conditions of a query that are not about its words: source, tags, dates, and what must not occur.
import { foldText } from "../../language/fold.ts";
import type { Query } from "../../records/query.ts";
import { firstRowOf } from "./article-row.ts";
import { sourceNames } from "./cards.ts";
import { type Conditions, expression, matchingRows, type RowReference, rowValue } from "./search-conditions.ts";
import { anyTextMatch } from "./search-expression.ts";
import type { Database } from "./tables.ts";

/** The conditions on an article, for whichever table its row is read from; none when the query filters nothing. */
export type Filters = (row: RowReference) => Conditions;

/** What an article must satisfy beside its words. */
export async function readFilters(database: Database, query: Query): Promise<Filters> {
  const sourceIds = query.sources.length > 0 ? await findSources(database, query.sources) : null;
  return (row) => [
    ...query.tags.flatMap((tag) => taggedAny([tag], row)),
    ...withoutTexts(query.without, row),
    ...publishedBy(sourceIds, query, row),
  ];
}

/** The article has at least one of the tags, in whatever script it is written; no condition for no tags. */
export function taggedAny(tags: readonly string[], row: RowReference): Conditions {
  if (tags.length === 0) return [];
  const tagged = expression
    .selectFrom("article_tags")
    .select("article_tags.row")
    .where("article_tags.tag_key", "in", tags.map(foldText));
  return [expression(rowValue(row), "in", tagged)];
}

/** The ids of the sources so called: by id, or by a part of the name as readers may write it. */
async function findSources(database: Database, called: readonly string[]): Promise<readonly string[]> {
  const names = [...(await sourceNames(database))];
  const wanted = called.map(foldText);
  const found = names.filter(([id, name]) => wanted.some((text) => text === id || foldText(name).includes(text)));
  // Articles outlive the entry of their source in the settings, so an unknown id is looked for all the same.
  return [...new Set([...found.map(([id]) => id), ...wanted])];
}

function withoutTexts(texts: readonly string[], row: RowReference): Conditions {
  const match = anyTextMatch(texts);
  return match === null ? [] : [expression(row, "not in", matchingRows(match))];
}

function publishedBy(
  sourceIds: readonly string[] | null,
  { after, before }: Pick<Query, "after" | "before">,
  row: RowReference,
): Conditions {
  const ofArticle: Conditions = [
    ...(sourceIds === null ? [] : [expression("filtered.source_id", "in", sourceIds)]),
    ...(after === null ? [] : [expression("filtered.published_at", ">=", after)]),
    ...(before === null ? [] : [expression("filtered.published_at", "<", before)]),
  ];
  if (ofArticle.length === 0) return [];
  const article = expression
    .selectFrom("articles as filtered")
    .select("filtered.row")
    .whereRef("filtered.row", "=", row)
    .where((select) => select.and(ofArticle));
  // The row tells about when without a look at the article. It sets no later bound: one that found no room in its second stands later.
  const notEarlier = after === null ? [] : [expression(row, ">=", firstRowOf(after))];
  return [...notEarlier, expression.exists(article)];
}
