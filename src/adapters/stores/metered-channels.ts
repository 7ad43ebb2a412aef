// Channels whose pushes a platform counts: what they ordered, and what came to them lately.
import { sql } from "kysely";
import type { MeteredChannel, QuotaStore } from "../../ports/quota-store.ts";
import type { PlatformName } from "../../records/channel.ts";
import { channelOf } from "./channel-row.ts";
import { subscriptionOf } from "./subscription-section.ts";
import type { Database } from "./tables.ts";

const dayMs = 24 * 3_600_000;
// Whoever had nothing for longer has gone without for long enough.
const lookedBackMs = 62 * dayMs;

type Span = Parameters<QuotaStore["meteredChannels"]>[1];

/** As the port says. */
export async function meteredChannels(
  database: Database,
  platform: PlatformName,
  span: Span,
): Promise<readonly MeteredChannel[]> {
  const channels = await database.selectFrom("channels").selectAll().where("platform", "=", platform).execute();
  const subscriptions = await runningSubscriptions(database, platform);
  const days = await editionsByDay(database, platform, span.learnedFrom);
  const services = await servicesOf(database, platform, span.monthStartsAt);
  return channels
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((row) => {
      const own = subscriptions.get(row.id);
      if (own === undefined) return [];
      const { served = 0, served_at = null } = services.get(row.id) ?? {};
      return [
        {
          channel: channelOf(row),
          subscriptions: own,
          editionsByDay: new Map(own.flatMap(({ id }) => [[id, days.get(id) ?? new Map<number, number>()] as const])),
          served: Number(served),
          servedAt: served_at === null ? null : Number(served_at),
        },
      ];
    });
}

async function runningSubscriptions(database: Database, platform: PlatformName) {
  const rows = await database
    .selectFrom("subscriptions")
    .innerJoin("channels", "channels.id", "subscriptions.channel_id")
    .selectAll("subscriptions")
    .where("channels.platform", "=", platform)
    .where("subscriptions.paused", "is", null)
    .orderBy("subscriptions.created_at")
    .orderBy("subscriptions.id")
    .execute();
  return Map.groupBy(rows.map(subscriptionOf), ({ channelId }) => channelId);
}

async function editionsByDay(database: Database, platform: PlatformName, since: number) {
  const day = sql<number>`editions.published_at / ${sql.lit(dayMs)}`;
  const rows = await database
    .selectFrom("editions")
    .innerJoin("channels", "channels.id", "editions.channel_id")
    .select(["editions.subscription_id", day.as("day")])
    .select(({ fn }) => fn.countAll().as("count"))
    .where("channels.platform", "=", platform)
    .where("editions.published_at", ">", since)
    .groupBy(["editions.subscription_id", day])
    .execute();
  const bySubscription = new Map<string, Map<number, number>>();
  for (const { subscription_id: id, day: number, count } of rows) {
    const days = bySubscription.get(id) ?? new Map<number, number>();
    bySubscription.set(id, days.set(Number(number), Number(count)));
  }
  return bySubscription;
}

async function servicesOf(database: Database, platform: PlatformName, monthStartsAt: number) {
  const rows = await database
    .selectFrom("editions")
    .innerJoin("channels", "channels.id", "editions.channel_id")
    .innerJoin("deliveries", "deliveries.edition_id", "editions.id")
    .select("editions.channel_id")
    .select(({ fn }) => [
      fn.max("editions.published_at").as("served_at"),
      fn.countAll().filterWhere("editions.published_at", ">=", monthStartsAt).as("served"),
    ])
    .where("channels.platform", "=", platform)
    .where("editions.published_at", ">", monthStartsAt - lookedBackMs)
    .where("deliveries.state", "in", ["waiting", "delivered"])
    .groupBy("editions.channel_id")
    .execute();
  return new Map(rows.map((row) => [row.channel_id, row]));
}
