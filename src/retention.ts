// Keeps the archive within its limits: an hourly duty that removes little at a time, so that searches and polls need not wait.
import { setImmediate as othersTurn } from "node:timers/promises";
import type { Clock } from "./ports/clock.ts";
import type { Log } from "./ports/log.ts";
import type { RetentionStore } from "./ports/retention-store.ts";
import type { Keep, KeepLimit } from "./records/keep.ts";
import type { Source } from "./records/source.ts";

export interface RetentionParts {
  readonly store: Pick<RetentionStore, "countBySource" | "removeExpired">;
  readonly listSources: () => Promise<readonly Source[]>;
  readonly clock: Clock;
  readonly log: Log;
  /** For sources that have none of their own. */
  readonly defaultKeep: Keep;
  /** Once aborted, no more is removed. */
  readonly stopSignal?: AbortSignal;
}

// Some hundredths of a second each.
const articlesAtOnce = 50;

/** Removes what is beyond the limits; how many articles. */
export async function keepWithinLimits(parts: RetentionParts): Promise<number> {
  const { store, clock, log, stopSignal } = parts;
  let total = 0;
  for (const { sourceId, limit } of await limitsOf(parts)) {
    let removed = 0;
    for (let last = articlesAtOnce; last === articlesAtOnce && !stopSignal?.aborted; removed += last) {
      last = await store.removeExpired({ sourceId, limit, now: clock.now() }, articlesAtOnce);
      await othersTurn();
    }
    if (removed > 0) log.info("old articles were removed", { source: sourceId, articles: removed });
    total += removed;
  }
  return total;
}

/** The limits of all sources that have articles and a limit, their own or the default one. */
export async function limitsOf({
  store,
  listSources,
  defaultKeep,
}: Pick<RetentionParts, "listSources" | "defaultKeep"> & {
  readonly store: Pick<RetentionStore, "countBySource">;
}): Promise<readonly { readonly sourceId: string; readonly limit: KeepLimit; readonly articles: number }[]> {
  const stated = new Map((await listSources()).map(({ id, keep }) => [id, keep]));
  return [...(await store.countBySource())].flatMap(([sourceId, articles]) => {
    const keep = stated.get(sourceId) ?? defaultKeep;
    return keep.by === "nothing" ? [] : [{ sourceId, limit: keep, articles }];
  });
}
