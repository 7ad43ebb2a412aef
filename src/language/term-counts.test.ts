import { expect, it } from "vitest";
import { TermCounts } from "./term-counts.ts";

/** So many Chinese articles, each with term 1 and a term of its own. */
function counted(articles: number): TermCounts {
  const counts = new TermCounts();
  for (let article = 0; article < articles; article += 1) counts.add("zh-Hant", [1, 1000 + article]);
  return counts;
}

it("a term that every article has says nothing, one that few have says much", () => {
  const counts = counted(1000);
  expect(counts.rarity("zh-Hant", 1)).toBeCloseTo(0, 2);
  expect(counts.rarity("zh-Hant", 1005)).toBeCloseTo(Math.log(1001 / 1.5), 1);
  expect(counts.rarity("zh-Hant", 999_999)).toBeGreaterThan(counts.rarity("zh-Hant", 1005));
});

it("a term is shared once a second article has it", () => {
  const counts = counted(300);
  expect(counts.isShared(1005)).toBe(false);
  counts.add("zh-Hans", [1005]);
  expect(counts.isShared(1005)).toBe(true);
});

it("too few articles of a language tell nothing; its scripts are one language", () => {
  expect(counted(199).knows("zh-Hans")).toBe(false);
  expect(counted(200).knows("zh-Hans")).toBe(true);
  expect(counted(200).knows("en")).toBe(false);
});

it("old news is forgotten by half, and what is common stays common", () => {
  const counts = counted(20_000);
  expect(counts.rarity("zh-Hant", 1)).toBeCloseTo(0, 2);
  expect(counts.isShared(1000)).toBe(false);
  expect(counts.knows("zh-Hant")).toBe(true);
});
