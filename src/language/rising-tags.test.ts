import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logLikelihoodRatio, risingTags } from "./rising-tags.ts";

const named = (...rows: readonly (readonly [tag: string, recent: number, past: number])[]) =>
  rows.map(([tag, recent, past]) => ({ tag, recent, past }));

describe("the ratio", () => {
  it("agrees with the value that Dunning's paper gives for “the swiss”", () => {
    expect(logLikelihoodRatio({ with: 110, without: 2442 }, { with: 111, without: 29_114 })).toBeCloseTo(270.72, 2);
  });

  it("equal rates say nothing, and it is never negative or without an end", () => {
    expect(logLikelihoodRatio({ with: 10, without: 90 }, { with: 100, without: 900 })).toBeCloseTo(0, 9);
    const count = fc.nat({ max: 1e6 });
    const split = fc.record({ with: count, without: count });
    fc.assert(
      fc.property(split, split, (one, other) => {
        const ratio = logLikelihoodRatio(one, other);
        expect(ratio).toBeGreaterThanOrEqual(0);
        expect(ratio).toBeLessThan(Number.POSITIVE_INFINITY);
      }),
    );
  });
});

describe("rising tags", () => {
  it("what rose most stands first, not what is most frequent", () => {
    const tags = named(["政治", 120, 1400], ["颱風", 42, 42], ["捷運", 12, 20]);
    const rising = risingTags({ tags, recent: 1000, past: 14_000 }, 10);
    expect(rising.map(({ tag, count, usual }) => [tag, count, usual])).toEqual([
      ["颱風", 42, 3],
      ["捷運", 12, expect.closeTo(1.43, 2)],
    ]);
  });

  it("what fell or stayed is left out, though the evidence for a fall is strong", () => {
    const tags = named(["疫情", 3, 2000], ["天氣", 50, 700]);
    expect(risingTags({ tags, recent: 1000, past: 14_000 }, 10)).toEqual([]);
  });

  it("a small growth of a frequent tag is certain but no news", () => {
    const [tags, totals] = [named(["政治", 3600, 42_000]), { recent: 10_000, past: 140_000 }];
    expect(risingTags({ tags, ...totals }, 10)).toEqual([]);
  });

  it("a desk that reads twice as much as before does not make every tag rise", () => {
    const tags = named(["政治", 400, 2800]);
    expect(risingTags({ tags, recent: 2000, past: 14_000 }, 10)).toEqual([]);
  });

  it("a new tag needs three articles, and more of them while the archive is young", () => {
    const isRising = (count: number, recent: number, past: number) =>
      risingTags({ tags: named(["颱風小犬", count, 0]), recent, past }, 10).length > 0;
    expect(isRising(3, 1000, 14_000)).toBe(true);
    expect(isRising(2, 1000, 14_000)).toBe(false);
    expect(isRising(3, 100, 60)).toBe(false);
    expect(isRising(30, 100, 60)).toBe(true);
  });

  it("without a past nothing is said", () => {
    const tags = named(["颱風小犬", 90, 0]);
    expect(risingTags({ tags, recent: 100, past: 0 }, 10)).toEqual([]);
    expect(risingTags({ tags, recent: 100, past: 29 }, 10)).toEqual([]);
  });

  it("a name that the regions write differently rises as one", () => {
    const tags = named(["哈瑪斯", 6, 18], ["哈马斯", 6, 10]);
    expect(risingTags({ tags, recent: 1000, past: 14_000 }, 10)).toMatchObject([{ tag: "哈瑪斯", count: 12 }]);
  });

  it("articles that carry both spellings do not make more of a tag than there are articles", () => {
    const tags = named(["哈瑪斯", 50, 0], ["哈马斯", 50, 0]);
    expect(risingTags({ tags, recent: 60, past: 600 }, 10)).toMatchObject([
      { count: 60, evidence: expect.any(Number) },
    ]);
  });

  it("no more than asked for are told", () => {
    const tags = named(["甲", 50, 0], ["乙", 60, 0], ["丙", 40, 0]);
    expect(risingTags({ tags, recent: 1000, past: 14_000 }, 2).map(({ tag }) => tag)).toEqual(["乙", "甲"]);
  });
});
