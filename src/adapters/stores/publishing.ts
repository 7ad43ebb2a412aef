// Publishes an edition so that nobody gets a story twice: all is written in one transaction, or nothing.
import type { NextEdition, Publication } from "../../ports/outbox-store.ts";
import type { Edition } from "../../records/edition.ts";
import { heirsOf } from "./merged-stories.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

interface NewEdition extends Publication {
  readonly edition: Edition | null;
  readonly deliveryId: string;
  readonly expectedDueAt: number;
  readonly next: NextEdition;
  readonly workerId: string;
}

/** True when it was written, false when another worker was first; see OutboxStore. */
export async function publishEdition(database: Database, publication: NewEdition): Promise<boolean> {
  try {
    return await inTransaction(database, (transaction) => writePublication(transaction, publication));
  } catch (error) {
    if (error instanceof AlreadySent) return false;
    throw error;
  }
}

/** Undoes the transaction: another subscription of the channel has sent one of the stories, or another worker has gone on with one. */
class AlreadySent extends Error {}

/** The subscriptions go on without an edition, in one transaction; see OutboxStore. */
export async function passEditions(
  database: Database,
  passed: readonly (NextEdition & { readonly expectedDueAt: number })[],
): Promise<void> {
  if (passed.length === 0) return;
  await inTransaction(database, async (transaction) => {
    // In one order: workers that pass the same ones wait for each other, instead of each for the other.
    for (const next of passed.toSorted((a, b) => (a.subscriptionId < b.subscriptionId ? -1 : 1)))
      await advance(transaction, next, next.expectedDueAt).execute();
  });
}

function advance(database: Database, { subscriptionId, dueAt, coveredUntil }: NextEdition, expectedDueAt: number) {
  return database
    .updateTable("subscriptions")
    .set({ due_at: dueAt, covered_until: coveredUntil })
    .where("id", "=", subscriptionId)
    .where("due_at", "=", expectedDueAt);
}

async function writePublication(database: Database, publication: NewEdition): Promise<boolean> {
  const { edition, expectedDueAt, next, also = [] } = publication;
  const advanced = await goOn(database, next, expectedDueAt);
  if (advanced === undefined) return false;
  for (const other of also)
    if ((await goOn(database, other, other.expectedDueAt)) === undefined) throw new AlreadySent();
  if (edition !== null) await writeEdition(database, edition, publication, advanced.channel_id);
  return true;
}

const goOn = (database: Database, next: NextEdition, expectedDueAt: number) =>
  advance(database, next, expectedDueAt).set({ held_since: null }).returning("channel_id").executeTakeFirst();

async function writeEdition(
  database: Database,
  edition: Edition,
  { deliveryId, recipients, askedUntil, workerId }: NewEdition,
  channelId: string,
): Promise<void> {
  const { id, subscriptionId, publishedAt } = edition;
  const json = JSON.stringify(edition);
  await database
    .insertInto("editions")
    .values({ id, subscription_id: subscriptionId, channel_id: channelId, published_at: publishedAt, json })
    .execute();
  await writeLedger(database, edition, channelId);
  const turn = await nextTurn(database, channelId, publishedAt);
  const asked =
    askedUntil === undefined ? {} : { asked_at: publishedAt, leased_until: askedUntil, leased_by: workerId };
  const delivery = { id: deliveryId, edition_id: id, channel_id: channelId, due_at: publishedAt };
  await database
    .insertInto("deliveries")
    .values({ ...delivery, ...turn, ...asked, state: "waiting", recipients: recipients ?? null })
    .execute();
}

// Servers take turns: of a server with many channels one delivery goes, as it were, in each ten seconds, so that those of others which
// come due in that time go in between. It orders what waits, and holds nothing up.
const turnMs = 10_000;

async function nextTurn(database: Database, channelId: string, publishedAt: number) {
  const { turn_of } = await database
    .selectFrom("channels")
    .select(({ fn }) => fn.coalesce("server", "id").as("turn_of"))
    .where("id", "=", channelId)
    .executeTakeFirstOrThrow();
  const { latest } = await database
    .selectFrom("deliveries")
    .select(({ fn }) => fn.max("turn_at").as("latest"))
    .where("turn_of", "=", turn_of)
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return { turn_of, turn_at: latest === null ? publishedAt : Math.max(publishedAt, Number(latest) + turnMs) };
}

async function writeLedger(database: Database, edition: Edition, channelId: string): Promise<void> {
  const shownIds = [...new Set(edition.cards.map((card) => card.storyId))];
  if (shownIds.length === 0) return;
  // Stories may have become one since they were selected, or one with what the channel was shown before.
  const heirs = await heirsOf(database, shownIds);
  // In one order: two editions that share stories then wait for each other, instead of each for the other.
  const storyIds = [...new Set(shownIds.map((id) => heirs.get(id) ?? id))].toSorted();
  const written = await database
    .insertInto("ledger")
    .values(storyIds.map((storyId) => ({ channel_id: channelId, story_id: storyId, edition_id: edition.id })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows ?? 0n) < shownIds.length) throw new AlreadySent();
}
