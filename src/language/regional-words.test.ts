// What the regions say differently is found by either word.
import { expect, it } from "vitest";
import { foldText } from "./fold.ts";
import { regionalReadings } from "./regional-words.ts";

it.each([
  ["軟體", "软件"],
  ["计程车", "出租车"],
  ["出租車", "計程車"],
  ["川普總統", "特朗普总统"],
  ["特朗普", "川普"],
  ["紐西蘭", "新西兰"],
  ["公交车站牌", "公車站牌"],
  ["飛彈", "导弹"],
])("%s is also looked for as %s", (text, other) => {
  expect(regionalReadings(text)).toContain(foldText(other));
});

it.each(["高雄", "Kaohsiung", "", "臺灣"])("%s is written in one way only", (text) => {
  expect(regionalReadings(text)).toEqual([]);
});

it("a text of many such words has four other readings at most", () => {
  expect(regionalReadings("軟體資料計程車".repeat(100))).toHaveLength(4);
});
