// Deliveries that a worker takes on, with all that a platform needs; those of one multicast together.
import { settingsIdsOf, shownSettings } from "../../language/server-settings.ts";
import type { PlatformName } from "../../records/channel.ts";
import type { Delivery, Edition } from "../../records/edition.ts";
import { channelOf } from "./channel-row.ts";
import { isPostgres } from "./dialect.ts";
import { readChannelSettings } from "./reader-section.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

export interface Claim {
  readonly now: number;
  readonly limit: number;
  readonly platforms: readonly PlatformName[];
  readonly lease: { readonly leased_until: number; readonly leased_by: string };
}

/** One transaction; see OutboxStore. */
export function claimDeliveries(database: Database, claim: Claim): Promise<readonly Delivery[]> {
  return inTransaction(database, async (transaction) => {
    const first = await waitingDeliveries(transaction, claim);
    const rows = [...first, ...(await restOfMulticasts(transaction, first))];
    const ids = rows.map((row) => row.delivery_id);
    if (ids.length > 0) await transaction.updateTable("deliveries").set(claim.lease).where("id", "in", ids).execute();
    return asDeliveries(transaction, rows);
  });
}

interface Asked extends Pick<Claim, "now" | "lease"> {
  readonly channelId: string;
  /** Asked for after the instant. */
  readonly after: number;
}

/** One transaction; see QuotaStore. */
export function claimAsked(database: Database, { channelId, after, now, lease }: Asked): Promise<readonly Delivery[]> {
  return inTransaction(database, async (transaction) => {
    const rows = await deliveriesToSend(transaction)
      .where("deliveries.channel_id", "=", channelId)
      .where("deliveries.asked_at", ">", after)
      .where("deliveries.leased_until", "<=", now)
      .orderBy("deliveries.number")
      .$if(isPostgres(transaction), (query) => query.forUpdate("deliveries").skipLocked())
      .execute();
    const ids = rows.map((row) => row.delivery_id);
    if (ids.length > 0) await transaction.updateTable("deliveries").set(lease).where("id", "in", ids).execute();
    return asDeliveries(transaction, rows);
  });
}

/** Of each multicast its first delivery alone: whoever has claimed that one has claimed them all. */
function waitingDeliveries(database: Database, { now, limit, platforms }: Claim) {
  return (
    deliveriesToSend(database)
      .where("deliveries.asked_at", "is", null)
      .where("deliveries.due_at", "<=", now)
      .where("deliveries.leased_until", "<=", now)
      .where("channels.platform", "in", platforms)
      .where(({ or, eb, not, exists, selectFrom }) =>
        or([
          eb("deliveries.multicast_id", "is", null),
          not(
            exists(
              selectFrom("deliveries as earlier")
                .select("earlier.id")
                .whereRef("earlier.multicast_id", "=", "deliveries.multicast_id")
                .whereRef("earlier.number", "<", "deliveries.number")
                .where("earlier.state", "=", "waiting"),
            ),
          ),
        ]),
      )
      .orderBy("deliveries.turn_at")
      .orderBy("deliveries.number")
      .limit(limit)
      // What another worker is claiming is not waited for.
      .$if(isPostgres(database), (query) => query.forUpdate("deliveries").skipLocked())
      .execute()
  );
}

type Row = Awaited<ReturnType<typeof waitingDeliveries>>[number];

async function restOfMulticasts(database: Database, claimed: readonly Row[]): Promise<readonly Row[]> {
  const multicastIds = claimed.flatMap(({ multicast_id }) => multicast_id ?? []);
  if (multicastIds.length === 0) return [];
  const ids = claimed.map((row) => row.delivery_id);
  return await deliveriesToSend(database)
    .where("deliveries.multicast_id", "in", multicastIds)
    .where("deliveries.id", "not in", ids)
    .orderBy("deliveries.number")
    .execute();
}

function deliveriesToSend(database: Database) {
  return database
    .selectFrom("deliveries")
    .innerJoin("editions", "editions.id", "deliveries.edition_id")
    .innerJoin("channels", "channels.id", "deliveries.channel_id")
    .select(["deliveries.id as delivery_id", "deliveries.attempts", "editions.json"])
    .select(["deliveries.multicast_id", "deliveries.leased_by", "deliveries.recipients"])
    .select(["channels.id", "channels.platform", "channels.address", "channels.locale", "channels.server"])
    .where("deliveries.state", "=", "waiting");
}

/** The claimed rows, with the settings of their channels. */
async function asDeliveries(database: Database, rows: readonly Row[]): Promise<readonly Delivery[]> {
  const channels = rows.map(channelOf);
  const settings = await readChannelSettings(database, channels.flatMap(settingsIdsOf));
  return rows.map(({ delivery_id, attempts, multicast_id, leased_by, recipients, json, ...row }) => ({
    id: delivery_id,
    attempts,
    // A lease that was not given back is that of a worker which died, perhaps just after it had sent this one.
    isUntried: attempts === 0 && leased_by === null && multicast_id === null,
    ...(multicast_id !== null && { multicastId: multicast_id }),
    ...(recipients !== null && { recipients }),
    edition: JSON.parse(json) as Edition,
    channel: channelOf(row),
    settings: shownSettings(channelOf(row), settings),
  }));
}
