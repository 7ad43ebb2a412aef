// The table of contents: every step of the outgoing flow, in order. Each loop shares only the store with the others.
import { type CollectParts, collectSource } from "./collect/poll.ts";
import { collectPushed } from "./collect/poll-web.ts";
import type { Pushed } from "./collect/push/callback.ts";
import { type CurateCounts, type CurateParts, curateItems } from "./curate/edit.ts";
import { type Consignment, consign, type MulticastParts, sendMulticast } from "./deliver/multicast.ts";
import { type PublishParts, publishDueEditions, publishNews } from "./deliver/publish.ts";
import { type ReviseParts, reviseShown } from "./deliver/revise.ts";
import { sendDelivery } from "./deliver/send.ts";
import { writeTogether } from "./deliver/write-together.ts";
import type { Leases } from "./ports/leases.ts";
import type { OutboxStore, Settlement } from "./ports/outbox-store.ts";
import type { PauseStore } from "./ports/pause-store.ts";
import type { SourceStore } from "./ports/store.ts";
import { type PlatformName, platformNames } from "./records/channel.ts";
import { StoreError } from "./records/errors.ts";
import type { Source, SourceState } from "./records/source.ts";
import { createSourceListing } from "./source-listing.ts";
import { untilStopped } from "./until-stopped.ts";
import { workThrough } from "./work-pool.ts";

export interface GatherParts extends CollectParts, CurateParts {
  readonly store: CollectParts["store"] &
    CurateParts["store"] &
    Pick<SourceStore, "claimDueSources" | "finishPolls"> &
    Pick<PauseStore, "pausedSources">;
  /** Asked when a round begins, and once a minute while it goes on: a desk of many sources may never be without one that is due. */
  readonly listSources: () => Promise<readonly Source[]>;
  readonly leases: Leases;
  /** Once aborted, no source is begun, and those under way are given back as they were. */
  readonly stopSignal?: AbortSignal;
}

export type PipelineParts = GatherParts & PublishParts & DeliverParts;

// What a fault of ours stopped is not asked for again and again.
const tryAgainMs = 10 * 60_000;
const sourcesAtOnce = 16;
// Sources that come due beside one that takes minutes do not wait for it.
const takeAgainMs = 10_000;

/** 1. Gather: due sources → items → articles in the archive. Resolves to what changed, over all sources. */
export async function gatherNews(parts: GatherParts): Promise<CurateCounts> {
  const listing = createSourceListing(parts.listSources, parts.clock);
  const finished: SourceState[] = [];
  const kept = new Map<string, () => void>();
  let total: CurateCounts = { imported: 0, updated: 0, duplicates: 0 };
  // Together, since each writing waits for the disk. What a crash costs is a second poll, which finds nothing new.
  const writeFinished = async () => {
    const states = finished.splice(0);
    if (states.length > 0) await parts.store.finishPolls(states);
    for (const { sourceId } of states) kept.get(sourceId)?.();
  };
  try {
    await workThrough<SourceState>({
      places: sourcesAtOnce,
      takeAgainMs,
      take: async (free) => {
        await writeFinished();
        if (parts.stopSignal?.aborted) return [];
        const { leaseMs } = parts.leases;
        const claimed = await parts.store.claimDueSources(await listing.ids(), parts.clock.now(), leaseMs, free);
        for (const { sourceId } of claimed) kept.set(sourceId, parts.leases.keep("source", sourceId));
        return claimed;
      },
      // Only an archive that can't be written ends a round: every other fault costs its own source only.
      work: async (state) => {
        const source = listing.find(state.sourceId);
        if (!source) return;
        const { counts, after } = await gatherSource(source, state, parts);
        total = addCounts(total, counts);
        finished.push(after);
      },
    });
  } finally {
    await writeFinished();
    // What an archive that failed left over is taken up when its lease ends.
    for (const letGo of kept.values()) letGo();
  }
  return total;
}

/** `after`: the state to keep. */
interface Gathered {
  readonly counts: CurateCounts;
  readonly after: SourceState;
}

async function gatherSource(source: Source, state: SourceState, parts: GatherParts): Promise<Gathered> {
  let counts: CurateCounts = { imported: 0, updated: 0, duplicates: 0 };
  const batches = collectSource(source, state, parts);
  // A batch may wait for ten slow pages. One that is broken off is not archived: the next poll collects it again.
  const next = () => untilStopped(batches.next(), parts.stopSignal);
  try {
    let step = await next();
    for (; step !== "stopped" && !step.done; step = await next())
      counts = addCounts(counts, await curateItems(step.value, parts));
    return { counts, after: step === "stopped" ? state : step.value };
  } catch (error) {
    if (error instanceof StoreError) throw error;
    parts.log.error("a source could not be gathered; it is tried again in ten minutes", error, { source: source.id });
    return { counts, after: { ...state, dueAt: parts.clock.now() + tryAgainMs } };
  }
}

