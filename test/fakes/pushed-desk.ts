// A desk that hubs can reach, on loopback: one source, a real store, fetcher and HTTP server, and a clock that stands still.
import { createFetcher } from "../../src/adapters/http/fetcher.ts";
import { startHttpServer } from "../../src/adapters/http/server.ts";
import { openCache } from "../../src/adapters/stores/keyv-rows.ts";
import { openStore } from "../../src/adapters/stores/open-store.ts";
import { createExtractiveSummarizer } from "../../src/adapters/summarizers/extractive.ts";
import { createPushDesk } from "../../src/collect/push/note-offer.ts";
import { createKnownTerms } from "../../src/curate/known-terms.ts";
import { gatherNews } from "../../src/pipeline.ts";
import type { Store } from "../../src/ports/store.ts";
import { openPushes } from "../../src/pushes.ts";
import type { Source } from "../../src/records/source.ts";
import { type FakeClock, fakeClock } from "./clock.ts";
import { openCollectBench } from "./collect-parts.ts";
import { briefLeases } from "./leases.ts";

export interface PushedDesk {
  readonly clock: FakeClock;
  readonly store: Store;
  readonly url: string;
  /** What it follows from now on. */
  follow(...sources: readonly Source[]): Promise<void>;
  /** One tick of the gathering loop: polls what is due, then asks the hubs that are due. */
  tick(): Promise<void>;
  /** Headlines in the archive, oldest first, once all that was pushed is there. */
  headlines(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openPushedDesk(startAt: number): Promise<PushedDesk> {
  const clock = fakeClock(startAt);
  const bench = openCollectBench(startAt);
  const store = await openStore("sqlite::memory:");
  const fetcher = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks: true, now: clock.now });
  let sources: readonly Source[] = [];
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const push = createPushDesk({
    ...{ store, clock, newId },
    newSecret: () => `secret-${ids}`,
    // The server picks its port after the routes are made.
    get publicUrl() {
      return server.url;
    },
  });
  const summarizer = createExtractiveSummarizer();
  const listSources = async () => sources;
  const parts = {
    ...bench.parts,
    store,
    cache: openCache(store),
    clock,
    fetcher,
    newId,
    summarizer,
    knownTerms: createKnownTerms(store),
    listSources,
    leases: briefLeases,
    push,
  };
  const pushes = openPushes(parts);
  const server = await startHttpServer({
    ...{ host: "127.0.0.1", port: 0, routes: pushes.routes, log: bench.parts.log },
    checkHealth: async () => [],
  });
  return {
    clock,
    store,
    url: server.url,
    follow: async (...followed) => {
      sources = followed;
      await store.registerSources(followed, clock.now());
    },
    tick: async () => {
      await gatherNews(parts);
      await pushes.keep();
    },
    headlines: async () => {
      await pushes.settle();
      const articles = await Array.fromAsync(store.eachArticle());
      return articles.map(({ headline }) => headline);
    },
    close: async () => {
      await server.close();
      await pushes.settle();
      await fetcher.close();
      await bench.close();
      await store.close();
    },
  };
}
