// Polls of a feed that stands on loopback, with the real fetcher, readers and extractors.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CollectBench, openCollectBench } from "../../test/fakes/collect-parts.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";
import { StoreError } from "../records/errors.ts";
import type { FeedSource } from "../records/source.ts";
import { collectSource } from "./poll.ts";

const minute = 60_000;
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

const source = (fullText: FeedSource["fullText"] = "feed", id = "harbour"): FeedSource => ({
  id,
  name: "Harbour Post",
  kind: "feed",
  url: `${site.origin}/feed`,
  intervalMinutes: 15,
  fullText,
});

interface Entry {
  readonly path: string;
  readonly title?: string;
  readonly extra?: string;
}

const long = (topic: string) =>
  `<p>The ${topic} was finished on Monday after three years of work, and the first visitors came in the morning.</p>
   <p>Its neighbours said that they had waited for the ${topic} for a long time, and that they would use it every day.</p>`;

function serveFeed(entries: readonly Entry[], headers: Record<string, string> = {}): void {
  const items = entries.map(
    ({ path, title, extra = "" }) =>
      `<item><title>${title ?? `Report ${path}`}</title><link>${site.origin}${path}</link>${extra}</item>`,
  );
  const xml = `<rss version="2.0"><channel><title>Harbour Post</title>${items.join("")}</channel></rss>`;
  site.serve("/feed", answer(200, { "content-type": "text/xml", ...headers }, xml));
}

const description = (markup: string) => `<description><![CDATA[${markup}]]></description>`;

/** Serves an article's page; gives back how often it was asked for. */
function servePage(path: string, markup: string, status = 200): () => number {
  let visits = 0;
  const page = `<!doctype html><html lang="en"><head><title>Page of ${path}</title></head><body><article><h1>Page of ${path}</h1>${markup}</article></body></html>`;
  site.serve(path, (request, response) => {
    visits += 1;
    answer(status, { "content-type": "text/html" }, page)(request, response);
  });
  return () => visits;
}

describe("a poll", () => {
  it("brings each item with its text, identity and time", async () => {
    const pubDate = "<pubDate>Mon, 23 Nov 2026 07:30:00 GMT</pubDate>";
    serveFeed([{ path: "/a?utm_source=rss", title: "The bridge opens", extra: description(long("bridge")) + pubDate }]);
    const { items, state } = await bench.poll(source());
    expect(items).toMatchObject([
      {
        identity: `${site.origin}/a`,
        sourceId: "harbour",
        publishedAt: now - 30 * minute,
        extract: { title: "The bridge opens", url: `${site.origin}/a?utm_source=rss` },
      },
    ]);
    expect(items[0]?.extract.text).toContain("three years of work");
    expect(state).toMatchObject({ failures: 0, problem: null, polledAt: now, dueAt: now + 15 * minute });
  });

  it("gives an item without a time, or with one in the future, the time of the poll", async () => {
    serveFeed([
      { path: "/a", extra: description("no time") },
      { path: "/b", extra: "<pubDate>Mon, 23 Nov 2099 07:30:00 GMT</pubDate>" },
      { path: "/c", extra: "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>" },
    ]);
    const { items } = await bench.poll(source());
    expect(items.map(({ publishedAt }) => publishedAt)).toEqual([now, now, now]);
  });

  it("leaves an item without a time at its first one when it is edited later", async () => {
    serveFeed([{ path: "/a", title: "First wording" }]);
    await bench.poll(source());
    bench.clock.advance(60 * minute);
    serveFeed([{ path: "/a", title: "Second wording" }]);
    expect((await bench.poll(source())).items[0]?.publishedAt).toBe(now);
  });

  it("of a feed that did not change brings nothing and keeps its tag", async () => {
    serveFeed([{ path: "/a" }], { etag: '"1"', "last-modified": "Mon, 23 Nov 2026 07:30:00 GMT" });
    await bench.poll(source());
    site.serve("/feed", (request, response) => {
      const isSame = request.headers["if-none-match"] === '"1"' && request.headers["if-modified-since"] !== undefined;
      response.writeHead(isSame ? 304 : 500).end();
    });
    const { items, state } = await bench.poll(source());
    expect(items).toEqual([]);
    expect(state).toMatchObject({ etag: '"1"', lastModified: "Mon, 23 Nov 2026 07:30:00 GMT", problem: null });
  });

  it("brings an item again when its title was edited, under the same identity", async () => {
    serveFeed([{ path: "/a", title: "First wording" }, { path: "/b" }]);
    const [first] = (await bench.poll(source())).items;
    serveFeed([{ path: "/a", title: "Second wording" }, { path: "/b" }]);
    const { items } = await bench.poll(source());
    expect(items).toMatchObject([{ identity: first?.identity, extract: { title: "Second wording" } }]);
  });

  it("leaves out what the feed lists twice", async () => {
    serveFeed([
      { path: "/a", title: "New wording" },
      { path: "/a#top", title: "New wording" },
    ]);
    expect((await bench.poll(source())).items).toHaveLength(1);
  });

  it("leaves an article alone that another source brought", async () => {
    serveFeed([{ path: "/a", title: "As the first feed words it" }]);
    await bench.poll(source("feed", "first"));
    serveFeed([{ path: "/a", title: "As the second feed words it" }]);
    expect((await bench.poll(source("feed", "second"))).items).toEqual([]);
    await bench.poll(source("feed", "second"));
    expect(bench.dropped).toMatchObject([{ sourceId: "second", headline: "As the second feed words it" }]);
    expect(bench.dropped.map(({ of, identity }) => of === identity)).toEqual([true]);
  });

  it("brings a long feed in several batches", async () => {
    serveFeed(Array.from({ length: 25 }, (_, n) => ({ path: `/${n}` })));
    const { batches } = await bench.poll(source());
    expect(batches.map(({ length }) => length)).toEqual([10, 10, 5]);
  });

  it("leaves out an item that is a lone link, until its page can be had and has words", async () => {
    const xml = `<rss version="2.0"><channel><item><link>${site.origin}/a</link></item><item><title>Library opens</title></item></channel></rss>`;
    site.serve("/feed", answer(200, {}, xml));
    site.serve("/a", answer(503, { "retry-after": "60" }));
    expect((await bench.poll(source("page"))).items.map(({ extract }) => extract.title)).toEqual(["Library opens"]);
    servePage("/a", long("museum"));
    const { items } = await bench.poll(source("page"));
    expect(items.map(({ extract }) => extract.url)).toEqual([`${site.origin}/a`]);
  });

  it("never hands on a link that is no web address", async () => {
    const xml = `<rss version="2.0"><channel><item><title>Click</title><link>javascript:alert(1)</link></item></channel></rss>`;
    site.serve("/feed", answer(200, {}, xml));
    expect((await bench.poll(source())).items[0]?.extract.url).toBeNull();
  });
});

