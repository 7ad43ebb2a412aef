import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { newsSitemap, sitemapIndex, sitemapOf } from "../../../test/fakes/sitemaps.ts";
import { ParseError } from "../../records/errors.ts";
import type { ParsedSource } from "../../records/feed.ts";
import { readSitemap } from "./sitemap.ts";

const url = "https://harbour.example/news-sitemap.xml";
const read = (body: string | Uint8Array) =>
  readSitemap({ bytes: typeof body === "string" ? new TextEncoder().encode(body) : body, url, contentType: null });

function listed(body: string | Uint8Array): ParsedSource {
  const reading = read(body);
  if (reading.state !== "entries") throw new Error("the sitemap must list articles");
  return reading.parsed;
}

const ferry = {
  url: "https://harbour.example/ferry?a=1&amp;b=2",
  title: "渡輪復航 &amp; 首日滿座",
  published: "2026-11-23T09:30:00+08:00",
};
const at = Date.UTC(2026, 10, 23, 1, 30);

describe("a news sitemap", () => {
  it("tells of each article its address, title, time, keywords and picture, and of all the publication", () => {
    const picture = "<image:image><image:loc>/i/ferry.jpg</image:loc></image:image>";
    const body = newsSitemap("港都日報", "zh-tw", [{ ...ferry, keywords: "交通, 渡輪，交通", extra: picture }]);
    expect(read(body)).toMatchObject({ state: "entries", hasNews: true });
    expect(listed(body)).toMatchObject({
      feed: { title: "港都日報", language: "zh-tw" },
      items: [
        {
          url: "https://harbour.example/ferry?a=1&b=2",
          title: "渡輪復航 & 首日滿座",
          publishedAt: at,
          tags: ["交通", "渡輪"],
          enclosures: [{ url: "https://harbour.example/i/ferry.jpg", type: "image/*" }],
        },
      ],
      problems: [],
    });
  });

  it("is read whatever prefixes it chose, with CDATA around its titles", () => {
    const body = newsSitemap("Harbour Post", "en", [{ ...ferry, title: "<![CDATA[Ferry & crew]]>" }])
      .replaceAll("news:", "n:")
      .replace("xmlns:news", "xmlns:n")
      .replaceAll(/<(\/?)(urlset|url|loc)\b/g, "<$1s:$2")
      .replace("xmlns=", "xmlns:s=");
    expect(listed(body).items).toMatchObject([{ title: "Ferry & crew", publishedAt: at }]);
  });

  it("puts the newest first, and leaves out sections and the front page that stand among its news", () => {
    const older = { ...ferry, url: "https://harbour.example/old", published: "2026-11-22T09:30:00+08:00" };
    const body = newsSitemap("Harbour Post", "en", [older, ferry]).replace(
      "</urlset>",
      "<url><loc>https://harbour.example/</loc><lastmod>2026-11-23</lastmod></url></urlset>",
    );
    expect(listed(body).items.map((item) => item.url)).toEqual([
      "https://harbour.example/ferry?a=1&b=2",
      "https://harbour.example/old",
    ]);
  });

  it("leaves the time of an article of which it tells the day alone to its page", () => {
    const [item] = listed(newsSitemap("Harbour Post", "en", [{ ...ferry, published: "2026-11-23" }])).items;
    expect(item).toMatchObject({ publishedAt: null, updatedAt: Date.UTC(2026, 10, 23) });
  });

  it("does not take the time at which the file was made for that of a change in every article", () => {
    const extra = "<lastmod>2026-11-23T10:00:00+08:00</lastmod>";
    const entries = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...ferry, url: `https://harbour.example/${index}`, extra }));
    const changes = (count: number) =>
      new Set(listed(newsSitemap("H", "en", entries(count))).items.map(({ updatedAt }) => updatedAt));
    expect(changes(6)).toEqual(new Set([null]));
    expect(changes(2)).toEqual(new Set([Date.UTC(2026, 10, 23, 2)]));
  });

  it("loses no more than the entry that is wrong", () => {
    const body = sitemapOf([
      "<url><loc>javascript:alert(1)</loc></url>",
      "<url><news:news><news:title>Without an address</news:title></news:news></url>",
      "<url><loc>https://me:word@harbour.example/</loc></url>",
      "<url><loc>https://harbour.example/a</loc><news:news><news:title><![CDATA[Never closed</news:title></news:news></url>",
      "<url><loc>https://harbour.example/b</loc><news:news><news:title><![CDATA[Closed]]></news:title></news:news></url>",
    ]);
    expect(listed(body).items.map(({ title }) => title)).toEqual(["Never closed", "Closed"]);
    expect(listed(body).problems).toEqual(["3 entries have no address and are left out."]);
  });

  it("that is cut in half yields its first half and says so", () => {
    const second = { ...ferry, url: "https://harbour.example/second" };
    const body = newsSitemap("Harbour Post", "en", [ferry, second]);
    const { items, problems } = listed(body.slice(0, body.indexOf("second") + 10));
    expect(items).toHaveLength(1);
    expect(problems).toEqual([expect.stringMatching(/ends before/)]);
  });
});

