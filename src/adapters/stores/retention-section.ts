// Removes what is beyond a source's limit, in small transactions, with everything that belongs to it.
import { type Expression, sql } from "kysely";
import type { Expiry, RetentionStore } from "../../ports/retention-store.ts";
import { holdArchive } from "./archive-turn.ts";
import { removeRows } from "./archiving.ts";
import { firstRowOf } from "./article-row.ts";
import { findRemoved, rememberRemoved } from "./removed-articles.ts";
import type { Database } from "./tables.ts";
import { removeLessons } from "./tag-lessons.ts";
import { inTransaction } from "./transaction.ts";

const dayMs = 24 * 3_600_000;
// For so long reports are compared with others (see compared-reports.ts): to remove one would tell its event twice.
const comparedMs = 7 * dayMs;

/** The store's part on retention, over an open database; `size` is the database's own matter. */
export function retentionSection(database: Database): Omit<RetentionStore, "size"> {
  return {
    countBySource: async () => {
      const rows = await database
        .selectFrom("articles")
        .select((select) => ["source_id", select.fn.countAll<number>().as("count")])
        .groupBy("source_id")
        .execute();
      return new Map(rows.map((row) => [row.source_id, row.count]));
    },

    countExpired: async (expiry) => {
      const expired = await expiredArticles(database, expiry);
      if (expired === null) return 0;
      const { count } = await expired
        .select((select) => select.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return count;
    },

    removeExpired: (expiry, atMost) =>
      inTransaction(database, (transaction) => removeExpired(transaction, expiry, atMost)),

    findRemoved: async (identities) => new Set((await findRemoved(database, identities)).keys()),
  };
}

async function expiredArticles(database: Database, expiry: Expiry) {
  const firstKept = await firstKeptRow(database, expiry);
  if (firstKept === null) return null;
  const { until } = await database
    .selectFrom("subscriptions")
    .select((select) => select.fn.min("covered_until").as("until"))
    .executeTakeFirstOrThrow();
  return database
    .selectFrom("articles")
    .where("source_id", "=", expiry.sourceId)
    .where("row", "<", firstKept)
    .where("collected_at", "<", Math.min(expiry.now - comparedMs, until ?? expiry.now));
}

/** The oldest row that the limit leaves; null when it leaves all. */
async function firstKeptRow(database: Database, { sourceId, limit, now }: Expiry): Promise<number | null> {
  if (limit.by === "age") return firstRowOf(now - limit.days * dayMs);
  const newest = database.selectFrom("articles").where("source_id", "=", sourceId);
  if (limit.by === "articles") {
    const last = newest
      .select("row")
      .orderBy("row", "desc")
      .limit(1)
      .offset(limit.articles - 1);
    return (await last.executeTakeFirst())?.row ?? null;
  }
  const sized = newest.select(["row", (select) => bytesUpTo(select.ref("row")).as("bytes")]);
  const beyond = await database
    .selectFrom(sized.as("sized"))
    .select((select) => select.fn.max("row").as("row"))
    .where("bytes", ">", limit.megabytes * 1_000_000)
    .executeTakeFirstOrThrow();
  return beyond.row === null ? null : beyond.row + 1;
}

// What takes the room: the text, and what was published. Asked for by its length alone, neither is read.
const bytesUpTo = (row: Expression<number>) =>
  sql<number>`sum(octet_length(text) + octet_length(original)) over (order by ${row} desc)`;

async function removeExpired(database: Database, expiry: Expiry, atMost: number): Promise<number> {
  await holdArchive(database);
  const expired = await expiredArticles(database, expiry);
  const articles =
    (await expired?.select(["row", "id", "identity", "story_id as storyId"]).orderBy("row").limit(atMost).execute()) ??
    [];
  if (articles.length === 0) return 0;
  const ids = articles.map(({ id }) => id);
  const stories = new Map(articles.map(({ id, storyId }) => [id, storyId]));
  const dropped = await database
    .selectFrom("dropped_duplicates")
    .select(["identity", "article_id"])
    .where("article_id", "in", ids)
    .execute();
  const stoodFor = dropped.map(({ identity, article_id }) => ({ identity, storyId: stories.get(article_id) ?? "" }));
  await rememberRemoved(database, [...articles, ...stoodFor], expiry.now);
  await removeRows(
    database,
    articles.map(({ row }) => row),
  );
  await removeLessons(database, ids);
  for (const table of ["headlines", "signed_texts", "event_profiles"] as const)
    await database.deleteFrom(table).where("article_id", "in", ids).execute();
  await removeEmptyStories(database, [...new Set(stories.values())]);
  return articles.length;
}

async function removeEmptyStories(database: Database, storyIds: readonly string[]): Promise<void> {
  const left = database.selectFrom("articles").select("story_id").where("story_id", "in", storyIds);
  await database.deleteFrom("stories").where("id", "in", storyIds).where("id", "not in", left).execute();
  await database.deleteFrom("story_keys").where("story_id", "in", storyIds).where("story_id", "not in", left).execute();
}
