import { describe, expect, it } from "vitest";
import type { Card } from "../records/story.ts";
import { type EditionSpan, editionOrder, newsValue } from "./news-value.ts";

const hourMs = 3_600_000;
const until = Date.UTC(2026, 10, 23, 0);
const day: EditionSpan = { from: until - 24 * hourMs, until, wanted: [] };

const card = (headline: string, said: Partial<Card> = {}): Card => ({
  ...{ storyId: headline, articleId: headline, headline, lede: "", url: null, image: null, sourceId: "cna" },
  ...{ sourceName: "CNA", tags: [], language: "zh-Hant", publishedAt: until - 12 * hourMs, alsoIn: [] },
  ...said,
});
const order = (cards: readonly Card[], span = day, limit = 10) =>
  editionOrder(cards, span, limit).map(({ headline }) => headline);

describe("an edition begins with", () => {
  it("what most newsrooms report, however old within the day and without a picture", () => {
    const fresh = card("新", { publishedAt: until, image: "https://img.example/1.jpg" });
    const covered = card("震", { publishedAt: day.from, alsoIn: ["BBC"] });
    expect(order([fresh, covered])).toEqual(["震", "新"]);
  });

  it("what was asked for, in any script, before what is only newer", () => {
    const wanted = { ...day, wanted: ["智慧城市"] };
    expect(order([card("其他", { publishedAt: until }), card("智慧城市展登場")], wanted)).toEqual([
      "智慧城市展登場",
      "其他",
    ]);
    expect(newsValue(card("智慧城市展"), { ...day, wanted: ["智慧城市", "高雄"] })).toBeCloseTo(0.45);
  });

  it("the newer of two alike, then the one with a picture, then the one given first", () => {
    const pictured = card("圖", { image: "https://img.example/1.jpg" });
    expect(order([card("舊"), card("新", { publishedAt: until - hourMs })])).toEqual(["新", "舊"]);
    expect(order([card("字"), pictured])).toEqual(["圖", "字"]);
    expect(order([card("一"), card("二")])).toEqual(["一", "二"]);
  });
});

describe("an edition", () => {
  it("turns to other subjects before it comes back to one", () => {
    const typhoon = ["一", "二", "三"].map((name) =>
      card(`颱風${name}`, { tags: ["颱風小犬", "臺東"], alsoIn: ["BBC"] }),
    );
    expect(order([...typhoon, card("選舉", { tags: ["選舉"] }), card("球賽", { tags: ["棒球"] })])).toEqual([
      "颱風一",
      "選舉",
      "球賽",
      "颱風二",
      "颱風三",
    ]);
  });

  it("knows a subject by its tag in any spelling", () => {
    const spelled = [card("一", { tags: ["軟體"] }), card("二", { tags: ["软体"] }), card("三", { tags: ["晶片"] })];
    expect(order(spelled)).toEqual(["一", "三", "二"]);
  });

  it("is as long as it may be, and judges what came from the past as old", () => {
    expect(order([card("一"), card("二"), card("三")], day, 2)).toEqual(["一", "二"]);
    expect(newsValue(card("古", { publishedAt: 0 }), { ...day, from: 0 })).toBe(0);
    expect(newsValue(card("後", { publishedAt: until + hourMs }), day)).toBeCloseTo(0.4);
  });
});
