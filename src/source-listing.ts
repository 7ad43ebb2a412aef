// The sources of a round that may go on for hours: a desk of many is never without one that is due.
import type { Clock } from "./ports/clock.ts";
import type { Source } from "./records/source.ts";

const listAgainMs = 60_000;

export interface SourceListing {
  /** Ids of the sources as they are now, or were a minute ago at most. */
  ids(): Promise<ReadonlySet<string>>;
  /** As of the last `ids`; undefined for a source that has been taken out. */
  find(id: string): Source | undefined;
}

export function createSourceListing(listSources: () => Promise<readonly Source[]>, clock: Clock): SourceListing {
  let listedAt = Number.NEGATIVE_INFINITY;
  let byId: ReadonlyMap<string, Source> = new Map();
  let ids: ReadonlySet<string> = new Set();
  return {
    ids: async () => {
      const now = clock.now();
      if (now - listedAt < listAgainMs) return ids;
      byId = new Map((await listSources()).map((source) => [source.id, source]));
      ids = new Set(byId.keys());
      listedAt = now;
      return ids;
    },
    find: (id) => byId.get(id),
  };
}
