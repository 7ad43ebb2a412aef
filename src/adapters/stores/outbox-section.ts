// Editions on their way: written once, claimed by one worker at a time, settled for good.
import type { OutboxStore } from "../../ports/outbox-store.ts";
import { platformNames } from "../../records/channel.ts";
import type { Edition } from "../../records/edition.ts";
import { claimDeliveries } from "./claimed-deliveries.ts";
import { passEditions, publishEditions } from "./publishing.ts";
import { settledColumns, settlingSection } from "./settling-section.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

/** The store's part on deliveries, over an open database; `workerId`: who claims them. */
export function outboxSection(database: Database, workerId: string): OutboxStore {
  return {
    ...settlingSection(database, workerId),

    publishEdition: async (edition, deliveryId, expectedDueAt, next, publication = {}) => {
      const alone = [{ ...publication, edition, deliveryId, expectedDueAt, next }];
      return (await publishEditions(database, alone, workerId)).includes(true);
    },

    publishEditions: (editions) => publishEditions(database, editions, workerId),

    passEditions: (passed) => passEditions(database, passed),

    claimDeliveries: (now, leaseMs, limit, platforms = platformNames) =>
      claimDeliveries(database, { now, limit, platforms, lease: { leased_until: now + leaseMs, leased_by: workerId } }),

    endChannel: (channelId, reason, now) =>
      inTransaction(database, async (transaction) => {
        await transaction.deleteFrom("subscriptions").where("channel_id", "=", channelId).execute();
        await giveUpWaiting(transaction, channelId, reason, now);
      }),

    pauseChannel: (channelId, reason, now) => pauseChannel(database, channelId, reason, now),

    missedEditions: (channelId) => missedEditions(database, channelId),

    findEdition: async (channelId, editionId) => {
      const row = await database
        .selectFrom("editions")
        .select("json")
        .where("id", "=", editionId)
        .where("channel_id", "=", channelId)
        .executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.json) as Edition);
    },

    editionsAt: async (channelId, publishedAt) => {
      const rows = await database
        .selectFrom("editions")
        .select("json")
        .where("channel_id", "=", channelId)
        .where("published_at", "=", publishedAt)
        .execute();
      return rows.map(({ json }) => JSON.parse(json) as Edition);
    },

    deliveredEditions: async (channelId, limit) => {
      const rows = await database
        .selectFrom("deliveries")
        .innerJoin("editions", "editions.id", "deliveries.edition_id")
        .select(["deliveries.id", "deliveries.settled_at", "editions.json"])
        .where("deliveries.channel_id", "=", channelId)
        .where("deliveries.state", "=", "delivered")
        .orderBy("deliveries.settled_at", "desc")
        .orderBy("deliveries.number", "desc")
        .limit(limit)
        .execute();
      return rows
        .toReversed()
        .map((row) => ({ deliveryId: row.id, at: row.settled_at ?? 0, edition: JSON.parse(row.json) as Edition }));
    },
  };
}

function pauseChannel(database: Database, channelId: string, reason: string, now: number) {
  return inTransaction(database, async (transaction) => {
    await giveUpWaiting(transaction, channelId, reason, now);
    const paused = await transaction
      .updateTable("subscriptions")
      .set({ paused: reason })
      .where("channel_id", "=", channelId)
      .where("paused", "is", null)
      .returning("creator_id")
      .execute();
    return [...new Set(paused.flatMap(({ creator_id }) => creator_id ?? []))];
  });
}

const editionsLookedAt = 200;

async function missedEditions(database: Database, channelId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom("deliveries")
    .innerJoin("editions", "editions.id", "deliveries.edition_id")
    .select(["editions.subscription_id", "editions.published_at", "deliveries.state"])
    .where("deliveries.channel_id", "=", channelId)
    .where("deliveries.state", "in", ["delivered", "failed"])
    .orderBy("deliveries.number", "desc")
    .limit(editionsLookedAt)
    .execute();
  // Of each subscription the latest one stays.
  const latest = new Map(rows.toReversed().map((row) => [row.subscription_id, row]));
  return new Map(
    [...latest].flatMap(([id, { state, published_at }]) => (state === "failed" ? [[id, published_at] as const] : [])),
  );
}

async function giveUpWaiting(database: Database, channelId: string, reason: string, now: number): Promise<void> {
  await database
    .updateTable("deliveries")
    .set(settledColumns({ state: "failed", at: now, reason }))
    .where("channel_id", "=", channelId)
    .where("state", "=", "waiting")
    .execute();
}
