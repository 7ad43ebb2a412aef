import { expect, it } from "vitest";
import { mergeRegionalTags } from "./regional-tags.ts";

const counts = (...rows: readonly (readonly [tag: string, recent: number, past: number])[]) =>
  rows.map(([tag, recent, past]) => ({ tag, recent, past }));

it("a name that the regions write differently is one tag, called as most call it", () => {
  expect(
    mergeRegionalTags(
      counts(["哈瑪斯", 19, 6], ["以色列", 59, 40], ["哈马斯", 26, 10], ["加沙", 6, 3], ["加薩", 9, 2]),
    ),
  ).toEqual(counts(["以色列", 59, 40], ["哈马斯", 45, 16], ["加薩", 15, 5]));
});

it("tags that only share a part stay apart", () => {
  const apart = counts(["加薩走廊", 7, 1], ["加薩", 6, 1], ["川普", 5, 1]);
  expect(mergeRegionalTags(apart)).toEqual(apart);
});
