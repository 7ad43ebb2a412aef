import { expect, it } from "vitest";
import { UserError } from "../records/errors.ts";
import type { Source } from "../records/source.ts";
import { describeFilter, isSameFilter, queryOfFilter, readFilter } from "./filter-text.ts";

const source = (id: string, name: string): Source => ({
  kind: "feed",
  id,
  name,
  url: `https://${id}.example/feed`,
  intervalMinutes: 15,
  fullText: "feed",
});
const sources = [
  source("cna", "中央社"),
  source("pts", "公視新聞網"),
  source("bbc-zh", "BBC 中文"),
  source("bbc", "BBC"),
];

it("words, tags and sources are told apart, in the product's languages", () => {
  expect(readFilter('高雄 tag:政治 #經濟 source:中央社 "智慧城市"', sources)).toEqual({
    words: '高雄 "智慧城市"',
    tags: ["政治", "經濟"],
    sources: ["cna"],
  });
  expect(readFilter("標籤：「半 導體」 來源:公視", sources)).toEqual({
    words: "",
    tags: ["半 導體"],
    sources: ["pts"],
  });
});

it("what has a minus or an alternative stays with the words, in the language of searches", () => {
  const filter = readFilter("颱風 OR tag:天氣 -source:bbc tag:高雄", sources);
  expect(filter).toEqual({ words: "颱風 OR tag:天氣 -source:bbc", tags: ["高雄"], sources: [] });
  expect(queryOfFilter(filter, { now: 0, timeZone: "Asia/Taipei" })).toEqual({
    clauses: [
      [
        { kind: "word", text: "颱風" },
        { kind: "tag", text: "天氣" },
      ],
      [{ kind: "tag", text: "高雄" }],
    ],
    without: [{ kind: "source", text: "bbc" }],
    after: null,
    before: null,
  });
});

it("several tags of a subscription are alternatives", () => {
  const filter = readFilter("tag:政治 tag:經濟", sources);
  const tags = [
    { kind: "tag", text: "政治" },
    { kind: "tag", text: "經濟" },
  ];
  expect(queryOfFilter(filter, { now: 0, timeZone: "Asia/Taipei" }).clauses).toEqual([tags]);
});

it.each(["everything", "ALL", "全部", "所有新聞", "すべて", "전체", ""])("%s takes everything", (text) => {
  expect(readFilter(text, sources)).toEqual({ words: "", tags: [], sources: [] });
});

it("a publisher's name takes all of its feeds, an id takes one, and either is described by the name", () => {
  const feeds = [source("cna-world", "中央社"), source("cna-local", "中央社"), source("pts", "公視新聞網")];
  const all = readFilter("source:中央社", feeds);
  expect(all.sources).toEqual(["cna-world", "cna-local"]);
  expect(readFilter("source:中央", feeds)).toEqual(all);
  expect(describeFilter(all, feeds, "zh-TW")).toBe("中央社");
  expect(readFilter("source:cna-local", feeds).sources).toEqual(["cna-local"]);
});

it("a source is known by its id, its name in any script, or a part that only one name has", () => {
  expect(readFilter("source:BBC", sources).sources).toEqual(["bbc"]);
  expect(readFilter("source:公视新闻网", sources).sources).toEqual(["pts"]);
  expect(() => readFilter("source:路透社", sources)).toThrow(UserError);
});

it("a filter is described as it was meant", () => {
  expect(describeFilter(readFilter("高雄 tag:政治 source:cna", sources), sources, "zh-TW")).toBe(
    "高雄 · #政治 · 中央社",
  );
  expect(describeFilter({ words: "", tags: [], sources: [] }, sources, "ja")).toBe("すべてのニュース");
});

it("order and script make no other filter", () => {
  const a = readFilter("高雄 tag:政治 tag:經濟", sources);
  expect(isSameFilter(a, readFilter("高雄 tag:经济 tag:政治", sources))).toBe(true);
  expect(isSameFilter(a, readFilter("台北 tag:政治 tag:經濟", sources))).toBe(false);
});
