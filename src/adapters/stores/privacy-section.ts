// What is known of a person, and its end.
import { keysOf } from "../../ports/cache.ts";
import type { ChatRecord, PersonalData, PrivacyStore } from "../../ports/privacy-store.ts";
import type { Card } from "../../records/story.ts";
import { clearCache } from "./cache-section.ts";
import { addedKey } from "./keyv-rows.ts";
import { forgetPlanned } from "./quota-section.ts";
import { readChannelSettings } from "./reader-section.ts";
import { subscriptionOf } from "./subscription-section.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

/** The store's part on privacy, over an open database. */
export function privacySection(database: Database): PrivacyStore {
  return {
    personalData: (readerId) => personalData(database, readerId),

    eraseReader: (readerId) =>
      inTransaction(database, async (transaction) => {
        await transaction.deleteFrom("saved_cards").where("reader_id", "=", readerId).execute();
        await transaction.deleteFrom("votes").where("reader_id", "=", readerId).execute();
        await eraseChannel(transaction, readerId);
        const made = subscriptionsMadeBy(transaction, readerId).select("subscriptions.id");
        await transaction.updateTable("subscriptions").set({ creator_id: null }).where("id", "in", made).execute();
        await transaction.deleteFrom("partings").where("channel_id", "=", readerId).execute();
        for (const prefix of [keysOf(readerId), addedKey(keysOf(readerId))]) await clearCache(transaction, prefix);
      }),

    noteParting: async (channelId, at) => {
      await database
        .insertInto("partings")
        .values({ channel_id: channelId, parted_at: at })
        .onConflict((conflict) => conflict.column("channel_id").doUpdateSet({ parted_at: at }))
        .execute();
    },

    noteReturn: async (channelId) => {
      await database.deleteFrom("partings").where("channel_id", "=", channelId).execute();
    },

    partedBefore: async (instant, limit) => {
      const rows = await database
        .selectFrom("partings")
        .select("channel_id")
        .where("parted_at", "<", instant)
        .orderBy("parted_at")
        .limit(limit)
        .execute();
      return rows.map(({ channel_id }) => channel_id);
    },
  };
}

async function personalData(database: Database, readerId: string): Promise<PersonalData> {
  const saved = await database
    .selectFrom("saved_cards")
    .select(["saved_at as at", "json"])
    .where("reader_id", "=", readerId)
    .orderBy("saved_at", "desc")
    .execute();
  const votes = await database
    .selectFrom("votes")
    .select(["voted_at as at", "channel_id as channelId", "article_id as articleId", "value"])
    .where("reader_id", "=", readerId)
    .orderBy("voted_at", "desc")
    .execute();
  const subscriptions = await subscriptionsMadeBy(database, readerId)
    .selectAll("subscriptions")
    .orderBy("subscriptions.created_at")
    .execute();
  return {
    saved: saved.map(({ at, json }) => ({ at, card: JSON.parse(json) as Card })),
    votes: votes.map((vote) => ({ ...vote })),
    subscriptions: subscriptions.map(subscriptionOf),
    chat: await chatRecord(database, readerId),
  };
}

async function chatRecord(database: Database, channelId: string): Promise<ChatRecord | null> {
  const settings = (await readChannelSettings(database, [channelId])).get(channelId) ?? null;
  const { editions, latest } = await database
    .selectFrom("deliveries")
    .select(({ fn }) => [fn.countAll().as("editions"), fn.max("settled_at").as("latest")])
    .where("channel_id", "=", channelId)
    .where("state", "=", "delivered")
    .executeTakeFirstOrThrow();
  const { stories } = await database
    .selectFrom("ledger")
    .select(({ fn }) => fn.countAll().as("stories"))
    .where("channel_id", "=", channelId)
    .executeTakeFirstOrThrow();
  const sent = {
    editions: Number(editions),
    stories: Number(stories),
    latestAt: latest === null ? null : Number(latest),
  };
  return settings === null && sent.editions + sent.stories === 0 ? null : { settings, sent };
}

/** People's identifiers are their platform's own: two platforms may have the same one. */
function subscriptionsMadeBy(database: Database, readerId: string) {
  const [platform = "", ...rest] = readerId.split(":");
  return database
    .selectFrom("subscriptions")
    .innerJoin("channels", "channels.id", "subscriptions.channel_id")
    .where("channels.platform", "=", platform)
    .where("subscriptions.creator_id", "=", rest.join(":"));
}

/** The channel, with what it ordered, was sent and settled; nothing of one that does not exist. */
async function eraseChannel(database: Database, channelId: string): Promise<void> {
  const tables = ["subscriptions", "deliveries", "editions", "ledger", "votes", "channel_settings"] as const;
  for (const table of tables) await database.deleteFrom(table).where("channel_id", "=", channelId).execute();
  await forgetPlanned(database, channelId);
  await database.deleteFrom("channels").where("id", "=", channelId).execute();
}
