import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type CollectBench, openCollectBench } from "../test/fakes/collect-parts.ts";
import { briefLeases } from "../test/fakes/leases.ts";
import { answer, type Handler, type LoopbackSite, openLoopbackSite } from "../test/fakes/loopback-site.ts";
import { openStore } from "./adapters/stores/open-store.ts";
import { createExtractiveSummarizer } from "./adapters/summarizers/extractive.ts";
import { createKnownTerms } from "./curate/known-terms.ts";
import { type GatherParts, gatherNews } from "./pipeline.ts";
import type { Store } from "./ports/store.ts";
import type { Source } from "./records/source.ts";

const startAt = Date.UTC(2026, 10, 23, 1);
const storyCount = 12;

let site: LoopbackSite;
let store: Store;
let bench: CollectBench;
let stop: AbortController;
let parts: GatherParts;

beforeEach(async () => {
  [site, store] = [await openLoopbackSite(), await openStore("sqlite::memory:")];
  bench = openCollectBench(startAt);
  stop = new AbortController();
  const stories = Array.from({ length: storyCount }, (_, index) => `${site.origin}/story/${index}`);
  const items = stories.map((link, index) => `<item><title>Story number ${index}</title><link>${link}</link></item>`);
  const feed = `<rss version="2.0"><channel><title>Harbour Post</title>${items.join("")}</channel></rss>`;
  const url = site.serve("/feed", answer(200, { "content-type": "application/rss+xml" }, feed));
  const harbour: Source = {
    ...{ id: "harbour", name: "Harbour Post", kind: "feed", url, intervalMinutes: 10, fullText: "page" },
  };
  await store.registerSources([harbour], startAt);
  const listSources = async () => [harbour];
  const knownTerms = createKnownTerms(store);
  const desk = { store, listSources, knownTerms, summarizer: createExtractiveSummarizer(), newId: randomUUID };
  parts = { ...bench.parts, ...desk, leases: briefLeases, stopSignal: stop.signal };
});

afterEach(async () => {
  await bench.close();
  await Promise.all([store.close(), site.close()]);
});

const page = answer(200, { "content-type": "text/html" }, "<article><p>The new bridge opened today.</p></article>");
const serveStories = (from: number, until: number, handle: Handler) => {
  for (let index = from; index < until; index += 1) site.serve(`/story/${index}`, handle);
};

it("a desk that is asked to stop waits for no slow page, keeps what it has, and goes on there the next time", async () => {
  serveStories(0, 10, page);
  // A server that takes the request and never answers.
  serveStories(10, storyCount, () => stop.abort());
  expect(await gatherNews(parts)).toMatchObject({ imported: 10 });
  expect(await store.countArticles()).toBe(10);

  await bench.close();
  bench = openCollectBench(startAt);
  serveStories(10, storyCount, page);
  // No time has passed: the lease was given back.
  expect(await gatherNews({ ...parts, ...bench.parts, store, stopSignal: new AbortController().signal })).toMatchObject(
    {
      imported: 2,
      updated: 0,
    },
  );
});

it("a desk that was asked to stop begins no source", async () => {
  stop.abort();
  expect(await gatherNews(parts)).toMatchObject({ imported: 0 });
  expect(await store.claimDueSources(new Set(["harbour"]), startAt, 1, 1)).toHaveLength(1);
});
