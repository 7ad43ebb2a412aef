import { describe, expect, it } from "vitest";
import type { Extract } from "../records/article.ts";
import type { Item } from "../records/feed.ts";
import { believableTime, combine, type Findings } from "./combine.ts";

const item: Item = {
  id: null,
  url: "https://news.example/a",
  title: "Feed's title",
  publishedAt: 1_000,
  updatedAt: 2_000,
  summary: null,
  content: null,
  author: "Feed's author",
  tags: ["section"],
  enclosures: [
    { url: "https://news.example/a.mp3", type: "audio/mpeg", length: null },
    { url: "https://news.example/a.jpg", type: "image/jpeg", length: null },
  ],
};
const empty: Extract = {
  url: null,
  title: null,
  author: null,
  publishedAt: null,
  language: null,
  text: "",
  image: null,
  tags: [],
};
const page: Extract = {
  ...empty,
  title: "Page's title",
  author: "Page's author",
  publishedAt: 3_000,
  language: "zh-TW",
  text: "the page's longer text",
  tags: ["subject"],
};
const findings: Findings = {
  item,
  inFeed: { ...empty, text: "short" },
  onPage: page,
  stated: undefined,
  declared: "zh",
};

describe("an item and its page", () => {
  it("give title, author and time as the feed has them", () => {
    expect(combine(findings)).toMatchObject({ title: "Feed's title", author: "Feed's author", publishedAt: 1_000 });
  });

  it("give title, author and time as the page has them when the feed has none", () => {
    const unnamed = { ...item, title: null, author: null, publishedAt: null };
    const expected = { title: "Page's title", author: "Page's author", publishedAt: 3_000 };
    expect(combine({ ...findings, item: unnamed })).toMatchObject(expected);
    expect(combine({ ...findings, item: unnamed, onPage: null })).toMatchObject({ title: null, publishedAt: 2_000 });
  });

  it("give the longer text", () => {
    expect(combine(findings).text).toBe(page.text);
    expect(combine({ ...findings, inFeed: { ...empty, text: "a feed's text that is even longer" } }).text).toContain(
      "feed",
    );
  });

  it("give the page's tags, and the feed's when the page has none", () => {
    expect(combine(findings).tags).toEqual(["subject"]);
    expect(combine({ ...findings, onPage: { ...page, tags: [] } }).tags).toEqual(["section"]);
  });

  it("are in the language that the operator stated, else the page, else the feed", () => {
    expect(combine({ ...findings, stated: "ja" }).language).toBe("ja");
    expect(combine(findings).language).toBe("zh-TW");
    expect(combine({ ...findings, onPage: null }).language).toBe("zh");
  });

  it("show the feed's picture when there is none in the text", () => {
    expect(combine(findings).image).toBe("https://news.example/a.jpg");
  });
});

describe("a time", () => {
  it.each([
    ["stated", 1_700_000_000_000, 1_700_000_000_000],
    ["in the future", 1_900_000_000_000, 1_800_000_000_000],
    ["missing", null, 1_800_000_000_000],
    ["from before the web", 0, 1_800_000_000_000],
    ["that is none", Number.NaN, 1_800_000_000_000],
  ])("that is %s is made believable", (_, stated, expected) => {
    expect(believableTime(stated, 1_800_000_000_000)).toBe(expected);
  });
});
