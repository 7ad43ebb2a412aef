// Editions on their way: written once, claimed by one worker at a time, settled for good.
import type { OutboxStore } from "../../ports/outbox-store.ts";
import { type PlatformName, platformNames } from "../../records/channel.ts";
import { unsetChannel } from "../../records/channel-settings.ts";
import type { Delivery, DeliveryState, Edition, Posted } from "../../records/edition.ts";
import { channelOf } from "./channel-row.ts";
import { isPostgres } from "./dialect.ts";
import { passEditions, publishEdition } from "./publishing.ts";
import { readChannelSettings } from "./reader-section.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

/** The store's part on deliveries, over an open database; `workerId`: who claims them. */
export function outboxSection(database: Database, workerId: string): OutboxStore {
  return {
    publishEdition: (edition, deliveryId, expectedDueAt, next) =>
      publishEdition(database, { edition, deliveryId, expectedDueAt, next }),

    passEditions: (passed) => passEditions(database, passed),

    claimDeliveries: (now, leaseMs, limit, platforms = platformNames) =>
      inTransaction(database, async (transaction) => {
        const rows = await waitingDeliveries(transaction, now, limit, platforms);
        const ids = rows.map((row) => row.delivery_id);
        if (ids.length > 0) {
          const lease = { leased_until: now + leaseMs, leased_by: workerId };
          await transaction.updateTable("deliveries").set(lease).where("id", "in", ids).execute();
        }
        return asDeliveries(transaction, rows);
      }),

    settleDelivery: async (deliveryId, state) => {
      await database
        .updateTable("deliveries")
        .set(columnsOf(state))
        .where("id", "=", deliveryId)
        // What has arrived has arrived. That it did not is for its present worker to say, when the lease was lost on the way.
        .$if(state.state !== "delivered", (query) =>
          query
            .where("state", "=", "waiting")
            .where(({ eb, or }) => or([eb("leased_by", "is", null), eb("leased_by", "=", workerId)])),
        )
        .execute();
    },

    endChannel: (channelId, reason, now) =>
      inTransaction(database, async (transaction) => {
        await transaction.deleteFrom("subscriptions").where("channel_id", "=", channelId).execute();
        await giveUpWaiting(transaction, channelId, reason, now);
      }),

    pauseChannel: (channelId, reason, now) => pauseChannel(database, channelId, reason, now),

    missedEditions: (channelId) => missedEditions(database, channelId),

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
    .set(columnsOf({ state: "failed", at: now, reason }))
    .where("channel_id", "=", channelId)
    .where("state", "=", "waiting")
    .execute();
}

function waitingDeliveries(database: Database, now: number, limit: number, platforms: readonly PlatformName[]) {
  return (
    database
      .selectFrom("deliveries")
      .innerJoin("editions", "editions.id", "deliveries.edition_id")
      .innerJoin("channels", "channels.id", "deliveries.channel_id")
      .select(["deliveries.id as delivery_id", "deliveries.attempts", "editions.json"])
      .select(["channels.id", "channels.platform", "channels.address", "channels.locale", "channels.server"])
      .where("deliveries.state", "=", "waiting")
      .where("deliveries.due_at", "<=", now)
      .where("deliveries.leased_until", "<=", now)
      .where("channels.platform", "in", platforms)
      .orderBy("deliveries.turn_at")
      .orderBy("deliveries.number")
      .limit(limit)
      // What another worker is claiming is not waited for.
      .$if(isPostgres(database), (query) => query.forUpdate("deliveries").skipLocked())
      .execute()
  );
}

const nobodys = { leased_until: 0, leased_by: null };

/** The claimed rows, with the settings of their channels. */
async function asDeliveries(
  database: Database,
  rows: Awaited<ReturnType<typeof waitingDeliveries>>,
): Promise<readonly Delivery[]> {
  const settings = await readChannelSettings(
    database,
    rows.map((row) => row.id),
  );
  return rows.map(({ delivery_id, attempts, json, ...channel }) => ({
    id: delivery_id,
    attempts,
    edition: JSON.parse(json) as Edition,
    channel: channelOf(channel),
    settings: settings.get(channel.id) ?? unsetChannel,
  }));
}

const postedJson = (posted: Posted | undefined): string | null => (posted ? JSON.stringify(posted) : null);

function columnsOf(state: DeliveryState) {
  const { state: name } = state;
  switch (state.state) {
    case "waiting":
      return { state: name, due_at: state.dueAt, attempts: state.attempts, problem: state.problem, ...nobodys };
    case "delivered":
      return { state: name, settled_at: state.at, problem: null, posted: postedJson(state.posted), ...nobodys };
    case "failed":
      return { state: name, settled_at: state.at, problem: state.reason, ...nobodys };
  }
}