it("a plain sitemap tells which page changed when, and nothing of pages without a time", () => {
  const reading = read(
    sitemapOf([
      "<url><loc>https://harbour.example/about</loc></url>",
      "<url><loc>https://harbour.example/ferry</loc><lastmod>2026-11-23T09:30+08:00</lastmod></url>",
    ]),
  );
  expect(reading).toMatchObject({
    ...{ state: "entries", hasNews: false },
    parsed: { items: [{ url: "https://harbour.example/ferry", title: null, publishedAt: null, updatedAt: at }] },
  });
});

it("an index names files, with their times where it tells them", () => {
  const index = sitemapIndex([["/news.xml.gz", "2026-11-23T09:30:00+08:00"], ["https://harbour.example/pages.xml"]]);
  expect(read(index)).toEqual({
    state: "index",
    children: [
      { url: "https://harbour.example/news.xml.gz", changedAt: at },
      { url: "https://harbour.example/pages.xml", changedAt: null },
    ],
  });
});

it("a sitemap may be packed", () => {
  expect(listed(gzipSync(newsSitemap("Harbour Post", "en", [ferry]))).items).toHaveLength(1);
});

it.each([
  ["a page", "<!doctype html><html><body><p>Not found</p></body></html>", /found <html>/],
  ["a feed", "<rss><channel><item><title>x</title></item></channel></rss>", /found <rss>/],
  ["nothing", "", /no XML at all/],
  ["a bomb", gzipSync(new Uint8Array(64 * 1024 * 1024)), /unpacks to more than/],
  ["a damaged archive", gzipSync("<urlset/>").subarray(0, 15), /is damaged/],
])("%s is no sitemap", (_what, body, problem) => {
  expect(() => read(body)).toThrow(ParseError);
  expect(() => read(body)).toThrow(problem);
});

it("a hostile sitemap is read as far as it may be: entries without end, deep nesting, entities upon entities", () => {
  const many = Array.from(
    { length: 60_000 },
    (_, index) =>
      `<url><loc>https://harbour.example/${index}</loc><lastmod>2026-11-23T09:30:${10 + (index % 50)}Z</lastmod></url>`,
  );
  expect(listed(sitemapOf(many)).items).toHaveLength(300);
  expect(listed(sitemapOf(["<url>".repeat(100_000)])).items).toEqual([]);
  const bomb = `<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${"&a;".repeat(1000)}"><!ENTITY c "${"&b;".repeat(1000)}">]>`;
  const [item] = listed(newsSitemap("H", "en", [{ ...ferry, title: "&c;" }]).replace("?>", `?>${bomb}`)).items;
  expect((item?.title ?? "").length).toBeLessThan(100_000);
});
