// An article's way through the desk, put together from what the archive holds.
import type { TrailStore } from "../../ports/trail-store.ts";
import type { Edition } from "../../records/edition.ts";
import type { NamedArticle, StoryEdition, StoryJoin, Trail } from "../../records/trail.ts";
import { channelOf } from "./channel-row.ts";
import { articleDuplicates, noteDuplicates } from "./dropped-duplicates.ts";
import { headlinesOf } from "./headlines.ts";
import { judgeArticle } from "./judging.ts";
import type { Database, StoryJoinTable } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";

/** The store's part on trails, over an open database. */
export function trailSection(database: Database, textIndex: TextIndex): TrailStore {
  return {
    noteDuplicates: (dropped) => noteDuplicates(database, dropped),
    articleOf: (identities) => articleOf(database, identities),
    trailOf: (articleId) => trailOf(database, articleId),
    judgeArticle: (articleId, query) => judgeArticle(database, textIndex, articleId, query),

    editionOver: async (subscriptionId, archivedAt) => {
      const row = await database
        .selectFrom("editions")
        .select("json")
        .where("subscription_id", "=", subscriptionId)
        .where("published_at", ">=", archivedAt)
        .orderBy("published_at")
        .limit(1)
        .executeTakeFirst();
      const edition = row === undefined ? null : (JSON.parse(row.json) as Edition);
      return edition !== null && edition.from < archivedAt ? edition : null;
    },

    channels: async () => {
      const rows = await database.selectFrom("channels").selectAll().orderBy("id").execute();
      return rows.map(channelOf);
    },
  };
}

async function articleOf(database: Database, identities: readonly string[]): Promise<string | null> {
  if (identities.length === 0) return null;
  const article = await database
    .selectFrom("articles")
    .select("id")
    .where("identity", "in", identities)
    .limit(1)
    .executeTakeFirst();
  if (article !== undefined) return article.id;
  const dropped = await database
    .selectFrom("dropped_duplicates")
    .select("article_id as id")
    .where("identity", "in", identities)
    .limit(1)
    .executeTakeFirst();
  return dropped?.id ?? null;
}

async function trailOf(database: Database, articleId: string): Promise<Trail | null> {
  const article = await database
    .selectFrom("articles")
    .innerJoin("stories", "stories.id", "articles.story_id")
    .leftJoin("story_joins as joined", "joined.article_id", "articles.id")
    .select(namedColumns)
    .select(["articles.language", "articles.tags", "articles.collected_at as collectedAt"])
    .select(["articles.story_id as storyId", "stories.archived_at as archivedAt"])
    .select(["joined.how", "joined.degree", "joined.like_article_id"])
    .where("articles.id", "=", articleId)
    .executeTakeFirst();
  if (article === undefined) return null;
  const { storyId, archivedAt, how, degree, like_article_id, tags, ...named } = article;
  const sources = await reportsOf(database, storyId);
  const duplicates = await articleDuplicates(database, articleId);
  const sourceIds = [...sources, ...duplicates].map(({ sourceId }) => sourceId);
  return {
    article: { ...named, tags: JSON.parse(tags) as readonly string[] },
    headlines: await headlinesOf(database, articleId),
    duplicates,
    sourceNames: await namesOf(database, [...new Set(sourceIds)]),
    story: {
      ...{ id: storyId, archivedAt, sources },
      joined: how === null ? null : joinOf({ how, degree, like_article_id }),
      like: like_article_id === null ? null : await namedArticle(database, like_article_id),
      reports: sources.reduce((sum, { reports }) => sum + reports, 0),
    },
    editions: await editionsOf(database, storyId),
  };
}

const namedColumns = [
  "articles.id",
  "articles.url",
  "articles.headline",
  "articles.source_id as sourceId",
  "articles.published_at as publishedAt",
] as const;

async function namedArticle(database: Database, id: string): Promise<NamedArticle | null> {
  const row = await database.selectFrom("articles").select(namedColumns).where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : { ...row };
}

function joinOf({ how, degree, like_article_id }: Omit<StoryJoinTable, "article_id">): StoryJoin {
  if (how === "text" || how === "event" || how === "merged")
    return { how, degree: degree ?? 0, articleId: like_article_id ?? "" };
  return { how };
}

async function namesOf(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database.selectFrom("sources").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function reportsOf(database: Database, storyId: string) {
  const rows = await database
    .selectFrom("articles")
    .select(["source_id as sourceId", (select) => select.fn.countAll<number>().as("reports")])
    .where("story_id", "=", storyId)
    .groupBy("source_id")
    .orderBy((select) => select.fn.min("row"))
    .execute();
  return rows.map((row) => ({ ...row }));
}

async function editionsOf(database: Database, heirId: string): Promise<readonly StoryEdition[]> {
  const storyIds = await namesOfStory(database, heirId);
  const rows = await database
    .selectFrom("ledger")
    .innerJoin("editions", "editions.id", "ledger.edition_id")
    .innerJoin("deliveries", "deliveries.edition_id", "editions.id")
    .select([
      "editions.id",
      "editions.channel_id",
      "editions.subscription_id",
      "editions.published_at",
      "editions.json",
    ])
    .select(["deliveries.state", "deliveries.settled_at"])
    // Channel by channel: the ledger is ordered so.
    .where("ledger.channel_id", "in", database.selectFrom("channels").select("id"))
    .where("ledger.story_id", "in", [...storyIds])
    // Under whichever of the story's ids: what it inherited is one edition still.
    .distinct()
    .orderBy("editions.published_at")
    .execute();
  return rows.map((row) => ({
    editionId: row.id,
    channelId: row.channel_id,
    subscriptionId: row.subscription_id,
    publishedAt: row.published_at,
    articleId: (JSON.parse(row.json) as Edition).cards.find(({ storyId }) => storyIds.has(storyId))?.articleId ?? "",
    state: row.state,
    settledAt: row.settled_at,
  }));
}

/** The story's id, and those of stories that became one with it. */
async function namesOfStory(database: Database, heirId: string): Promise<ReadonlySet<string>> {
  const merged = await database.selectFrom("merged_stories").select("story_id").where("into_id", "=", heirId).execute();
  return new Set([heirId, ...merged.map(({ story_id }) => story_id)]);
}
