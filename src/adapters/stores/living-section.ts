// Editions that are out: which of them have changed, and whose messages are to be changed.
import { sql } from "kysely";
import { settingsIdsOf, shownSettings } from "../../language/server-settings.ts";
import type { LivingStore, ShownEdition } from "../../ports/living-store.ts";
import type { Edition, Posted } from "../../records/edition.ts";
import { shortColumns } from "./article-columns.ts";
import { firstRowOf } from "./article-row.ts";
import { readCards } from "./cards.ts";
import { channelOf } from "./channel-row.ts";
import { readChannelSettings } from "./reader-section.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

// A report may come days after it was published; what is older than this is no news of a story that is shown.
const reportsMs = 7 * 24 * 3_600_000;
const idsAtOnce = 500;

/** The store's part on digests that are out, over an open database. */
export function livingSection(database: Database): LivingStore {
  return {
    revisedUntil: async () => {
      const row = await database.selectFrom("considered").select("revised_until").executeTakeFirst();
      return row?.revised_until ?? 0;
    },

    changedEditions: (span) => changedEditions(database, span),

    reviseEditions: (editions, until) =>
      inTransaction(database, async (transaction) => {
        for (const edition of editions) {
          const { id } = edition;
          await transaction
            .updateTable("editions")
            .set({ json: JSON.stringify(edition) })
            .where("id", "=", id)
            .execute();
          await transaction
            .updateTable("deliveries")
            .set({ revise_at: until })
            .where("edition_id", "=", id)
            .where("posted", "is not", null)
            .execute();
        }
        await transaction.updateTable("considered").set({ revised_until: until }).execute();
      }),

    dueRevisions: (now, limit) => dueRevisions(database, now, limit),

    settleRevision: async (deliveryId, retryAt) => {
      await database.updateTable("deliveries").set({ revise_at: retryAt }).where("id", "=", deliveryId).execute();
    },
  };
}

type Span = Parameters<LivingStore["changedEditions"]>[0];

async function changedEditions(database: Database, span: Span): Promise<readonly ShownEdition[]> {
  const { storyIds, editedAt } = await changedStories(database, span);
  const shown = new Map<string, Edition>();
  for (let from = 0; from < storyIds.length; from += idsAtOnce) {
    const rows = await database
      .selectFrom("ledger")
      .innerJoin("deliveries", "deliveries.edition_id", "ledger.edition_id")
      .innerJoin("editions", "editions.id", "ledger.edition_id")
      .select(["editions.id", "editions.json"])
      .where("ledger.story_id", "in", storyIds.slice(from, from + idsAtOnce))
      .where("deliveries.posted", "is not", null)
      .where("deliveries.settled_at", ">", span.deliveredAfter)
      .execute();
    for (const { id, json } of rows) if (!shown.has(id)) shown.set(id, JSON.parse(json) as Edition);
  }
  return Promise.all(
    [...shown.values()].map(async (edition) => {
      const cards = await cardsNow(database, edition);
      const edited = new Set([...cards.keys()].filter((id) => (editedAt.get(id) ?? 0) > edition.publishedAt));
      return { edition, cards, edited };
    }),
  );
}

interface Changes {
  readonly storyIds: readonly string[];
  /** By article id, epoch milliseconds: when its headline was changed last. */
  readonly editedAt: ReadonlyMap<string, number>;
}

async function changedStories(database: Database, { from, until }: Span): Promise<Changes> {
  const recent = database.selectFrom("articles").where("articles.row", ">=", firstRowOf(until - reportsMs));
  const reported = await recent
    .select("articles.story_id as id")
    .where("articles.collected_at", ">", from)
    .where("articles.collected_at", "<=", until)
    .execute();
  const corrected = await recent
    .innerJoin("headlines", "headlines.article_id", "articles.id")
    .select(["articles.story_id as id", "headlines.article_id as articleId", "headlines.seen_at as seenAt"])
    .where("headlines.seen_at", ">", from)
    .where("headlines.seen_at", "<=", until)
    .orderBy("headlines.seen_at")
    .execute();
  return {
    storyIds: [...new Set([...reported, ...corrected].map(({ id }) => id))],
    editedAt: new Map(corrected.map(({ articleId, seenAt }) => [articleId, seenAt])),
  };
}

async function cardsNow(database: Database, { cards }: Edition): ReturnType<typeof cardsById> {
  return cardsById(
    database,
    cards.map(({ articleId }) => articleId),
  );
}

async function cardsById(database: Database, ids: readonly string[]) {
  const rows = await database.selectFrom("articles").select(shortColumns).where("articles.id", "in", ids).execute();
  return new Map((await readCards(database, rows)).map((card) => [card.articleId, card]));
}

async function dueRevisions(database: Database, now: number, limit: number) {
  const rows = await database
    .selectFrom("deliveries")
    .innerJoin("editions", "editions.id", "deliveries.edition_id")
    .innerJoin("channels", "channels.id", "deliveries.channel_id")
    .select(["deliveries.id as deliveryId", "deliveries.attempts", "deliveries.posted", "editions.json"])
    .select(["channels.id", "channels.platform", "channels.address", "channels.locale", "channels.server"])
    .where("deliveries.revise_at", "<=", now)
    .orderBy(sql`deliveries.revise_at`)
    .limit(limit)
    .execute();
  const settings = await readChannelSettings(database, rows.map(channelOf).flatMap(settingsIdsOf));
  return rows.map(({ deliveryId, attempts, posted, json, ...row }) => ({
    ...{ id: deliveryId, attempts, edition: JSON.parse(json) as Edition, channel: channelOf(row) },
    posted: JSON.parse(posted ?? "null") as Posted,
    settings: shownSettings(channelOf(row), settings),
  }));
}
