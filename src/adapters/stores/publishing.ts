// Publishes editions so that nobody gets a story twice: all of one is written in one transaction, or nothing.
import { sql } from "kysely";
import type { NewEdition, NextEdition } from "../../ports/outbox-store.ts";
import type { Edition } from "../../records/edition.ts";
import { heirsOf } from "./merged-stories.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

/** Of each true when it was written, false when another worker was first; see OutboxStore. */
export async function publishEditions(
  database: Database,
  editions: readonly NewEdition[],
  workerId: string,
): Promise<readonly boolean[]> {
  if (editions.length === 0) return [];
  try {
    return await inTransaction(database, (transaction) => writePublications(transaction, editions, workerId));
  } catch (error) {
    if (!(error instanceof AlreadySent)) throw error;
    if (editions.length === 1) return [false];
  }
  // Which of them it was shows when each is written alone.
  const results: boolean[] = [];
  for (const edition of editions) results.push(...(await publishEditions(database, [edition], workerId)));
  return results;
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

async function writePublications(
  database: Database,
  editions: readonly NewEdition[],
  workerId: string,
): Promise<readonly boolean[]> {
  const written = new Map<NewEdition, string>();
  // In one order, as above.
  for (const one of editions.toSorted((a, b) => (a.next.subscriptionId < b.next.subscriptionId ? -1 : 1))) {
    const advanced = await goOn(database, one.next, one.expectedDueAt);
    if (advanced === undefined) continue;
    written.set(one, advanced.channel_id);
    for (const other of one.also ?? [])
      if ((await goOn(database, other, other.expectedDueAt)) === undefined) throw new AlreadySent();
  }
  const issues = editions.flatMap((one): readonly Issue[] => {
    const channelId = written.get(one);
    return channelId === undefined || one.edition === null ? [] : [{ ...one, edition: one.edition, channelId }];
  });
  if (issues.length > 0) await writeIssues(database, issues, workerId);
  return editions.map((one) => written.has(one));
}

const goOn = (database: Database, next: NextEdition, expectedDueAt: number) =>
  advance(database, next, expectedDueAt).set({ held_since: null }).returning("channel_id").executeTakeFirst();

/** An edition whose subscription has gone on: it comes out. */
interface Issue extends NewEdition {
  readonly edition: Edition;
  readonly channelId: string;
}

async function writeIssues(database: Database, issues: readonly Issue[], workerId: string): Promise<void> {
  await database.insertInto("editions").values(issues.map(editionRow)).execute();
  await writeLedger(database, issues);
  const turns = await nextTurns(database, issues);
  const deliveries = turns.map(([issue, turn]) => ({ ...deliveryRow(issue, workerId), ...turn }));
  await database.insertInto("deliveries").values(deliveries).execute();
}

const editionRow = ({ edition, channelId }: Issue) => ({
  ...{ id: edition.id, subscription_id: edition.subscriptionId, channel_id: channelId },
  ...{ published_at: edition.publishedAt, json: JSON.stringify(edition) },
});

function deliveryRow({ edition, channelId, deliveryId, recipients, askedUntil }: Issue, workerId: string) {
  const { id, publishedAt } = edition;
  const isAsked = askedUntil !== undefined;
  return {
    ...{ id: deliveryId, edition_id: id, channel_id: channelId, due_at: publishedAt, state: "waiting" as const },
    ...{ recipients: recipients ?? null, asked_at: isAsked ? publishedAt : null },
    ...{ leased_until: askedUntil ?? 0, leased_by: isAsked ? workerId : null },
  };
}

// Servers take turns: of a server with many channels one delivery goes, as it were, in each ten seconds, so that those of others which
// come due in that time go in between. It orders what waits, and holds nothing up.
const turnMs = 10_000;

async function nextTurns(database: Database, issues: readonly Issue[]) {
  const channelIds = [...new Set(issues.map(({ channelId }) => channelId))];
  const channels = await database
    .selectFrom("channels")
    .select("id")
    .select(({ fn }) => fn.coalesce("server", "id").as("turn_of"))
    .select(latestTurn.as("latest"))
    .where("id", "in", channelIds)
    .execute();
  const turnOf = new Map(channels.map(({ id, turn_of }) => [id, turn_of]));
  const latest = new Map(channels.map(({ turn_of, latest: at }) => [turn_of, at === null ? null : Number(at)]));
  return issues.map((issue) => {
    const { channelId, edition } = issue;
    const { publishedAt } = edition;
    const turn_of = turnOf.get(channelId) ?? channelId;
    const last = latest.get(turn_of) ?? null;
    const turn_at = last === null ? publishedAt : Math.max(publishedAt, last + turnMs);
    latest.set(turn_of, turn_at);
    return [issue, { turn_of, turn_at }] as const;
  });
}

const latestTurn = sql<number | string | null>`(
  select max(turn_at) from deliveries
  where deliveries.turn_of = coalesce(channels.server, channels.id) and deliveries.state = 'waiting'
)`;

/** All lines together: they are many more than the editions. */
async function writeLedger(database: Database, issues: readonly Issue[]): Promise<void> {
  const shown = issues.flatMap(({ edition, channelId }) =>
    [...new Set(edition.cards.map((card) => card.storyId))].map((storyId) => ({ storyId, channelId, edition })),
  );
  if (shown.length === 0) return;
  // Stories may have become one since they were selected, or one with what the channel was shown before.
  const heirs = await heirsOf(database, [...new Set(shown.map(({ storyId }) => storyId))]);
  const lines = shown.map(({ storyId, channelId, edition }) => ({
    ...{ channel_id: channelId, story_id: heirs.get(storyId) ?? storyId, edition_id: edition.id },
  }));
  const written = await database
    .insertInto("ledger")
    // In one order: editions that share stories then wait for each other, instead of each for the other.
    .values(lines.toSorted(byKey))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows ?? 0n) < lines.length) throw new AlreadySent();
}

interface LedgerKey {
  readonly channel_id: string;
  readonly story_id: string;
}

const byKey = (a: LedgerKey, b: LedgerKey): number =>
  compare(a.channel_id, b.channel_id) || compare(a.story_id, b.story_id);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
