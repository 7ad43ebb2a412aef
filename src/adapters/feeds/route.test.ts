// What a feed reader gets over HTTP, read by the desk's own reader.
import { type ClientRequest, request as httpRequest } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleEntry } from "../../../test/fakes/articles.ts";
import { silentLog } from "../../../test/fakes/log.ts";
import type { Store } from "../../ports/store.ts";
import type { Article } from "../../records/article.ts";
import type { Item } from "../../records/feed.ts";
import { type HttpServer, startHttpServer } from "../http/server.ts";
import { readFeed } from "../sources/feed.ts";
import { openStore } from "../stores/open-store.ts";
import { type FeedParts, feedRoute } from "./route.ts";

const at = Date.UTC(2026, 10, 23, 2, 0, 0, 123);
const hostile = "<b>& \"q\" 'a'</b> ]]> &amp;\u0000\u0008\u000b\u001f\uffff\ud800終";
const asXmlHoldsIt = "<b>& \"q\" 'a'</b> ]]> &amp;終";

let store: Store;
let server: HttpServer;

beforeEach(async () => {
  store = await openStore("sqlite::memory:");
  await store.registerSources([{ id: "cna", name: "中央社" }], at);
  await start();
});
afterEach(async () => {
  await server.close();
  await store.close();
});

async function start(said: Partial<FeedParts> = {}): Promise<void> {
  const source = { id: "cna", name: "中央社", kind: "feed", url: "https://cna.example/", fullText: "feed" } as const;
  const listSources = async () => [source];
  const clock = { now: () => at };
  const parts = { store, listSources, clock, timeZone: "Asia/Taipei", publicUrl: undefined, isLocal: true, ...said };
  const options = { host: "127.0.0.1", port: 0, log: silentLog, checkHealth: async () => [] };
  server = await startHttpServer({ ...options, routes: [feedRoute(parts)] });
}

async function archive(headline: string, said: Partial<Article> = {}): Promise<Article> {
  const entry = articleEntry({ headline, sourceId: "cna", at });
  const article = { ...entry.article, ...said };
  await store.archive([{ ...entry, article }]);
  return article;
}

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(server.url + path, { headers });

async function itemsAt(path: string): Promise<readonly Item[]> {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  const { items, problems } = readFeed({
    url: server.url + path,
    contentType: answer.headers.get("content-type"),
    bytes: new Uint8Array(await answer.arrayBuffer()),
  });
  expect(problems).toEqual([]);
  return items;
}

const titlesAt = async (path: string) => (await itemsAt(path)).map(({ title }) => title);

describe.each(["atom", "json"])("the archive as a feed (%s)", (format) => {
  it("is read by the desk's own reader as it was written: address, headline, lede, tags, time, author", async () => {
    const plain = await archive("高雄新橋通車", {
      tags: ["高雄", "交通 & 運輸"],
      byline: "記者 A & B",
      url: "https://news.example/?a=1&b=%22x%22",
      lede: [{ text: "新橋週一通車。", start: 0, end: 7 }],
    });
    const next = await archive("沒有標籤", { publishedAt: at - 60_000, url: null });
    expect(await itemsAt(`/feeds/all.${format}`)).toMatchObject([
      {
        ...{ id: `urn:uuid:${plain.id}`, url: plain.url, title: plain.headline, author: "記者 A & B" },
        ...{ tags: plain.tags, publishedAt: at, updatedAt: at, summary: "新橋週一通車。" },
      },
      { id: `urn:uuid:${next.id}`, url: null, title: "沒有標籤", author: "中央社", tags: [], publishedAt: at - 60_000 },
    ]);
  });

  it("gives texts that mean to break it as texts", async () => {
    await archive("x", {
      headline: hostile,
      tags: [hostile],
      byline: hostile,
      lede: [{ text: hostile, start: 0, end: 1 }],
    });
    const [item] = await itemsAt(`/feeds/all.${format}`);
    const clean = (text: string | null | undefined) => text?.replace(/[\p{Cc}\uffff\ufffd]|\p{Surrogate}/gu, "");
    const decoded = (markup: string | null | undefined) =>
      clean(markup)
        ?.replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&apos;", "'")
        .replaceAll("&amp;", "&");
    expect(clean(item?.author)).toBe(asXmlHoldsIt);
    expect(clean(item?.tags[0])).toBe(asXmlHoldsIt);
    expect([clean(item?.title), decoded(item?.title)]).toContain(asXmlHoldsIt);
    expect([clean(item?.summary), decoded(item?.summary)]).toContain(asXmlHoldsIt);
  });

  it("lists a tag in whatever script, a source by id or name, and what a search finds, newest first", async () => {
    await archive("臺灣總統訪高雄", { tags: ["智慧城市"], publishedAt: at - 120_000 });
    await archive("別的", { sourceId: "bbc", publishedAt: at - 60_000 });
    await archive("高雄下雨");
    expect(await titlesAt(`/feeds/tag/${encodeURIComponent("智慧城市")}.${format}`)).toEqual(["臺灣總統訪高雄"]);
    expect(await titlesAt(`/feeds/tag/nothing.${format}`)).toEqual([]);
    for (const name of ["cna", "中央社"])
      expect(await titlesAt(`/feeds/source/${encodeURIComponent(name)}.${format}`)).toEqual([
        "高雄下雨",
        "臺灣總統訪高雄",
      ]);
    expect(await titlesAt(`/feeds/source/bbc.${format}`)).toEqual(["別的"]);
    expect(await titlesAt(`/feeds/search.${format}?q=${encodeURIComponent("高雄 -下雨")}`)).toEqual(["臺灣總統訪高雄"]);
    expect(await titlesAt(`/feeds/search.${format}?q=${encodeURIComponent("来源:bbc OR 来源:cna")}`)).toHaveLength(3);
  });

  it("has fifty articles a page, each once, with the address of the next and no page behind the last", async () => {
    for (let number = 0; number < 120; number += 1)
      await archive(`第${number}則`, { publishedAt: at - Math.floor(number / 3) * 60_000 });
    const titles = [1, 2, 3].map((page) => titlesAt(`/feeds/all.${format}?page=${page}`));
    expect(new Set((await Promise.all(titles)).flat()).size).toBe(120);
    const first = await (await get(`/feeds/all.${format}`)).text();
    expect(first).toContain(`/feeds/all.${format}?page=2`);
    expect(await (await get(`/feeds/all.${format}?page=3`)).text()).not.toContain("page=4");
    for (const page of ["4", "0", "-1", "x", "201"])
      expect((await get(`/feeds/all.${format}?page=${page}`)).status).toBe(404);
  });

  it("is sent once: who has it is answered 304 until something changes", async () => {
    const article = await archive("高雄下雨");
    const path = `/feeds/all.${format}`;
    const { headers } = await get(path);
    const etag = headers.get("etag") ?? "";
    for (const known of [{ "if-none-match": `"x", W/${etag}` }, { "if-none-match": "*" }]) {
      const answer = await get(path, known);
      expect([answer.status, answer.headers.get("etag"), await answer.text()]).toEqual([304, etag, ""]);
    }
    expect((await get(path, { "if-none-match": '"x"' })).status).toBe(200);
    const entry = articleEntry({ headline: "高雄大雨", sourceId: "cna", at: at + 5000 });
    await store.archive([{ ...entry, article: { ...entry.article, identity: article.identity, publishedAt: at } }]);
    expect((await get(path, { "if-none-match": etag })).status).toBe(200);
    expect(await itemsAt(path)).toMatchObject([{ title: "高雄大雨", publishedAt: at, updatedAt: at + 5000 }]);
  });
});

