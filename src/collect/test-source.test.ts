import { afterEach, beforeEach, expect, it } from "vitest";
import { type CollectBench, openCollectBench } from "../../test/fakes/collect-parts.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";
import { harbourPost } from "../../test/fakes/posts.ts";
import { newsSitemap, sitemapIndex, sitemapOf } from "../../test/fakes/sitemaps.ts";
import { temporaryFolder } from "../../test/fakes/temporary-folder.ts";
import type { Source, SourceState } from "../records/source.ts";
import { createTestSource } from "./test-source.ts";

const now = Date.UTC(2026, 10, 23, 8, 0, 0);
const hourMs = 3_600_000;
let site: LoopbackSite;
let bench: CollectBench;

beforeEach(async () => {
  site = await openLoopbackSite();
  bench = openCollectBench(now);
});

afterEach(async () => {
  await bench.close();
  await site.close();
});

const test = (source: Source, states: readonly SourceState[] = []) =>
  createTestSource({ ...bench.parts, store: { sourceStates: async () => states } })(source);

const common = { id: "harbour", name: "Harbour Post" } as const;
const rss = (item: string) => answer(200, {}, `<rss version="2.0"><channel><title>H</title>${item}</channel></rss>`);
const long = "The ferry sails again from the old pier. ".repeat(10);

it("a feed with its texts needs no pages", async () => {
  const url = site.serve("/feed", rss(`<item><title>Ferry</title><description>${long}</description></item>`));
  const source = { ...common, kind: "feed", fullText: "page", url } as const;
  const newest = [{ headline: "Ferry", publishedAt: null }];
  expect(await test(source)).toEqual({ state: "read", readAt: now, count: 1, newest, fullText: "source" });
});

it("pages that robots.txt keeps from us give no full text", async () => {
  const page = site.serve("/page", answer(200, {}, `<article><p>${long}</p></article>`));
  const url = site.serve("/feed", rss(`<item><title>Ferry</title><link>${page}</link></item>`));
  const source = { ...common, kind: "feed", fullText: "page", url } as const;
  expect(await test(source)).toMatchObject({ fullText: "page" });
  site.serve("/robots.txt", answer(200, {}, "User-agent: *\nDisallow: /"));
  await bench.close();
  bench = openCollectBench(now);
  expect(await test(source)).toMatchObject({ state: "read", fullText: null });
});

it("a list that robots.txt keeps from us can't be read", async () => {
  site.serve("/robots.txt", answer(200, {}, "User-agent: *\nDisallow: /"));
  const url = site.serve("/list", answer(200, {}, "<ul><li><a href=/1>Ferry</a></ul>"));
  const selectors = { item: "li", link: "a" };
  const source = { ...common, kind: "page", fullText: "page", url, selectors } as const;
  expect(await test(source)).toEqual({ state: "failed", readAt: now, problem: "forbidden" });
});

it("an index of sitemaps is followed to its news, and of a plain sitemap what changed lately counts", async () => {
  const news = [{ url: `${site.origin}/a`, title: "Ferry sails", published: "2026-11-23T07:00:00Z" }];
  const file = site.serve("/news.xml", answer(200, {}, newsSitemap("Harbour Post", "en", news)));
  const index = site.serve("/index.xml", answer(200, {}, sitemapIndex([[file]])));
  const source = { ...common, kind: "sitemap", fullText: "page", url: index } as const;
  const newest = [{ headline: "Ferry sails", publishedAt: now - hourMs }];
  expect(await test(source)).toMatchObject({ count: 1, newest });
  const entry = (path: string, at: number) =>
    `<url><loc>${site.origin}/${path}</loc><lastmod>${new Date(at).toISOString()}</lastmod></url>`;
  const entries = [entry("new", now - hourMs), entry("old", now - 1000 * hourMs)];
  const plain = site.serve("/plain.xml", answer(200, {}, sitemapOf(entries)));
  expect(await test({ ...source, id: "plain", url: plain })).toMatchObject({
    count: 1,
    newest: [{ headline: `${site.origin}/new` }],
  });
});

it("a source that has moved is read where it is now", async () => {
  const { state } = await bench.poll({ ...common, kind: "feed", fullText: "feed", url: `${site.origin}/old` });
  const movedTo = site.serve("/new", rss("<item><title>Ferry</title></item>"));
  const source = { ...common, kind: "feed", fullText: "feed", url: `${site.origin}/old` } as const;
  expect(await test(source)).toMatchObject({ state: "failed", problem: "not-there" });
  expect(await test(source, [{ ...state, movedTo }])).toMatchObject({ state: "read", count: 1, fullText: null });
});

it("a folder of posts is counted without what is refused, and one that is not there can't be read", async () => {
  const folder = await temporaryFolder();
  await folder.write("2026-11-20-harbour.md", harbourPost());
  await folder.write("2026-11-21-broken.md", "no front matter");
  const source = { ...common, kind: "posts", fullText: "feed", path: folder.path } as const;
  expect(await test(source)).toMatchObject({ count: 1, newest: [{ headline: "高雄港邊步道完工 市民週末試走" }] });
  await folder.remove();
  expect(await test({ ...source, path: `${folder.path}-gone` })).toMatchObject({ problem: "unreadable" });
});
