import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readTagRules } from "./read-tag-rules.ts";

it("the rules of the file hold", () => {
  const rules = readTagRules('merge:\n  台積電: ["TSMC"]\nblock: [即時]\n', "tags.yaml");
  expect([rules.give("TSMC"), rules.give("即時"), rules.give("高雄")]).toEqual(["台積電", null, "高雄"]);
});

it("the file that comes with the desk, and an empty one, have no rules", () => {
  const given = readFileSync(new URL("tags.yaml", import.meta.url), "utf8");
  for (const text of [given, "", "\n"]) expect(readTagRules(text, "tags.yaml").give("即時")).toBe("即時");
});

it.each([
  ["block: 即時\n", "tags.yaml:1: block must be a list of tags that no article gets."],
  ["merge:\n  台積電: TSMC\n", "tags.yaml:2: 台積電 must be a list of tags that become this one."],
  ["blok: []\n", "tags.yaml:1: blok is not a key that belongs here: check its spelling, or remove it."],
  ["block: [2330]\n", "tags.yaml:1: Each entry of block must be a tag in quotation marks."],
  ["- a\n", "tags.yaml:1: The file must be rules under the keys `merge` and `block`."],
])("%j is refused with its line", (text, problem) => {
  expect(() => readTagRules(text, "tags.yaml")).toThrow(problem);
});