/** 1 again: what a hub pushed goes the way of what a poll finds; for a paused source nowhere. Throws ParseError when it is no feed. */
export async function gatherPushed({ sourceId, body }: Pushed, parts: GatherParts): Promise<CurateCounts> {
  let total: CurateCounts = { imported: 0, updated: 0, duplicates: 0 };
  const source = (await parts.listSources()).find(({ id }) => id === sourceId);
  if (source?.kind !== "feed" || (await parts.store.pausedSources()).has(sourceId)) return total;
  for await (const batch of collectPushed(source, body, parts))
    total = addCounts(total, await curateItems(batch, parts));
  return total;
}

const addCounts = (a: CurateCounts, b: CurateCounts): CurateCounts => ({
  imported: a.imported + b.imported,
  updated: a.updated + b.updated,
  duplicates: a.duplicates + b.duplicates,
});

/** 2. Publish: due subscriptions → editions in the outbox. Resolves to the number of editions. */
export const publishEditions = (parts: PublishParts): Promise<number> => publishDueEditions(parts);

/** 2 again: what came in just now → editions of running subscriptions that need not wait for their minute. */
export const publishAtOnce = (parts: PublishParts): Promise<number> => publishNews(parts);

// Two seconds of Discord's 50 a second: enough for a Discord that takes two seconds to answer.
const deliveriesAtOnce = 100;
const claimAgainMs = 1000;

// What a crash in it costs is that a few more deliveries are repeated, each under the key that its platform knows it by.
const settlePauseMs = 50;

export interface DeliverParts extends MulticastParts {
  readonly store: MulticastParts["store"] & Pick<OutboxStore, "settleDeliveries">;
  /** A new UUID. */
  readonly newId: () => string;
}

/**
 * 3. Deliver: the outbox → the channels, every delivery that is due. Resolves to the number that arrived. Throws what the store
 * throws, but only when nothing is on its way any more: what a platform took in the meantime is written down.
 */
export async function deliverEditions(parts: DeliverParts): Promise<number> {
  const started = parts.platforms.map(({ name }) => name);
  const others = platformNames.filter((name) => !started.includes(name));
  const settling = { ...parts, store: settlingTogether(parts.store) };
  // None waits for another one's rate.
  const counts = await Promise.allSettled(
    [...started.map((name) => [name]), others].map((names) => deliverTo(names, settling)),
  );
  const failed = counts.find((count) => count.status === "rejected");
  if (failed) throw failed.reason;
  return counts.reduce((sum, count) => sum + (count.status === "fulfilled" ? count.value : 0), 0);
}

/** Writes what became of deliveries together. */
function settlingTogether(store: DeliverParts["store"]): DeliverParts["store"] {
  const settlements = writeTogether<Settlement, void>({
    all: async (together) => {
      await store.settleDeliveries(together);
      return together.map(() => undefined);
    },
    one: ({ deliveryId, state }) => store.settleDelivery(deliveryId, state),
    pauseMs: settlePauseMs,
  });
  return { ...store, settleDelivery: (deliveryId, state) => settlements.add({ deliveryId, state }) };
}

async function deliverTo(names: readonly PlatformName[], parts: DeliverParts): Promise<number> {
  let delivered = 0;
  if (names.length === 0) return delivered;
  const { store, clock, leases, platforms, newId, stopSignal } = parts;
  const most = platforms.filter(({ name }) => names.includes(name)).map(({ multicast }) => multicast?.limit ?? 0);
  await workThrough<Consignment>({
    places: Math.max(deliveriesAtOnce, ...most),
    takeAgainMs: claimAgainMs,
    sizeOf: ({ deliveries }) => deliveries.length,
    take: async (free) =>
      stopSignal?.aborted
        ? []
        : consign(await store.claimDeliveries(clock.now(), leases.leaseMs, free, names), platforms, newId),
    work: async (consignment) => {
      const reached = await send(consignment, parts);
      delivered += reached;
    },
  });
  return delivered;
}

/** How many channels it reached. */
async function send({ deliveries, multicastId }: Consignment, parts: DeliverParts): Promise<number> {
  if (multicastId !== null) return await sendMulticast(multicastId, deliveries, parts);
  const outcomes = await Promise.all(deliveries.map((delivery) => sendDelivery(delivery, parts)));
  return outcomes.filter((outcome) => outcome === "delivered").length;
}

/** 4. Revise: digests that are out → as their stories are now. Resolves to the number that changed. */
export const reviseEditions = (parts: ReviseParts): Promise<number> => reviseShown(parts);
