// Channels, what they ordered, and which stories they get next.
import type { SelectionStore } from "../../ports/selection-store.ts";
import type { SubscriptionStore } from "../../ports/store.ts";
import type { Channel } from "../../records/channel.ts";
import type { Filter, Schedule, Subscription } from "../../records/subscription.ts";
import { channelOf } from "./channel-row.ts";
import type { SubscriptionTable } from "./delivery-tables.ts";
import { searchesWithNews } from "./searches-with-news.ts";
import { openSelection } from "./story-selection.ts";
import type { Database } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";

/** The store's part on subscriptions, over an open database. */
export function subscriptionSection(database: Database, textIndex: TextIndex): SubscriptionStore & SelectionStore {
  return {
    saveChannel: (channel) => saveChannel(database, channel),

    findChannel: async (channelId) => {
      const row = await database.selectFrom("channels").selectAll().where("id", "=", channelId).executeTakeFirst();
      return row === undefined ? null : channelOf(row);
    },

    addSubscription: async (subscription) => {
      await database.insertInto("subscriptions").values(columnsOf(subscription)).execute();
    },

    changeSubscription: async (changed) => {
      const { id, ...columns } = { ...columnsOf(changed), paused: null };
      const done = await database.updateTable("subscriptions").set(columns).where("id", "=", id).executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },

    removeSubscription: async (subscriptionId) => {
      const removed = await database.deleteFrom("subscriptions").where("id", "=", subscriptionId).executeTakeFirst();
      return removed.numDeletedRows > 0n;
    },

    subscriptionsOf: async (channelId) => {
      const rows = await database
        .selectFrom("subscriptions")
        .selectAll()
        .where("channel_id", "=", channelId)
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      return rows.map(subscriptionOf);
    },

    dueSubscriptions: async (now, limit, after) => {
      const rows = await database
        .selectFrom("subscriptions")
        .selectAll()
        .where("due_at", "<=", now)
        .where("paused", "is", null)
        .$if(after !== undefined, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple("due_at", "id"), ">", tuple(after?.dueAt ?? 0, after?.id ?? "")),
          ),
        )
        .orderBy("due_at")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(subscriptionOf);
    },

    withEditionSince: async (subscriptionIds, since) => {
      if (subscriptionIds.length === 0) return new Set();
      const rows = await database
        .selectFrom("editions")
        .select("subscription_id")
        .where("subscription_id", "in", subscriptionIds)
        .where("published_at", ">", since)
        .execute();
      return new Set(rows.map((row) => row.subscription_id));
    },

    openSelection: (wanted) => openSelection(database, textIndex, wanted),

    searchesWithNews: (searches, until) => searchesWithNews(database, searches, until),
  };
}

async function saveChannel(database: Database, channel: Channel): Promise<void> {
  const chosen = await database
    .selectFrom("channel_settings")
    .select("locale")
    .where("channel_id", "=", channel.id)
    .executeTakeFirst();
  const locale = chosen?.locale ?? channel.locale;
  await database
    .insertInto("channels")
    .values({ ...channel, locale, server: channel.server ?? null })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet({ locale, ...(channel.server && { server: channel.server }) }),
    )
    .execute();
}

function columnsOf(subscription: Subscription): SubscriptionTable {
  return {
    id: subscription.id,
    channel_id: subscription.channelId,
    filter: JSON.stringify(subscription.filter),
    schedule: JSON.stringify(subscription.schedule),
    time_zone: subscription.timeZone,
    created_at: subscription.createdAt,
    due_at: subscription.dueAt,
    covered_until: subscription.coveredUntil,
    look: subscription.look,
    creator_id: subscription.creatorId,
    paused: subscription.paused ?? null,
    held_since: subscription.heldSince ?? null,
  };
}

/** The subscription as it was kept. */
export function subscriptionOf(row: SubscriptionTable): Subscription {
  return {
    id: row.id,
    channelId: row.channel_id,
    filter: JSON.parse(row.filter) as Filter,
    schedule: JSON.parse(row.schedule) as Schedule,
    timeZone: row.time_zone,
    createdAt: row.created_at,
    dueAt: row.due_at,
    coveredUntil: row.covered_until,
    look: row.look,
    creatorId: row.creator_id,
    ...(row.paused !== null && { paused: row.paused }),
    ...(row.held_since !== null && { heldSince: row.held_since }),
  };
}
