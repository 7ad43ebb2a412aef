// Feeds on loopback whose items link to pages that declare another address for their article.
import { afterEach, beforeEach, expect, it } from "vitest";
import { type CollectBench, openCollectBench } from "../../test/fakes/collect-parts.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";
import type { FeedSource } from "../records/source.ts";

let site: LoopbackSite;
let bench: CollectBench;

beforeEach(async () => {
  site = await openLoopbackSite();
  bench = openCollectBench(Date.UTC(2026, 10, 23, 8));
});

afterEach(async () => {
  await bench.close();
  await site.close();
});

function serveFeed(items: readonly (readonly [path: string, title: string])[]): void {
  const entries = items.map(
    ([path, title]) => `<item><title>${title}</title><link>${site.origin}${path}</link></item>`,
  );
  const xml = `<rss version="2.0"><channel><title>Harbour Post</title>${entries.join("")}</channel></rss>`;
  site.serve("/feed", answer(200, { "content-type": "text/xml" }, xml));
}

/** Serves a page that declares `canonical`; gives back how often it was asked for. */
function servePage(path: string, canonical: string): () => number {
  let visits = 0;
  const page = `<!doctype html><html lang="en"><head><title>Page</title><link rel="canonical" href="${canonical}"></head>
    <body><article><h1>Page</h1><p>The bridge was finished on Monday after three years of work, they said.</p></article></body></html>`;
  site.serve(path, (request, response) => {
    visits += 1;
    answer(200, { "content-type": "text/html" }, page)(request, response);
  });
  return () => visits;
}

async function poll(id = "harbour") {
  const source: FeedSource = { id, name: id, kind: "feed", url: `${site.origin}/feed`, fullText: "page" };
  const { items } = await bench.poll({ ...source, intervalMinutes: 15 });
  return items.map(({ identity, item, extract }) => [
    identity.replace(site.origin, ""),
    item.title,
    extract.url?.replace(site.origin, ""),
  ]);
}

/** What was noted as a duplicate: of which source, under which identity, of which article. */
const dropped = () =>
  bench.dropped.map(({ sourceId, identity, of, headline }) => [
    sourceId,
    ...[identity, of].map((address) => address.replace(site.origin, "")),
    headline,
  ]);

it("an item is the article that its page declares, and its page is not asked again", async () => {
  serveFeed([["/go?story=1", "The bridge opens"]]);
  const visits = servePage("/go", "/news/bridge");
  expect(await poll()).toEqual([["/news/bridge", "The bridge opens", "/news/bridge"]]);
  expect(await poll()).toEqual([]);
  expect(visits()).toBe(1);
  expect(dropped()).toEqual([]);
});

it("a known article is updated when its item comes by another way", async () => {
  servePage("/news/bridge", "/news/bridge");
  servePage("/go", "/news/bridge");
  serveFeed([["/news/bridge", "The bridge opens"]]);
  expect(await poll()).toEqual([["/news/bridge", "The bridge opens", "/news/bridge"]]);
  serveFeed([["/go", "The bridge is open"]]);
  expect(await poll()).toEqual([["/news/bridge", "The bridge is open", "/news/bridge"]]);
  serveFeed([["/go", "The bridge is crowded"]]);
  expect(await poll()).toEqual([["/news/bridge", "The bridge is crowded", "/news/bridge"]]);
  expect(await poll()).toEqual([]);
});

it("an article that another source brought is left as it is", async () => {
  servePage("/news/bridge", "/news/bridge");
  servePage("/go", "/news/bridge");
  serveFeed([["/news/bridge", "The bridge opens"]]);
  await poll("harbour");
  serveFeed([["/go", "Bridge: it opens"]]);
  expect(await poll("strait")).toEqual([]);
  expect(dropped()).toEqual([["strait", "/go", "/news/bridge", "Bridge: it opens"]]);
  await poll("strait");
  expect(dropped()).toHaveLength(1);
});

it("an article listed under two addresses is brought once", async () => {
  servePage("/news/bridge", "/news/bridge");
  servePage("/go", "/news/bridge");
  serveFeed([
    ["/go", "The bridge opens"],
    ["/news/bridge", "The bridge opens"],
  ]);
  expect(await poll()).toEqual([["/news/bridge", "The bridge opens", "/news/bridge"]]);
  expect(await poll()).toEqual([]);
  expect(dropped()).toEqual([["harbour", "/go", "/news/bridge", "The bridge opens"]]);
});

it("one address that different articles declare is no article's, in later polls either", async () => {
  for (const path of ["/a", "/b", "/c"]) servePage(path, "/all-news");
  serveFeed([
    ["/a", "The bridge opens"],
    ["/b", "Rain is coming"],
  ]);
  expect((await poll()).map(([identity]) => identity)).toEqual(["/all-news", "/b"]);
  serveFeed([["/c", "The harbour freezes"]]);
  expect((await poll()).map(([identity]) => identity)).toEqual(["/c"]);
});

it.each([
  ["another site", "https://other.example/news/bridge"],
  ["the front page", "/"],
  ["the section it stands in", "/news"],
  ["no address", "javascript:alert(1)"],
])("a page that declares %s keeps its own identity", async (_, canonical) => {
  servePage("/news/1", canonical);
  serveFeed([["/news/1", "The bridge opens"]]);
  expect((await poll()).map(([identity]) => identity)).toEqual(["/news/1"]);
});

it("items that share one link stay articles of their own, whatever the page declares", async () => {
  servePage("/live", "/news/live");
  serveFeed([
    ["/live#1", "The bridge opens"],
    ["/live#2", "The mayor speaks"],
  ]);
  expect((await poll()).map(([identity]) => identity)).toEqual(["/live#1", "/live#2"]);
});
