// What collecting needs, for tests: real HTTP and readers, a clock that stands still, and an archive and cache of memory.
import { createFetcher } from "../../src/adapters/http/fetcher.ts";
import { readFeed } from "../../src/adapters/sources/feed.ts";
import { readPage } from "../../src/adapters/sources/page.ts";
import { readPosts } from "../../src/adapters/sources/posts.ts";
import { postsVersion } from "../../src/adapters/sources/posts-version.ts";
import { readSitemap } from "../../src/adapters/sources/sitemap.ts";
import { type CollectParts, collectSource } from "../../src/collect/poll.ts";
import type { Log } from "../../src/ports/log.ts";
import type { KnownArticle } from "../../src/ports/store.ts";
import type { CollectedItem } from "../../src/records/collected-item.ts";
import type { Source, SourceState } from "../../src/records/source.ts";
import type { DroppedDuplicate } from "../../src/records/trail.ts";
import { type FakeClock, fakeClock } from "./clock.ts";
import { memoryCache } from "./memory-cache.ts";

export interface CollectBench {
  readonly parts: CollectParts;
  readonly clock: FakeClock;
  /** Warnings, one line each: message, then its fields as JSON. */
  readonly warnings: readonly string[];
  /** What was noted as a duplicate, in order. */
  readonly dropped: readonly DroppedDuplicate[];
  /** Polls the source as often as it is called: each poll goes on from the state of the last and archives what came. */
  poll(source: Source): Promise<Poll>;
  close(): Promise<void>;
}

interface Poll {
  readonly batches: readonly (readonly CollectedItem[])[];
  readonly items: readonly CollectedItem[];
  readonly state: SourceState;
}

export function openCollectBench(startAt: number): CollectBench {
  const clock = fakeClock(startAt);
  const warnings: string[] = [];
  const archive = new Map<string, KnownArticle>();
  const dropped: DroppedDuplicate[] = [];
  const states = new Map<string, SourceState>();
  const fetcher = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks: true, now: clock.now });
  const parts: CollectParts = {
    ...{ fetcher, readFeed, readPage, readSitemap, readPosts, postsVersion, clock },
    random: () => 0.5,
    cache: memoryCache(clock),
    log: warningLog(warnings),
    store: {
      registerSources: async () => {},
      findRemoved: async () => new Set(),
      noteDuplicates: async (some) => void dropped.push(...some),
      findArticles: async (identities) => new Map([...archive].filter(([identity]) => identities.includes(identity))),
    },
  };
  return {
    parts,
    clock,
    warnings,
    dropped,
    close: () => fetcher.close(),
    poll: async (source) => {
      const batches: (readonly CollectedItem[])[] = [];
      const collecting = collectSource(source, states.get(source.id) ?? newState(source.id, clock.now()), parts);
      let step = await collecting.next();
      for (; !step.done; step = await collecting.next()) {
        batches.push(step.value);
        for (const { identity, sourceId, publishedAt } of step.value) {
          archive.set(identity, {
            id: identity,
            identity,
            sourceId,
            storyId: identity,
            publishedAt,
            contentHash: "",
            tags: [],
          });
        }
      }
      states.set(source.id, step.value);
      return { batches, items: batches.flat(), state: step.value };
    },
  };
}

const newState = (sourceId: string, dueAt: number): SourceState => ({
  sourceId,
  dueAt,
  failures: 0,
  etag: null,
  lastModified: null,
  polledAt: null,
  problem: null,
  rhythm: null,
  movedTo: null,
  endedAt: null,
});

function warningLog(warnings: string[]): Log {
  const ignore = (): void => {};
  return {
    debug: ignore,
    info: ignore,
    warn: (message, fields) => void warnings.push(`${message} ${JSON.stringify(fields)}`),
    error: (message) => void warnings.push(message),
  };
}
