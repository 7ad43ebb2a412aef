// Polls of sitemaps that stand on loopback, with the real fetcher, readers and extractors.
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CollectBench, openCollectBench } from "../../test/fakes/collect-parts.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";
import { newsSitemap, sitemapIndex, sitemapOf } from "../../test/fakes/sitemaps.ts";
import type { SitemapSource } from "../records/source.ts";

const hour = 60 * 60_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 23, 8, 0, 0);
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

const source = (path = "/news.xml"): SitemapSource => ({
  ...{ id: "harbour", name: "Harbour Post", kind: "sitemap", fullText: "page" },
  url: site.origin + path,
});

const ago = (ms: number): string => new Date(now - ms).toISOString();
const news = (path: string, ms: number = hour, title = `Report ${path}`) => ({
  url: site.origin + path,
  title,
  published: ago(ms),
});
const sitemap = (...entries: readonly ReturnType<typeof news>[]) => newsSitemap("Harbour Post", "en", entries);
const changed = (path: string, ms: number = hour) =>
  `<url><loc>${site.origin}${path}</loc><lastmod>${ago(ms)}</lastmod></url>`;

/** Serves an article's page; gives back how often it was asked for. */
function servePage(path: string, published: string | null = ago(hour)): () => number {
  let visits = 0;
  const time = published === null ? "" : `<meta property="article:published_time" content="${published}">`;
  const page = `<!doctype html><html lang="en"><head><title>Page of ${path}</title>${time}</head><body><article><h1>Page of ${path}</h1>
    <p>The bridge was finished on Monday after three years of work, and the first visitors came in the morning.</p>
    <p>Its neighbours said that they had waited for the bridge for a long time, and that they would use it every day.</p></article></body></html>`;
  site.serve(path, (request, response) => {
    visits += 1;
    answer(200, { "content-type": "text/html" }, page)(request, response);
  });
  return () => visits;
}

/** Serves a file with a tag; gives back the statuses it was answered with. */
function serveTagged(path: string, body: string | Uint8Array, tag: string): readonly number[] {
  const statuses: number[] = [];
  site.serve(path, (request, response) => {
    const status = request.headers["if-none-match"] === tag ? 304 : 200;
    statuses.push(status);
    answer(status, { etag: tag }, status === 304 ? "" : body)(request, response);
  });
  return statuses;
}

describe("a news sitemap", () => {
  it("brings each article with the text of its page, once", async () => {
    const visits = servePage("/bridge");
    site.serve("/news.xml", answer(200, {}, sitemap(news("/bridge", hour, "The bridge opens"))));
    const { items, state } = await bench.poll(source());
    expect(items).toMatchObject([
      { identity: `${site.origin}/bridge`, publishedAt: now - hour, extract: { title: "The bridge opens" } },
    ]);
    expect(items[0]?.extract.text).toContain("three years of work");
    expect(state).toMatchObject({ problem: null, rhythm: { newestAt: now - hour } });
    expect((await bench.poll(source())).items).toEqual([]);
    expect(visits()).toBe(1);
  });

  it("is not read again while it is the same, and follows its own rhythm", async () => {
    const hourly = Array.from({ length: 6 }, (_, index) => news(`/${index}`, (index + 1) * hour));
    const statuses = serveTagged("/news.xml", sitemap(...hourly), '"1"');
    expect((await bench.poll(source())).state.dueAt).toBe(now + hour / 2);
    expect((await bench.poll(source())).state.dueAt).toBe(now + hour / 2);
    expect(statuses).toEqual([200, 304]);
  });

  it("is left alone where robots.txt says so", async () => {
    site.serve("/robots.txt", answer(200, {}, "User-agent: *\nDisallow: /news.xml"));
    site.serve("/news.xml", answer(200, {}, sitemap(news("/bridge"))));
    expect((await bench.poll(source())).state).toMatchObject({ problemCode: "robots" });
  });

  it.each([
    ["has become a page", "<!doctype html><html><body>We moved!</body></html>"],
    ["has lost its entries", sitemapOf([])],
  ])("that %s is an alert and no silence, and stays one", async (_what, body) => {
    site.serve("/news.xml", answer(200, {}, sitemap(news("/bridge"))));
    await bench.poll(source());
    site.serve("/news.xml", answer(200, {}, body));
    for (const later of [0, 3 * day]) {
      bench.clock.advance(later);
      const { state } = await bench.poll(source());
      expect(state).toMatchObject({ problemCode: "parse", problem: expect.stringMatching(/the site has changed/) });
    }
    expect(bench.warnings.join()).toMatch(/could not be polled/);
    site.serve("/news.xml", answer(200, {}, sitemap(news("/again", -3 * day))));
    expect((await bench.poll(source())).state).toMatchObject({ problem: null, failures: 0 });
  });

  it("of a publisher who is silent for some days is empty, and that is no fault until it lasts two weeks", async () => {
    site.serve("/news.xml", answer(200, {}, sitemap(news("/bridge"))));
    await bench.poll(source());
    site.serve("/news.xml", answer(200, {}, sitemapOf([])));
    bench.clock.advance(3 * day);
    expect((await bench.poll(source())).state).toMatchObject({ problem: null });
    bench.clock.advance(12 * day);
    expect((await bench.poll(source())).state).toMatchObject({ problemCode: "parse" });
  });
});