it("an article that comes in late is sent to a reader who knows no ETag too", async () => {
  await archive("高雄下雨");
  const since = new Date(at).toUTCString();
  await archive("早先的消息", { publishedAt: at - 3_600_000 });
  expect((await get("/feeds/all.atom", { "if-modified-since": since })).status).toBe(200);
});

it("Atom has what RFC 4287 asks of it", async () => {
  await archive("高雄下雨", { language: "zh-Hant" });
  const text = await (await get("/feeds/all.atom")).text();
  expect(text.split("\n").slice(2, 11)).toEqual([
    `<id>${server.url}/feeds/all.atom</id>`,
    "<title>Lede</title>",
    "<updated>2026-11-23T02:00:00.123Z</updated>",
    "<generator>Lede</generator>",
    "<author><name>Lede</name></author>",
    `<link rel="alternate" type="text/html" href="${server.url}/"/>`,
    `<link rel="self" type="application/atom+xml" href="${server.url}/feeds/all.atom"/>`,
    `<link rel="first" type="application/atom+xml" href="${server.url}/feeds/all.atom"/>`,
    '<entry xml:lang="zh-Hant">',
  ]);
});

it.each([
  ["/feeds/search.atom?q=%22open", 400, "quot"],
  ["/feeds/search.json?q=after:whenever", 400, "after:2023-10-01"],
  ["/feeds/search.atom?q=", 404, "search.atom?q=WORDS"],
  ["/feeds/source/nobody.atom", 404, "/feeds/all.atom"],
  ["/feeds/all.rss", 404, "/feeds/all.atom"],
  ["/feeds/tag/%ff.atom", 404, "/feeds/all.atom"],
  ["/feeds/", 404, "/feeds/all.atom"],
])("%s is refused in words (%i)", async (path, status, words) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(words);
});

it("a search that can't be read is explained in the reader's language", async () => {
  const answer = await get("/feeds/search.atom?q=after:whenever", { "accept-language": "zh-TW,zh;q=0.9" });
  expect(await answer.text()).toMatch(/\p{Script=Han}{4}/u);
});

describe("the name that a feed is asked for under", () => {
  const statusAs = (host: string) =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const call: ClientRequest = httpRequest(`${server.url}/feeds/all.atom`, { headers: { host } }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk) => {
          text += chunk;
        });
        answer.once("end", () => resolve({ status: answer.statusCode, text }));
      });
      call.once("error", reject).end();
    });

  it("is the machine's own, or the public one, under which its links are given", async () => {
    await server.close();
    await start({ publicUrl: "https://desk.example/lede" });
    expect((await statusAs("evil.example")).status).toBe(403);
    const { status, text } = await statusAs("desk.example");
    expect(status).toBe(200);
    expect(text).toContain('rel="self" type="application/atom+xml" href="https://desk.example/lede/feeds/all.atom"');
    expect(await (await get("/feeds/all.atom")).text()).toContain(`<id>${server.url}/feeds/all.atom</id>`);
  });

  it("is any, for a desk that is open to others", async () => {
    await server.close();
    await start({ isLocal: false });
    expect((await statusAs("news.example")).status).toBe(200);
  });
});
