import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type CollectBench, openCollectBench } from "../test/fakes/collect-parts.ts";
import { briefLeases } from "../test/fakes/leases.ts";
import { silentLog } from "../test/fakes/log.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../test/fakes/loopback-site.ts";
import { memoryCache } from "../test/fakes/memory-cache.ts";
import { openStore } from "./adapters/stores/open-store.ts";
import { createExtractiveSummarizer } from "./adapters/summarizers/extractive.ts";
import { createKnownTerms } from "./curate/known-terms.ts";
import { type GatherParts, gatherNews } from "./pipeline.ts";
import type { Store } from "./ports/store.ts";
import type { Keep } from "./records/keep.ts";
import type { Source } from "./records/source.ts";
import { keepWithinLimits } from "./retention.ts";

const day = 24 * 3_600_000;
const startAt = Date.UTC(2026, 10, 1);

let site: LoopbackSite;
let store: Store;
let bench: CollectBench;
let source: Source;
let parts: GatherParts;

beforeEach(async () => {
  [site, store, bench] = [await openLoopbackSite(), await openStore("sqlite::memory:"), openCollectBench(startAt)];
  const url = `${site.origin}/feed`;
  source = { id: "harbour", name: "Harbour Post", kind: "feed", url, intervalMinutes: 10, fullText: "page" };
  await store.registerSources([source], startAt);
  const knownTerms = createKnownTerms(store);
  const desk = { store, listSources: async () => [source], knownTerms, summarizer: createExtractiveSummarizer() };
  parts = { ...bench.parts, ...desk, leases: briefLeases, newId: randomUUID };
});

afterEach(async () => {
  await bench.close();
  await Promise.all([store.close(), site.close()]);
});

/** Stories by their numbers, each with a page that declares the address without its query. */
function serveFeed(numbers: readonly number[], title = "Story number"): void {
  const items = numbers.map((number) => {
    const address = `${site.origin}/story/${number}`;
    const page = `<html><head><link rel="canonical" href="${address}"></head><body><article><p>The bridge number ${number} opened today.</p></article></body></html>`;
    site.serve(`/amp/${number}`, answer(200, { "content-type": "text/html" }, page));
    return `<item><title>${title} ${number}</title><link>${site.origin}/amp/${number}</link><pubDate>${new Date(startAt).toUTCString()}</pubDate></item>`;
  });
  const feed = `<rss version="2.0"><channel><title>Harbour Post</title>${items.join("")}</channel></rss>`;
  site.serve("/feed", answer(200, { "content-type": "application/rss+xml" }, feed));
}

async function tidy(keep: Keep = { by: "age", days: 7 }): Promise<number> {
  return keepWithinLimits({ ...parts, store, log: silentLog, defaultKeep: keep });
}

it("what a feed goes on listing is not collected again once it was removed, though it was edited, though the cache is lost", async () => {
  serveFeed([1, 2]);
  expect(await gatherNews(parts)).toMatchObject({ imported: 2 });
  expect(await tidy()).toBe(0);
  bench.clock.advance(8 * day);
  expect(await tidy()).toBe(2);

  const again = { imported: 0, updated: 0, duplicates: 0 };
  serveFeed([1, 2, 3]);
  expect(await gatherNews(parts)).toEqual({ ...again, imported: 1 });
  bench.clock.advance(day);
  serveFeed([1, 2, 3], "Edited story number");
  expect(await gatherNews(parts)).toEqual({ ...again, updated: 1 });
  bench.clock.advance(day);
  const forgetful = { ...parts, cache: memoryCache(bench.clock) };
  expect(await gatherNews(forgetful)).toMatchObject({ imported: 0 });
  expect(await store.countArticles()).toBe(1);
  expect(await store.check()).toEqual([]);
});

it("a source's own limit goes before the default one", async () => {
  serveFeed([1, 2, 3]);
  await gatherNews(parts);
  bench.clock.advance(100 * day);
  source = { ...source, keep: { by: "nothing" } };
  expect(await tidy()).toBe(0);
  source = { ...source, keep: { by: "articles", articles: 2 } };
  expect(await tidy({ by: "nothing" })).toBe(1);
  expect(await store.countArticles()).toBe(2);
});

it("a desk that is asked to stop removes no more", async () => {
  serveFeed([1]);
  await gatherNews(parts);
  bench.clock.advance(100 * day);
  parts = { ...parts, stopSignal: AbortSignal.abort() };
  expect(await tidy()).toBe(0);
});