describe("an index", () => {
  it("is followed to its news alone, packed or not, and its files are asked for what has changed", async () => {
    const files: readonly (readonly [string, string?])[] = [
      [`${site.origin}/pages.xml`, ago(0)],
      [`${site.origin}/news-1.xml.gz`, ago(hour)],
    ];
    site.serve("/index.xml", answer(200, { etag: '"never changes"' }, sitemapIndex(files)));
    site.serve("/pages.xml", answer(500));
    const statuses = serveTagged("/news-1.xml.gz", gzipSync(sitemap(news("/bridge"))), '"1"');
    expect((await bench.poll(source("/index.xml"))).items).toHaveLength(1);
    expect((await bench.poll(source("/index.xml"))).items).toEqual([]);
    expect(statuses).toEqual([200, 304]);
    serveTagged("/news-1.xml.gz", sitemap(news("/bridge"), news("/ferry")), '"2"');
    const { items, state } = await bench.poll(source("/index.xml"));
    expect(items.map(({ identity }) => identity)).toEqual([`${site.origin}/ferry`]);
    expect(state).toMatchObject({ problem: null, etag: null });
  });

  it("of twenty years is followed to its three newest files", async () => {
    const asked: string[] = [];
    const months = Array.from(
      { length: 240 },
      (_, index) => `/${2007 + Math.floor(index / 12)}-${(index % 12) + 1}.xml`,
    );
    for (const path of months)
      site.serve(path, (request, response) => {
        asked.push(path);
        answer(200, {}, sitemap(news(`/in${path}`)))(request, response);
      });
    site.serve("/index.xml", answer(200, {}, sitemapIndex(months.map((path) => [site.origin + path]))));
    await bench.poll(source("/index.xml"));
    expect(asked).toEqual(["/2026-12.xml", "/2026-11.xml", "/2026-10.xml"]);
  });

  it("that leads round and round costs five requests", async () => {
    let requests = 0;
    const index = () => sitemapIndex(["/index.xml", "/a.xml", "/b.xml"].map((path) => [site.origin + path]));
    for (const path of ["/index.xml", "/a.xml", "/b.xml"])
      site.serve(path, (request, response) => {
        requests += 1;
        answer(200, {}, index())(request, response);
      });
    expect((await bench.poll(source("/index.xml"))).state).toMatchObject({ problemCode: "parse" });
    expect(requests).toBe(1 + 5);
  });

  it("loses no more than the file that can't be read, and fails when none can", async () => {
    const files = ["/news-1.xml", "/news-2.xml"].map((path) => [site.origin + path] as const);
    site.serve("/index.xml", answer(200, {}, sitemapIndex(files)));
    site.serve("/news-1.xml", answer(200, {}, sitemap(news("/bridge"))));
    expect((await bench.poll(source("/index.xml"))).items).toHaveLength(1);
    expect(bench.warnings.join()).toMatch(/file of the sitemap could not be read.*404/);
    site.serve("/news-1.xml", answer(404));
    expect((await bench.poll(source("/index.xml"))).state).toMatchObject({ problemCode: "http-status" });
  });
});

describe("a plain sitemap", () => {
  it("brings the articles among the pages that changed lately, and visits each of the others once", async () => {
    const visits = [servePage("/ferry"), servePage("/about", null), servePage("/mended", ago(60 * day))];
    const old = servePage("/old");
    site.serve(
      "/sitemap.xml",
      answer(
        200,
        {},
        sitemapOf([changed("/ferry"), changed("/about", 2 * hour), changed("/mended"), changed("/old", 5 * day)]),
      ),
    );
    const { items } = await bench.poll(source("/sitemap.xml"));
    expect(items).toMatchObject([{ extract: { title: "Page of /ferry" }, publishedAt: now - hour }]);
    expect((await bench.poll(source("/sitemap.xml"))).items).toEqual([]);
    expect((await bench.poll(source("/sitemap.xml"))).items).toEqual([]);
    expect(visits.map((count) => count())).toEqual([1, 1, 1]);
    expect(old()).toBe(0);
  });

  it("of a site that is silent is asked for less and less", async () => {
    site.serve("/sitemap.xml", answer(200, {}, sitemapOf([changed("/old", 8 * day), changed("/older", 9 * day)])));
    expect((await bench.poll(source("/sitemap.xml"))).state.dueAt).toBe(now + day);
  });

  it("has a page looked at again when it changed", async () => {
    servePage("/ferry", null);
    site.serve("/sitemap.xml", answer(200, {}, sitemapOf([changed("/ferry", 2 * hour)])));
    expect((await bench.poll(source("/sitemap.xml"))).items).toEqual([]);
    servePage("/ferry");
    site.serve("/sitemap.xml", answer(200, {}, sitemapOf([changed("/ferry", hour)])));
    expect((await bench.poll(source("/sitemap.xml"))).items).toHaveLength(1);
  });

  it("tries a page again that could not be had", async () => {
    site.serve("/ferry", answer(503, { "retry-after": "60" }));
    site.serve("/sitemap.xml", answer(200, {}, sitemapOf([changed("/ferry")])));
    expect((await bench.poll(source("/sitemap.xml"))).items).toEqual([]);
    bench.clock.advance(hour);
    servePage("/ferry");
    expect((await bench.poll(source("/sitemap.xml"))).items).toHaveLength(1);
  });
});
