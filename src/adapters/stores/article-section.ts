// The archive's articles: found by identity, filed under stories, listed and read out.
import type { ArchiveEntry, ArticleStore, KnownArticle } from "../../ports/store.ts";
import type { Article } from "../../records/article.ts";
import type { ArticlePast } from "../../records/exported-article.ts";
import type { Card } from "../../records/story.ts";
import { archiveEntries } from "./archiving.ts";
import { articleOf, shortColumns } from "./article-columns.ts";
import { readCards } from "./cards.ts";
import { findProfiles } from "./event-profiles.ts";
import { headlinesOf, keptHeadlines } from "./headlines.ts";
import { mergeStories } from "./merged-stories.ts";
import { findSignedTexts } from "./signed-texts.ts";
import type { Database } from "./tables.ts";
import { lessonsOf, tagLessonsAfter } from "./tag-lessons.ts";
import type { TextIndex } from "./text-index.ts";
import { inTransaction } from "./transaction.ts";

// SQLite takes 32,766 values in one statement; an article has 17.
const entriesAtOnce = 200;
const articlesAPage = 200;
const namesAtOnce = 1000;

/** The store's part on articles, over an open database. */
export function articleSection(database: Database, textIndex: TextIndex): ArticleStore {
  return {
    findArticles: (identities) => findArticles(database, identities),

    findStory: async (storyKeys, from, until) => {
      if (storyKeys.length === 0) return null;
      const row = await database
        .selectFrom("story_keys")
        .select(["story_id as storyId", "key"])
        .where("key", "in", storyKeys)
        .where("published_at", ">=", from)
        .where("published_at", "<=", until)
        .orderBy("published_at", "desc")
        .orderBy("key")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : { ...row };
    },

    findSignedTexts: (bands, from, until) => findSignedTexts(database, bands, from, until),

    findProfiles: (keys, from, until) => findProfiles(database, keys, from, until),

    recentReports: (limit) =>
      database
        .selectFrom("articles")
        .select(["headline", "text", "language"])
        .orderBy("row", "desc")
        .limit(limit)
        .execute(),

    tagLessonsAfter: (number) => tagLessonsAfter(database, number),

    archive: (entries, merges = []) =>
      inTransaction(database, async (transaction) => {
        for (const some of chunks(lastOfEach(entries), entriesAtOnce))
          await archiveEntries(transaction, textIndex, some);
        for (const merge of merges) await mergeStories(transaction, merge);
      }),

    textsOf: async (articleIds) => {
      if (articleIds.length === 0) return new Map();
      const rows = await database.selectFrom("articles").select(["id", "text"]).where("id", "in", articleIds).execute();
      return new Map(rows.map(({ id, text }) => [id, text]));
    },

    countArticles: async () => {
      const row = await database
        .selectFrom("articles")
        .select((expression) => expression.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return row.count;
    },

    headlinesOf: (articleId) => headlinesOf(database, articleId),

    pastsOf: (articleIds) => pastsOf(database, articleIds),

    eachArticle: () => pages(database),

    findCard: async (articleId) => {
      const rows = await database.selectFrom("articles").select(shortColumns).where("id", "=", articleId).execute();
      return (await readCards(database, rows))[0] ?? null;
    },

    latestCards: (sourceIds, limit, offset) => latestCards(database, sourceIds, { limit, offset }),
  };
}

async function pastsOf(database: Database, articleIds: readonly string[]): Promise<ReadonlyMap<string, ArticlePast>> {
  if (articleIds.length === 0) return new Map();
  const headlines = await keptHeadlines(database, articleIds);
  const lessons = await lessonsOf(database, articleIds);
  return new Map(articleIds.map((id) => [id, { headlines: headlines.get(id) ?? [], lesson: lessons.get(id) ?? null }]));
}

async function findArticles(
  database: Database,
  identities: readonly string[],
): Promise<ReadonlyMap<string, KnownArticle>> {
  const found = new Map<string, KnownArticle>();
  for (const some of chunks(identities, namesAtOnce)) {
    const rows = await database
      .selectFrom("articles")
      .select(["id", "identity", "source_id as sourceId", "story_id as storyId"])
      .select(["published_at as publishedAt", "content_hash as contentHash", "tags"])
      .where("identity", "in", some)
      .execute();
    for (const row of rows) found.set(row.identity, { ...row, tags: JSON.parse(row.tags) });
  }
  return found;
}

async function latestCards(
  database: Database,
  sourceIds: readonly string[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly Card[]> {
  const rows = await database
    .selectFrom("articles")
    .select(shortColumns)
    .$if(sourceIds.length > 0, (query) => query.where("articles.source_id", "in", sourceIds))
    .where(({ not, exists, selectFrom }) => {
      const newer = selectFrom("articles as newer")
        .select("newer.row")
        .whereRef("newer.story_id", "=", "articles.story_id")
        .whereRef("newer.row", ">", "articles.row")
        .$if(sourceIds.length > 0, (query) => query.where("newer.source_id", "in", sourceIds));
      return not(exists(newer));
    })
    .orderBy("articles.row", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return readCards(database, rows);
}

/** Of entries with the same identity the first gives id, story and collectedAt, the last the rest, as if archived one by one. */
function lastOfEach(entries: readonly ArchiveEntry[]): readonly ArchiveEntry[] {
  const byIdentity = new Map<string, ArchiveEntry>();
  for (const entry of entries) {
    const first = byIdentity.get(entry.article.identity);
    const { id, storyId, collectedAt } = first?.article ?? entry.article;
    const article = { ...entry.article, id, storyId, collectedAt };
    byIdentity.set(article.identity, { ...entry, article, joined: first ? first.joined : entry.joined });
  }
  return [...byIdentity.values()];
}

/** Page by page, so that others may write meanwhile and no more than a page is in memory. */
async function* pages(database: Database): AsyncIterable<Article> {
  let after = -1;
  for (;;) {
    const rows = await database
      .selectFrom("articles")
      .selectAll()
      .where("row", ">", after)
      .orderBy("row")
      .limit(articlesAPage)
      .execute();
    for (const row of rows) yield articleOf(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.row;
  }
}

function* chunks<Member>(members: readonly Member[], size: number): Iterable<readonly Member[]> {
  for (let start = 0; start < members.length; start += size) yield members.slice(start, start + size);
}
