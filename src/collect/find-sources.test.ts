import { afterEach, beforeEach, expect, it } from "vitest";
import { fakeClock } from "../../test/fakes/clock.ts";
import { rssFeed } from "../../test/fakes/feeds.ts";
import { agencyPage, listedHeadlines, plainPage } from "../../test/fakes/list-pages.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";
import { memoryCache } from "../../test/fakes/memory-cache.ts";
import { createFetcher } from "../adapters/http/fetcher.ts";
import { readFeed } from "../adapters/sources/feed.ts";
import { readPage } from "../adapters/sources/page.ts";
import { readSite } from "../adapters/sources/site.ts";
import { readSitemap } from "../adapters/sources/sitemap.ts";
import type { Fetcher } from "../ports/fetcher.ts";
import type { FindSources } from "../ports/source-finder.ts";
import { createFindSources } from "./find-sources.ts";

const clock = fakeClock(0);
let site: LoopbackSite;
let fetcher: Fetcher;
let findSources: FindSources;

beforeEach(async () => {
  site = await openLoopbackSite();
  openFinder(true);
});

afterEach(async () => {
  await fetcher.close();
  await site.close();
});

function openFinder(allowPrivateNetworks: boolean): void {
  fetcher = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks });
  findSources = createFindSources({
    fetcher,
    readFeed,
    readPage,
    readSite,
    readSitemap,
    clock,
    cache: memoryCache(clock),
  });
}

const html = (body: string) => answer(200, { "content-type": "text/html; charset=utf-8" }, body);
const feed = (title: string, ...headlines: readonly string[]) =>
  answer(200, { "content-type": "text/xml" }, rssFeed(title, headlines));

it("the address of a feed is that feed, with its five newest headlines", async () => {
  const url = site.serve("/all.xml", feed("港都日報", "一", "二", "三", "四", "五", "六"));
  expect(await findSources(url)).toEqual([
    { found: { kind: "feed", url, name: "港都日報" }, headlines: ["一", "二", "三", "四", "五"], isCertain: true },
  ]);
});

it("a site gives every feed it links that can be read, comments last", async () => {
  const comments = site.serve("/comments/feed", feed("Comments on Island Times", "I agree"));
  const news = site.serve("/news.xml", feed("Island Times", "Ferry sails again"));
  const sport = site.serve("/sport.xml", feed("Island Sport", "Island wins"));
  site.serve("/gone.xml", answer(410));
  const links = [comments, news, `${site.origin}/gone.xml`, sport].map(
    (url) => `<link rel="alternate" type="application/rss+xml" href="${url}">`,
  );
  const proposals = await findSources(site.serve("/", html(`<head>${links.join("")}</head>`)));
  expect(proposals.map(({ found }) => found.url)).toEqual([news, sport, comments]);
});

it("a site that links no feed may keep one at the usual place", async () => {
  const home = site.serve("/", html(plainPage));
  site.serve("/rss.xml", feed("本館消息", "週一休館"));
  // Many sites answer whatever is not there with a friendly page.
  site.serve("/feed", html(plainPage));
  expect(await findSources(home)).toMatchObject([{ found: { url: `${site.origin}/rss.xml`, name: "本館消息" } }]);
});

it("a page without any feed is read by the list of links that was inferred", async () => {
  const url = site.serve("/list/aall.aspx", html(agencyPage));
  const [proposal] = await findSources(url);
  expect(proposal).toMatchObject({ found: { kind: "page", url, name: "即時新聞 | 海島通訊社" } });
  expect(proposal?.headlines).toEqual(listedHeadlines.slice(0, 5));
});

it("different feeds at the usual places are all offered, one in two formats once", async () => {
  const home = site.serve("/", html(plainPage));
  const rss = site.serve("/rss.xml", feed("本館消息", "週一休館"));
  site.serve("/feed", feed("本館消息 » RSS", "週一休館"));
  site.serve("/atom.xml", feed("館藏", "新進畫作"));
  expect((await findSources(home)).map(({ found }) => found.url)).toEqual([
    `${site.origin}/feed`,
    `${site.origin}/atom.xml`,
  ]);
  expect(await findSources(rss)).toHaveLength(1);
});

it("a page that the site forbids programs to read is not proposed, and its feed is", async () => {
  site.serve("/robots.txt", answer(200, {}, "User-agent: *\nDisallow: /list"));
  const url = site.serve("/list/all.aspx", html(agencyPage));
  await expect(findSources(url)).rejects.toMatchObject({ code: "robots-forbid", texts: { ko: /robots\.txt/ } });
  site.serve("/list/news.xml", feed("海島通訊社", "一"));
  expect(await findSources(`${site.origin}/list/news.xml`)).toHaveLength(1);
});

it("a page whose site can't tell its rules at the moment is proposed: polls will ask again", async () => {
  site.serve("/robots.txt", answer(503));
  expect(await findSources(site.serve("/list", html(agencyPage)))).toMatchObject([{ found: { kind: "page" } }]);
});

it("a page with neither says what to try instead", async () => {
  const url = site.serve("/", html(plainPage));
  await expect(findSources(url)).rejects.toMatchObject({ code: "no-source", texts: { "zh-TW": /沒有 RSS/ } });
});

it("an address inside the desk's own network is refused, and nothing is told of it", async () => {
  const url = site.serve("/all.xml", feed("Secret", "secret"));
  await fetcher.close();
  openFinder(false);
  await expect(findSources(url)).rejects.toMatchObject({ code: "source-unreachable" });
});

it.each(["", "news", "mailto:me@news.example", "file:///etc/passwd", "https://user:word@news.example/", "a b.example"])(
  "%j is no address",
  async (typed) => {
    await expect(findSources(typed)).rejects.toMatchObject({ code: "bad-address" });
  },
);

it.each(["feed://", "feed:http://", "FEED:HTTP://"])("an address that begins with %s is a feed's", async (scheme) => {
  const url = site.serve("/all.xml", feed("港都日報", "一"));
  expect(await findSources(url.replace("http://", scheme))).toMatchObject([{ found: { url, kind: "feed" } }]);
});

it("an address without end is none", async () => {
  await expect(findSources(`https://news.example/${"a".repeat(5000)}`)).rejects.toMatchObject({ code: "bad-address" });
});
