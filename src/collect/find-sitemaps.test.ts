// Sites that announce their news in sitemaps, on loopback, with the real fetcher and readers.
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fakeClock } from "../../test/fakes/clock.ts";
import { rssFeed } from "../../test/fakes/feeds.ts";
import { agencyPage, plainPage } from "../../test/fakes/list-pages.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";
import { memoryCache } from "../../test/fakes/memory-cache.ts";
import { newsSitemap, sitemapIndex, sitemapOf } from "../../test/fakes/sitemaps.ts";
import { createFetcher } from "../adapters/http/fetcher.ts";
import { readFeed } from "../adapters/sources/feed.ts";
import { readPage } from "../adapters/sources/page.ts";
import { readSite } from "../adapters/sources/site.ts";
import { readSitemap } from "../adapters/sources/sitemap.ts";
import type { Fetcher } from "../ports/fetcher.ts";
import type { FindSources } from "../ports/source-finder.ts";
import { createFindSources } from "./find-sources.ts";

const now = Date.UTC(2026, 10, 23, 8);
const clock = fakeClock(now);
let site: LoopbackSite;
let fetcher: Fetcher;
let findSources: FindSources;

beforeEach(async () => {
  site = await openLoopbackSite();
  fetcher = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks: true });
  findSources = createFindSources({
    fetcher,
    readFeed,
    readPage,
    readSite,
    readSitemap,
    clock,
    cache: memoryCache(clock),
  });
});

afterEach(async () => {
  await fetcher.close();
  await site.close();
});

const html = (body: string) => answer(200, { "content-type": "text/html; charset=utf-8" }, body);
const headlines = ["一", "二", "三", "四", "五", "六"];
const news = (publication = "港都日報") =>
  newsSitemap(
    publication,
    "zh-tw",
    headlines.map((title, index) => ({
      ...{ url: `${site.origin}/${publication}/${index}`, title },
      published: new Date(now - index * 60_000).toISOString(),
    })),
  );
const robots = (...urls: readonly string[]) =>
  site.serve(
    "/robots.txt",
    answer(200, {}, `User-agent: *\nDisallow:\n${urls.map((url) => `Sitemap: ${url}\n`).join("")}`),
  );
const feed = (title: string) => answer(200, {}, rssFeed(title, ["News"]));

it("the address of a news sitemap is that sitemap, with its five newest headlines", async () => {
  const url = site.serve("/x.xml.gz", answer(200, { "content-type": "application/gzip" }, gzipSync(news())));
  expect(await findSources(url)).toEqual([
    { found: { kind: "sitemap", url, name: "港都日報" }, headlines: headlines.slice(0, 5), isCertain: true },
  ]);
});

it("a site without a feed gives the news sitemaps that its robots.txt names, and the list on its page is not needed", async () => {
  const pages = site.serve(
    "/pages.xml",
    answer(200, {}, sitemapOf([`<url><loc>${site.origin}/</loc><lastmod>2026-11-23T07:00Z</lastmod></url>`])),
  );
  const local = site.serve("/news/local.xml", answer(200, {}, news("港都地方")));
  const url = site.serve("/news.xml", answer(200, {}, news()));
  robots(pages, url, url, local, "javascript:alert(1)", `${site.origin}/gone-news.xml`);
  const proposals = await findSources(site.serve("/", html(agencyPage)));
  expect(proposals.map(({ found }) => found)).toEqual([
    { kind: "sitemap", url, name: "港都日報" },
    { kind: "sitemap", url: local, name: "港都地方" },
  ]);
});

it("an index of sitemaps that names one of news is followed to it, and offered once", async () => {
  const file = site.serve("/news.xml", answer(200, {}, news()));
  const index = site.serve("/sitemap.xml", answer(200, {}, sitemapIndex([[`${site.origin}/pages.xml`], [file]])));
  robots(index);
  expect(await findSources(site.serve("/", html(plainPage)))).toMatchObject([
    { found: { kind: "sitemap", url: index, name: "港都日報" }, isCertain: true },
  ]);
  robots(index, file);
  expect((await findSources(`${site.origin}/`)).map(({ found }) => found.url)).toEqual([file]);
});

it("a site that names no sitemap may keep one at the usual place", async () => {
  const url = site.serve("/sitemap-news.xml", answer(200, {}, news()));
  expect(await findSources(site.serve("/", html(plainPage)))).toMatchObject([{ found: { kind: "sitemap", url } }]);
});

it("a page may link the sitemap of its site", async () => {
  const url = site.serve("/special.xml", answer(200, {}, news()));
  const page = plainPage.replace("</head>", `<link rel="sitemap" type="application/xml" href="/special.xml"></head>`);
  expect(await findSources(site.serve("/", html(page)))).toMatchObject([{ found: { kind: "sitemap", url } }]);
});

it("news sitemaps come after the feeds of a site", async () => {
  const rss = site.serve("/rss.xml", feed("港都日報 RSS"));
  const url = site.serve("/news.xml", answer(200, {}, news()));
  robots(url);
  const home = site.serve("/", html(`<head><link rel="alternate" type="application/rss+xml" href="${rss}"></head>`));
  expect((await findSources(home)).map(({ found }) => [found.kind, found.url])).toEqual([
    ["feed", rss],
    ["sitemap", url],
  ]);
});

it("beside a feed nothing is guessed", async () => {
  const rss = site.serve("/rss.xml", feed("港都日報"));
  site.serve("/sitemap-news.xml", answer(200, {}, news()));
  const home = site.serve("/", html(`<head><link rel="alternate" type="application/rss+xml" href="${rss}"></head>`));
  expect(await findSources(home)).toMatchObject([{ found: { kind: "feed" } }]);
});

it("a plain sitemap is proposed when it is named itself, to be confirmed, and never for its site", async () => {
  const entries = [`<url><loc>${site.origin}/ferry</loc><lastmod>2026-11-23T07:00Z</lastmod></url>`];
  const url = site.serve("/sitemap.xml", answer(200, {}, sitemapOf(entries)));
  expect(await findSources(url)).toEqual([
    {
      found: { kind: "sitemap", url, name: new URL(url).host },
      ...{ headlines: [`${site.origin}/ferry`], isCertain: false },
    },
  ]);
  await expect(findSources(site.serve("/", html(plainPage)))).rejects.toMatchObject({ code: "no-source" });
});

it.each([
  ["empty", sitemapOf([])],
  [
    "of pages that changed long ago",
    sitemapOf(["<url><loc>https://x.example/</loc><lastmod>2020-01-01</lastmod></url>"]),
  ],
  ["an index of nothing", sitemapIndex([])],
])("a sitemap that is %s can't be followed", async (_what, body) => {
  const url = site.serve("/sitemap.xml", answer(200, {}, body));
  await expect(findSources(url)).rejects.toMatchObject({ code: "no-source", texts: { ja: /サイトマップ/ } });
});
