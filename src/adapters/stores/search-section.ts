// Answers questions to the archive.
import { wantedTexts } from "../../language/query.ts";
import { snippetsAround } from "../../language/snippet.ts";
import type { SearchStore } from "../../ports/store.ts";
import type { Hit, Query } from "../../records/query.ts";
import { shortColumns, shortForm } from "./article-columns.ts";
import { firstRowOf } from "./article-row.ts";
import { newestArticles } from "./newest-articles.ts";
import { findRows } from "./search-rows.ts";
import { suggest } from "./suggestions.ts";
import type { Database } from "./tables.ts";
import { countTags } from "./tag-counts.ts";
import type { TextIndex } from "./text-index.ts";

/** The store's part on search, over an open database. */
export function searchSection(database: Database, textIndex: TextIndex): SearchStore {
  return {
    search: async (query, limit, offset) => {
      const { rows, ...count } = await findRows(database, textIndex, query, { limit, offset });
      return { ...count, hits: await readHits(database, rows, query) };
    },

    topTags: async (since, limit) => {
      const rows = await database
        .selectFrom("article_tags")
        .select((expression) => [expression.fn.min("tag").as("tag"), expression.fn.countAll<number>().as("count")])
        .where("row", ">=", firstRowOf(since))
        .groupBy("tag_key")
        .orderBy("count", "desc")
        .orderBy("tag")
        .limit(limit)
        .execute();
      return rows.map(({ tag, count }) => ({ tag, count }));
    },

    newestArticles: newestArticles(database, textIndex),

    tagCounts: countTags(database),

    suggest: suggest(database, textIndex),

    mergeIndex: () => textIndex.mergeSome(database),
  };
}

async function readHits(database: Database, rows: readonly number[], query: Query): Promise<readonly Hit[]> {
  if (rows.length === 0) return [];
  const articles = await database
    .selectFrom("articles")
    .leftJoin("sources", "sources.id", "articles.source_id")
    .select([...shortColumns, "articles.text", "sources.name as sourceName"])
    .where("row", "in", rows)
    .execute();
  const byRow = new Map(articles.map((article) => [article.row, article]));
  const snippetOf = snippetsAround(wantedTexts(query));
  return rows.flatMap((row) => {
    const article = byRow.get(row);
    if (article === undefined) return [];
    const sourceName = article.sourceName ?? article.source_id;
    return [{ ...shortForm(article), id: article.id, sourceName, snippet: snippetOf(article.text) }];
  });
}
