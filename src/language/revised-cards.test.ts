import { expect, it } from "vitest";
import type { Card } from "../records/story.ts";
import { revisedCards } from "./revised-cards.ts";

const card = (said: Partial<Card> = {}): Card => ({
  ...{
    storyId: "s",
    articleId: "a",
    headline: "新橋通車",
    lede: "今天通車。",
    url: null,
    image: null,
    sourceId: "cna",
  },
  ...{ sourceName: "中央社", tags: [], language: "zh-Hant", publishedAt: 0, alsoIn: ["RTHK"], ...said },
});
const revised = (shown: Card, now: Partial<Card>, edited: readonly string[] = []) =>
  revisedCards([shown], new Map([["a", card(now)]]), new Set(edited));

it("a story that others report too says so", () => {
  expect(revised(card(), { alsoIn: ["RTHK", "DW"] })).toEqual([card({ alsoIn: ["RTHK", "DW"] })]);
});

it("a headline that its newsroom changed is changed, and marked", () => {
  const now = { headline: "新橋延後通車", lede: "延後通車。" };
  expect(revised(card(), now)).toEqual([card({ ...now, isCorrected: true })]);
});

it("a model's words stay until the newsroom changes its headline, whose own then take their place, marked", () => {
  const shown = card({ headline: "Bridge opens", language: "en", rewritten: "translated" });
  expect(revised(shown, {})).toBeNull();
  const now = { headline: "新橋延後通車", lede: "延後通車。" };
  expect(revised(shown, now, ["a"])).toEqual([card({ ...now, isCorrected: true })]);
});

it("nothing changes without need: not for fewer reporters, not for an article that is gone", () => {
  expect(revised(card(), { alsoIn: [] })).toBeNull();
  expect(revised(card(), {})).toBeNull();
  expect(revisedCards([card()], new Map(), new Set())).toBeNull();
});
