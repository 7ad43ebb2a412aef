import { describe, expect, it } from "vitest";
import type { Item } from "../records/feed.ts";
import { identifyItems, identityOf } from "./identify.ts";

const bare: Item = {
  id: null,
  url: null,
  title: null,
  publishedAt: null,
  updatedAt: null,
  summary: null,
  content: null,
  author: null,
  tags: [],
  enclosures: [],
};
const itemWith = (fields: Partial<Item>): Item => ({ ...bare, ...fields });
const identify = (fields: Partial<Item>) => identityOf(itemWith(fields), "pts");

describe("an item's identity", () => {
  it("is its canonical address, whatever its guid and title say", () => {
    const url = "https://news.example/a/1?utm_source=rss";
    expect(identify({ url, id: "https://news.example/a/1#0", title: "First wording" })).toBe(
      "https://news.example/a/1",
    );
    expect(identify({ url, id: "https://news.example/a/1#1", title: "Second wording" })).toBe(
      "https://news.example/a/1",
    );
  });

  it("is its guid within its source when it has no address", () => {
    expect(identify({ id: " 77 ", title: "First wording" })).toBe("guid:pts:77");
    expect(identify({ id: "77", title: "Second wording" })).toBe("guid:pts:77");
    expect(identityOf(itemWith({ id: "77" }), "cna")).toBe("guid:cna:77");
  });

  it("is its guid when its link leads to the front page or nowhere", () => {
    expect(identify({ id: "77", url: "https://news.example/" })).toBe("guid:pts:77");
    expect(identify({ id: "77", url: "javascript:void(0)" })).toBe("guid:pts:77");
  });

  it("is made of title and time when there is nothing else", () => {
    const first = identify({ title: "高雄  新聞", publishedAt: 1000 });
    expect(first).toMatch(/^hash:/);
    expect(identify({ title: " 高雄 新聞\n", publishedAt: 1000, summary: "edited" })).toBe(first);
    expect(identify({ title: "高雄 新聞", publishedAt: 2000 })).not.toBe(first);
    expect(identify({ title: "臺南 新聞", publishedAt: 1000 })).not.toBe(first);
  });

  it("differs between two items that have no title and no time but other words", () => {
    expect(identify({ content: "one" })).not.toBe(identify({ content: "two" }));
  });

  it("stays short when the guid is a megabyte", () => {
    expect(identify({ id: "x".repeat(1_000_000) }).length).toBeLessThan(100);
  });
});

describe("the items of one feed", () => {
  const identities = (...items: readonly Partial<Item>[]) => identifyItems(items.map(itemWith), "pts");

  it("that share a page but not its anchors are different articles", () => {
    const url = "https://tool.example/changes";
    expect(identities({ url: `${url}#v2`, title: "2.0" }, { url: `${url}#v1`, title: "1.0" })).toEqual([
      `${url}#v2`,
      `${url}#v1`,
    ]);
  });

  it("that share a link but not their guids are different articles", () => {
    const url = "https://radio.example/listen";
    expect(identities({ url, id: "ep-2", title: "Two" }, { url, id: "ep-1", title: "One" })).toEqual([
      "guid:pts:ep-2",
      "guid:pts:ep-1",
    ]);
  });

  it("that say the same under one link are one article", () => {
    const url = "https://news.example/a/1";
    expect(identities({ url, id: "1", title: "Same" }, { url, id: "2", title: "Same" })).toEqual([url, url]);
  });

  it("with an old and a new wording under one link are one article when the guids repeat the link", () => {
    const url = "https://news.example/a/1";
    expect(identities({ url, id: `${url}#1`, title: "New" }, { url, id: `${url}#0`, title: "Old" })).toEqual([
      url,
      url,
    ]);
  });
});
