// The table of contents: every step of the outgoing flow, in order. Each loop shares only the store with the others.
import { type CollectParts, collectSource } from "./collect/poll.ts";
import { collectPushed } from "./collect/poll-web.ts";
import type { Pushed } from "./collect/push/callback.ts";
import { type CurateCounts, type CurateParts, curateItems } from "./curate/edit.ts";
import { type PublishParts, publishDueEditions } from "./deliver/publish.ts";
import { deliverOutbox, type SendParts } from "./deliver/send.ts";
import type { SourceStore } from "./ports/store.ts";
import { StoreError } from "./records/errors.ts";
import type { Source, SourceState } from "./records/source.ts";
import { untilStopped } from "./until-stopped.ts";

export interface GatherParts extends CollectParts, CurateParts {
  readonly store: CollectParts["store"] & CurateParts["store"] & Pick<SourceStore, "claimDueSources" | "finishPoll">;
  /** Asked once a round, so that a source added meanwhile is polled in the next. */
  readonly listSources: () => Promise<readonly Source[]>;
  /** Once aborted, no source is begun, and those under way are given back as they were. */
  readonly stopSignal?: AbortSignal;
}

export type PipelineParts = GatherParts & PublishParts & SendParts;

// A lease outlasts the longest poll (a feed whose 30 pages each take the full 10 s); a dead worker's sources come back after it.
const leaseMs = 10 * 60_000;
const sourcesAtOnce = 8;

/** 1. Gather: due sources → items → articles in the archive. Resolves to what changed, over all sources. */
export async function gatherNews(parts: GatherParts): Promise<CurateCounts> {
  const byId = new Map((await parts.listSources()).map((source) => [source.id, source]));
  let total: CurateCounts = { imported: 0, updated: 0, duplicates: 0 };
  while (!parts.stopSignal?.aborted) {
    const claimed = await parts.store.claimDueSources([...byId.keys()], parts.clock.now(), leaseMs, sourcesAtOnce);
    const polls = await Promise.allSettled(
      claimed.map((state) => gatherSource(byId.get(state.sourceId), state, parts)),
    );
    for (const poll of polls) {
      // Only an archive that can't be written ends a round: every other fault costs its own source only.
      if (poll.status === "rejected") throw poll.reason;
      total = addCounts(total, poll.value);
    }
    if (claimed.length < sourcesAtOnce) break;
  }
  return total;
}

async function gatherSource(source: Source | undefined, state: SourceState, parts: GatherParts): Promise<CurateCounts> {
  let total: CurateCounts = { imported: 0, updated: 0, duplicates: 0 };
  if (!source) return total;
  const batches = collectSource(source, state, parts);
  // A batch may wait for ten slow pages. One that is broken off is not archived: the next poll collects it again.
  const next = () => untilStopped(batches.next(), parts.stopSignal);
  try {
    let step = await next();
    for (; step !== "stopped" && !step.done; step = await next())
      total = addCounts(total, await curateItems(step.value, parts));
    await parts.store.finishPoll(step === "stopped" ? state : step.value);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    parts.log.error("a source could not be gathered; it is tried again when its lease ends", error, {
      source: source.id,
    });
  }
  return total;
}

/** 1 again: what a hub pushed goes the way of what a poll finds. Throws ParseError when it is no feed. */
export async function gatherPushed({ sourceId, body }: Pushed, parts: GatherParts): Promise<CurateCounts> {
  let total: CurateCounts = { imported: 0, updated: 0, duplicates: 0 };
  const source = (await parts.listSources()).find(({ id }) => id === sourceId);
  if (source?.kind !== "feed") return total;
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

/** 3. Deliver: the outbox → the channels. Resolves to the number of deliveries that arrived. */
export const deliverEditions = (parts: SendParts): Promise<number> => deliverOutbox(parts);
