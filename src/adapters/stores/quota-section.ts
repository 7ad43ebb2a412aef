// A platform's monthly quota: the plan, what it is made from, and editions that wait for room in it.
import type { QuotaStore } from "../../ports/quota-store.ts";
import type { PlatformName } from "../../records/channel.ts";
import type { Edition } from "../../records/edition.ts";
import type { QuotaPlan } from "../../records/quota.ts";
import { claimAsked } from "./claimed-deliveries.ts";
import { meteredChannels } from "./metered-channels.ts";
import { isStillOurs, settledColumns } from "./settling-section.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

/** The store's part on quotas, over an open database; `workerId`: who claims deliveries. */
export function quotaSection(database: Database, workerId: string): QuotaStore {
  return {
    meteredChannels: (platform, span) => meteredChannels(database, platform, span),

    messagesPushed: (platform, since) => messagesPushed(database, platform, since),

    ...keeping(database),

    holdSubscription: async ({ subscriptionId, expectedDueAt, dueAt, now }) => {
      await database
        .updateTable("subscriptions")
        .set(({ fn, val }) => ({ due_at: dueAt, held_since: fn.coalesce("held_since", val(now)) }))
        .where("id", "=", subscriptionId)
        .where("due_at", "=", expectedDueAt)
        .execute();
    },

    withdrawEdition: (deliveryId, now) =>
      inTransaction(database, (transaction) => withdrawEdition(transaction, deliveryId, now, workerId)),

    claimAsked: (channelId, after, now, leaseMs) =>
      claimAsked(database, { channelId, after, now, lease: { leased_until: now + leaseMs, leased_by: workerId } }),

    countAsked: async (channelId, after) => {
      const { count } = await database
        .selectFrom("deliveries")
        .select(({ fn }) => fn.countAll().as("count"))
        .where("channel_id", "=", channelId)
        .where("asked_at", ">", after)
        .where("state", "=", "waiting")
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    settleAsked: async (before, now) => {
      await database
        .updateTable("deliveries")
        .set(settledColumns({ state: "delivered", at: now }))
        .where("asked_at", "<", before)
        .where("state", "=", "waiting")
        .execute();
    },
  };
}

type Keeping = Pick<QuotaStore, "keptQuota" | "keepQuota" | "staleQuota" | "noteRefusal">;

function keeping(database: Database): Keeping {
  return {
    keptQuota: async (platform) => {
      const row = await database.selectFrom("quotas").selectAll().where("platform", "=", platform).executeTakeFirst();
      const { refused_at: at = null, refused_recipients: recipients = null } = row ?? {};
      return {
        plan: row?.plan == null ? null : (JSON.parse(row.plan) as QuotaPlan),
        isStale: row?.is_stale === 1,
        refused: at === null || recipients === null ? null : { at, recipients },
      };
    },

    keepQuota: async (platform, plan) => {
      await writeQuota(database, platform, { plan: JSON.stringify(plan), is_stale: 0 });
    },

    staleQuota: async (platform) => {
      await database.updateTable("quotas").set({ is_stale: 1 }).where("platform", "=", platform).execute();
    },

    noteRefusal: (platform, { at, recipients }) =>
      writeQuota(database, platform, { is_stale: 1, refused_at: at, refused_recipients: recipients }),
  };
}

/** Leaves nothing of the channel in the plans. */
export async function forgetPlanned(database: Database, channelId: string): Promise<void> {
  const rows = await database.selectFrom("quotas").select(["platform", "plan"]).where("plan", "is not", null).execute();
  for (const { platform, plan: json } of rows) {
    const plan = JSON.parse(json ?? "null") as QuotaPlan;
    if (!plan.channels.some((channel) => channel.channelId === channelId)) continue;
    const channels = plan.channels.filter((channel) => channel.channelId !== channelId);
    await database
      .updateTable("quotas")
      .set({ plan: JSON.stringify({ ...plan, channels }), is_stale: 1 })
      .where("platform", "=", platform)
      .execute();
  }
}

type QuotaColumns =
  | { readonly plan: string; readonly is_stale: number }
  | { readonly is_stale: number; readonly refused_at: number; readonly refused_recipients: number };

async function writeQuota(database: Database, platform: PlatformName, columns: QuotaColumns): Promise<void> {
  await database
    .insertInto("quotas")
    .values({ plan: null, refused_at: null, refused_recipients: null, ...columns, platform })
    .onConflict((conflict) => conflict.column("platform").doUpdateSet(columns))
    .execute();
}

async function messagesPushed(database: Database, platform: PlatformName, since: number) {
  const counted = database
    .selectFrom("deliveries")
    .innerJoin("channels", "channels.id", "deliveries.channel_id")
    .select(({ fn }) => fn.sum("deliveries.recipients").as("messages"))
    .where("deliveries.recipients", "is not", null)
    .where("channels.platform", "=", platform);
  const arrived = await counted
    .where("deliveries.state", "=", "delivered")
    .where("deliveries.settled_at", ">=", since)
    .executeTakeFirst();
  const waiting = await counted.where("deliveries.state", "=", "waiting").executeTakeFirst();
  return { arrived: Number(arrived?.messages ?? 0), waiting: Number(waiting?.messages ?? 0) };
}

async function withdrawEdition(
  database: Database,
  deliveryId: string,
  now: number,
  workerId: string,
): Promise<boolean> {
  const delivery = await database
    .deleteFrom("deliveries")
    .where("id", "=", deliveryId)
    .where(isStillOurs(workerId))
    .returning("edition_id")
    .executeTakeFirst();
  if (delivery === undefined) return false;
  const { json } = await database
    .deleteFrom("editions")
    .where("id", "=", delivery.edition_id)
    .returning("json")
    .executeTakeFirstOrThrow();
  await database.deleteFrom("ledger").where("edition_id", "=", delivery.edition_id).execute();
  const { subscriptionId, from, publishedAt, merged = [] } = JSON.parse(json) as Edition;
  for (const begun of [{ subscriptionId, from }, ...merged])
    await database
      .updateTable("subscriptions")
      .set(({ fn, val, eb }) => ({
        due_at: now,
        held_since: fn.coalesce("held_since", val(publishedAt)),
        covered_until: eb
          .case()
          .when("covered_until", "<", begun.from)
          .then(eb.ref("covered_until"))
          .else(begun.from)
          .end(),
      }))
      .where("id", "=", begun.subscriptionId)
      .execute();
  return true;
}
