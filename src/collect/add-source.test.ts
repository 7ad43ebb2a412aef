import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore } from "../adapters/stores/open-store.ts";
import type { AddSource, FoundSource } from "../ports/source-finder.ts";
import type { Store } from "../ports/store.ts";
import type { Source } from "../records/source.ts";
import { createAddSource, createAddSources } from "./add-source.ts";
import { sourceIdOf } from "./source-id.ts";

const inFile: Source = { kind: "feed", id: "cna", name: "中央社", url: "https://www.cna.com.tw/rss", fullText: "page" };
const feed = (url: string): FoundSource => ({ kind: "feed", url, name: "Found" });
const page = (item: string): FoundSource => ({
  kind: "page",
  url: "https://news.example/list",
  name: "A list",
  selectors: { item, link: "a" },
});

let store: Store;
let addSource: AddSource;

beforeEach(async () => {
  store = await openStore("sqlite::memory:");
  const listSources = async () => [inFile, ...(await store.addedSources())];
  addSource = createAddSource({ store, listSources, clock: { now: () => 1000 } });
});

afterEach(() => store.close());

it("an added source is called by its host, and is due at once", async () => {
  expect(await addSource(feed("https://udn.com/rss"))).toMatchObject({ id: "udn", kind: "feed" });
  expect(await addSource(feed("https://www.cna.com.tw/other"))).toMatchObject({ id: "cna-2" });
  const states = await store.sourceStates();
  expect(states.map(({ sourceId, dueAt }) => [sourceId, dueAt])).toEqual([
    ["cna-2", 1000],
    ["udn", 1000],
  ]);
});

it("an address that is followed already is not followed twice", async () => {
  await expect(addSource(feed(inFile.kind === "feed" ? inFile.url : ""))).rejects.toMatchObject({
    code: "source-known",
    message: /中央社/,
  });
});

it("a page that has changed gets new selectors, and keeps its id", async () => {
  const before = await addSource(page("li.old"));
  const after = await addSource(page("li.new"));
  expect(after).toMatchObject({ id: before.id, selectors: { item: "li.new" } });
  expect(await store.addedSources()).toEqual([after]);
});

it("a sitemap that has become a page is followed as the list on it, under its old id", async () => {
  const before = await addSource({ kind: "sitemap", url: "https://news.example/list", name: "Harbour Post" });
  expect(before).toMatchObject({ kind: "sitemap", fullText: "page" });
  const after = await addSource(page("li.new"));
  expect(after).toMatchObject({ id: before.id, kind: "page", name: "Harbour Post" });
});

it("a sitemap that still is one is not added twice", async () => {
  const sitemap: FoundSource = { kind: "sitemap", url: "https://news.example/news.xml", name: "Harbour Post" };
  await addSource(sitemap);
  await expect(addSource(sitemap)).rejects.toMatchObject({ code: "source-known" });
});

it("many are added at once, each under an id of its own, and those known are left out", async () => {
  const listSources = async () => [inFile, ...(await store.addedSources())];
  const addSources = createAddSources({ store, listSources, clock: { now: () => 1000 } });
  const list = [
    feed("https://udn.com/rss"),
    feed("https://udn.com/other"),
    feed(inFile.kind === "feed" ? inFile.url : ""),
  ];
  expect((await addSources(list)).map(({ id }) => id)).toEqual(["udn", "udn-2"]);
  expect(await addSources(list)).toEqual([]);
  const tooMany = Array.from({ length: 9_999 }, (_, index) => feed(`https://news${index}.example/`));
  await expect(addSources(tooMany)).rejects.toMatchObject({ code: "too-many-sources" });
  expect(await store.addedSources()).toHaveLength(2);
});

it.each([
  ["https://www.cna.com.tw/", "cna"],
  ["https://news.ltn.com.tw/rss", "ltn"],
  ["https://someone.blogspot.com/feed", "someone"],
  ["http://192.0.2.7:8080/", "192-0-2-7"],
  ["https://例え.jp/", "xn--r8jz45g"],
  [`https://${"a".repeat(60)}.example/`, "a".repeat(40)],
])("%s is called %s", (url, id) => {
  expect(sourceIdOf(url, new Set())).toBe(id);
});
