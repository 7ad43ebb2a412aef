// How sources that move, end or refuse robots are treated, and how often the others are asked.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CollectBench, openCollectBench } from "../../test/fakes/collect-parts.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";
import type { FeedSource, PageSource } from "../records/source.ts";

const minute = 60_000;
const hour = 60 * minute;
// A Monday.
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

const feed = (fullText: FeedSource["fullText"] = "feed"): FeedSource => ({
  ...{ id: "harbour", name: "Harbour Post", kind: "feed", fullText },
  url: `${site.origin}/feed`,
});

const page = (): PageSource => ({
  ...{ id: "council", name: "City Council", kind: "page", fullText: "feed", url: `${site.origin}/news` },
  selectors: { item: "li", link: "a" },
});

/** A feed with an item at each of the times, oldest last. */
function rss(times: readonly number[], hints = ""): string {
  const items = times.map(
    (at) =>
      `<item><title>At ${at}</title><link>${site.origin}/${at}</link><description>In short.</description><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>Harbour Post</title>${hints}${items.join("")}</channel></rss>`;
}

const hourly = Array.from({ length: 10 }, (_, index) => now - index * hour);

describe("a source without a stated interval", () => {
  it("is polled in its own rhythm, also after answers of 'not modified'", async () => {
    site.serve("/feed", answer(200, { etag: '"1"' }, rss(hourly)));
    expect((await bench.poll(feed())).state.dueAt).toBe(now + 30 * minute);
    site.serve("/feed", answer(304));
    expect((await bench.poll(feed())).state.dueAt).toBe(now + 30 * minute);
  });

  it("is left alone for as long as its answers stay fresh, and in the hours that it skips", async () => {
    site.serve("/feed", answer(200, { "cache-control": "max-age=7200" }, rss(hourly)));
    expect((await bench.poll(feed())).state.dueAt).toBe(now + 2 * hour);
    const hints = "<skipHours><hour>8</hour><hour>9</hour></skipHours>";
    site.serve("/feed", answer(200, {}, rss(hourly, hints)));
    expect((await bench.poll(feed())).state.dueAt).toBe(now + 2 * hour);
  });
});

describe("a source that moves", () => {
  it("for good is polled at its new address from then on", async () => {
    let askedAtOldAddress = 0;
    site.serve("/feed", (request, response) => {
      askedAtOldAddress += 1;
      answer(301, { location: "/moved" })(request, response);
    });
    site.serve("/moved", answer(308, { location: "/news.xml" }));
    site.serve("/news.xml", answer(200, {}, rss(hourly)));
    expect((await bench.poll(feed())).state.movedTo).toBe(`${site.origin}/news.xml`);
    const { state } = await bench.poll(feed());
    expect(state).toMatchObject({ movedTo: `${site.origin}/news.xml`, problem: null });
    expect(askedAtOldAddress).toBe(1);
  });

  it("for this time only is asked at its old address again", async () => {
    site.serve("/feed", answer(301, { location: "/moved" }));
    site.serve("/moved", answer(302, { location: "/news.xml" }));
    site.serve("/news.xml", answer(200, {}, rss(hourly)));
    expect((await bench.poll(feed())).state.movedTo).toBeNull();
  });

  it("to what is no feed stays where it was", async () => {
    site.serve("/feed", answer(301, { location: "/login" }));
    site.serve("/login", answer(200, { "content-type": "text/html" }, "<!doctype html><p>Log in first"));
    expect((await bench.poll(feed())).state).toMatchObject({ movedTo: null, failures: 1 });
  });
});

describe("a source that says it is gone", () => {
  it("has ended, and the log tells", async () => {
    site.serve("/feed", answer(410));
    expect((await bench.poll(feed())).state).toMatchObject({ endedAt: now, problem: expect.stringContaining("410") });
    expect(bench.warnings.join()).toContain("has ended");
  });

  it("by its article's page has not", async () => {
    site.serve(`/${now}`, answer(410));
    site.serve("/feed", answer(200, {}, rss([now])));
    expect((await bench.poll(feed("page"))).state.endedAt).toBeNull();
  });
});

describe("a site whose robots.txt forbids everything", () => {
  beforeEach(() => site.serve("/robots.txt", answer(200, {}, "User-agent: *\nDisallow: /")));

  it("keeps its feed, and its articles' pages to itself", async () => {
    let visits = 0;
    site.serve(`/${now}`, (request, response) => {
      visits += 1;
      answer(200, {}, "<!doctype html><article><p>Long</p></article>")(request, response);
    });
    site.serve("/feed", answer(200, {}, rss([now])));
    const { items, state } = await bench.poll(feed("page"));
    expect(items.map(({ extract }) => extract.text)).toEqual(["In short."]);
    expect(state.problem).toBeNull();
    expect(visits).toBe(0);
  });

  it("keeps its articles' pages to itself, whichever counter a feed links them through", async () => {
    const counter = await openLoopbackSite();
    let visits = 0;
    const article = site.serve("/a", (request, response) => {
      visits += 1;
      answer(200, {}, "<!doctype html><article><p>Long</p></article>")(request, response);
    });
    counter.serve("/click", answer(302, { location: article }));
    const item = `<item><title>One</title><link>${counter.origin}/click</link><description>In short.</description></item>`;
    site.serve("/feed", answer(200, {}, `<rss version="2.0"><channel>${item}</channel></rss>`));
    const { items } = await bench.poll(feed("page"));
    expect(items.map(({ extract }) => extract.text)).toEqual(["In short."]);
    expect(visits).toBe(0);
    await counter.close();
  });

  it("is no page source, and the problem says why", async () => {
    site.serve("/news", answer(200, {}, `<!doctype html><ul><li><a href="/1">One</a></li></ul>`));
    expect((await bench.poll(page())).state.problem).toContain("robots.txt forbids");
  });
});