describe("a source that fails", () => {
  it("is asked later each time, and soon again when it recovers", async () => {
    site.serve("/feed", answer(500));
    expect((await bench.poll(source())).state).toMatchObject({ failures: 1, dueAt: now + 30 * minute });
    const { state } = await bench.poll(source());
    expect(state).toMatchObject({ failures: 2, dueAt: now + 60 * minute });
    expect(state.problem).toContain("answered 500");
    expect(bench.warnings).toHaveLength(2);
    serveFeed([]);
    expect((await bench.poll(source())).state).toMatchObject({ failures: 0, problem: null, dueAt: now + 15 * minute });
  });

  it("is asked when it says", async () => {
    site.serve("/feed", answer(503, { "retry-after": "7200" }));
    expect((await bench.poll(source())).state.dueAt).toBe(now + 120 * minute);
  });

  it("keeps its tag, so that the next answer can still be 'not modified'", async () => {
    serveFeed([], { etag: '"1"' });
    await bench.poll(source());
    site.serve("/feed", answer(500));
    expect((await bench.poll(source())).state.etag).toBe('"1"');
  });

  it("is one that is no feed at all, too", async () => {
    site.serve("/feed", answer(200, { "content-type": "image/png" }, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])));
    expect((await bench.poll(source())).state).toMatchObject({ failures: 1, problem: expect.any(String) });
  });

  it("is told from an archive that fails: that ends the poll", async () => {
    serveFeed([{ path: "/a" }]);
    const full = new StoreError("store-full", "The disk is full: make room.");
    const store = { ...bench.parts.store, findArticles: () => Promise.reject(full) };
    const state = { sourceId: "harbour", dueAt: now, failures: 0, etag: null, lastModified: null };
    const unpolled = { polledAt: null, problem: null, rhythm: null, movedTo: null, endedAt: null };
    const polling = collectSource(source(), { ...state, ...unpolled }, { ...bench.parts, store });
    await expect(polling.next()).rejects.toBe(full);
  });
});

describe("an item's full text", () => {
  it("comes from its page, and its title from the feed", async () => {
    servePage("/a", long("library"));
    serveFeed([{ path: "/a", title: "Library opens", extra: description("In short.") }]);
    const [item] = (await bench.poll(source("page"))).items;
    expect(item?.extract.text).toContain("they would use it every day");
    expect(item?.extract.title).toBe("Library opens");
  });

  it("comes from the feed when the page can't be had, or is shorter, or is no page", async () => {
    servePage("/gone", long("museum"), 404);
    servePage("/short", "<p>Please accept our cookies.</p>");
    site.serve("/pdf", answer(200, { "content-type": "text/html" }, "%PDF-1.7 << /Type /Catalog >>"));
    const extra = description(long("station"));
    serveFeed([
      { path: "/gone", extra },
      { path: "/short", extra },
      { path: "/pdf", extra },
    ]);
    const { items } = await bench.poll(source("page"));
    expect(items.map(({ extract }) => extract.text.includes("The station was finished"))).toEqual([true, true, true]);
  });

  it("is not fetched again while the feed says the same of the item", async () => {
    const visits = servePage("/a", long("library"));
    serveFeed([{ path: "/a" }]);
    await bench.poll(source("page"));
    const { items } = await bench.poll(source("page"));
    expect(items).toEqual([]);
    expect(visits()).toBe(1);
  });

  it("is tried again at the next poll after the site was busy, which is asked no more in this one", async () => {
    let visits = 0;
    for (const path of ["/a", "/b"]) {
      site.serve(path, (request, response) => {
        visits += 1;
        answer(503, { "retry-after": "60" })(request, response);
      });
    }
    serveFeed([
      { path: "/a", extra: description("In short.") },
      { path: "/b", extra: description("In short.") },
    ]);
    expect((await bench.poll(source("page"))).items).toHaveLength(2);
    expect(visits).toBe(1);
    servePage("/a", long("library"));
    servePage("/b", long("library"));
    const { items } = await bench.poll(source("page"));
    expect(items.map(({ extract }) => extract.text.includes("library"))).toEqual([true, true]);
  });
});
