// Articles in the order in which they were published, newest first: what a feed lists. No near ones are among them.
import type { SearchStore } from "../../ports/store.ts";
import type { ListedArticle } from "../../records/listed-article.ts";
import type { Query } from "../../records/query.ts";
import { type ShortRow, shortColumns, shortForm } from "./article-columns.ts";
import { sourceNames } from "./cards.ts";
import { readDates, readSearch } from "./search-conditions.ts";
import type { Database } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** As `SearchStore.newestArticles`. */
export function newestArticles(database: Database, textIndex: TextIndex): SearchStore["newestArticles"] {
  return async (wanted, limit, offset) => {
    const page = { limit, offset };
    const rows =
      "sourceIds" in wanted
        ? await rowsOfSources(database, wanted.sourceIds, page)
        : await matchingRows(database, textIndex, wanted, page);
    return readListed(database, rows);
  };
}

async function rowsOfSources(database: Database, sourceIds: readonly string[], { limit, offset }: Page) {
  if (sourceIds.length === 0) return [];
  const found = await database
    .selectFrom("articles")
    .select("row")
    .where("source_id", "in", sourceIds)
    .orderBy("row", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return found.map(({ row }) => row);
}

async function matchingRows(database: Database, textIndex: TextIndex, query: Query, { limit, offset }: Page) {
  const search = await readSearch(database, query);
  const withinDates = await readDates(database, query);
  if (search === null) {
    const newest = database.selectFrom("articles").select("row").orderBy("row", "desc").limit(limit).offset(offset);
    return (await newest.where((select) => select.and(withinDates("articles.row"))).execute()).map(({ row }) => row);
  }
  const { match, without } = search;
  const conditions = withinDates("body_index.rowid");
  const wanted = { index: "body_index", match, without, conditions, limit: offset + limit, most: 0 } as const;
  return (await textIndex.newestMatches(database, wanted)).rows.slice(offset);
}

async function readListed(database: Database, rows: readonly number[]): Promise<readonly ListedArticle[]> {
  if (rows.length === 0) return [];
  const articles = await database
    .selectFrom("articles")
    .select([...shortColumns, "articles.byline"])
    .select(({ selectFrom }) =>
      selectFrom("headlines")
        .select(({ fn }) => fn.max("seen_at").as("at"))
        .whereRef("headlines.article_id", "=", "articles.id")
        .as("edited_at"),
    )
    .where("row", "in", rows)
    .orderBy("row", "desc")
    .execute();
  const names = await sourceNames(database);
  return articles.map((article) => listed(article, names));
}

function listed(
  row: ShortRow & { readonly byline: string | null; readonly edited_at: number | null },
  names: ReadonlyMap<string, string>,
): ListedArticle {
  const { url, headline, lede, tags, language, image, publishedAt, sourceId } = shortForm(row);
  return {
    ...{ id: row.id, url, headline, lede, tags, language, image, byline: row.byline, publishedAt },
    sourceName: names.get(sourceId) ?? sourceId,
    updatedAt: Math.max(publishedAt, row.edited_at ?? 0),
  };
}
