import { expect, it } from "vitest";
import { noTagRules, tagRules } from "./rules.ts";

const rules = tagRules({ merge: { 台積電: ["TSMC", "台灣積體電路"] }, block: ["即時", "晶圓代工"] });

it("one tag stands for others, in any spelling of them", () => {
  expect(["TSMC", "#tsmc", "臺灣積體電路", "台積電", "高雄"].map(rules.give)).toEqual([
    "台積電",
    "台積電",
    "台積電",
    "台積電",
    "高雄",
  ]);
});

it("a blocked tag is given to no article, under whatever name it comes", () => {
  expect(["即時", "即时", "#即時"].map(rules.give)).toEqual([null, null, null]);
  expect(tagRules({ merge: { 晶片: ["半導體"] }, block: ["晶片"] }).give("半導體")).toBeNull();
  expect(tagRules({ merge: { 晶片: ["半導體"] }, block: ["半導體"] }).give("半導體")).toBeNull();
});

it("without rules a tag stays as it is", () => {
  expect(noTagRules.give("即時")).toBe("即時");
});

it("a search for one spelling of a merged tag is a search for all of them", () => {
  for (const tag of ["tsmc", "台積電", "臺灣積體電路"])
    expect([...rules.spellingsOf(tag)].map((spelling) => spelling.toUpperCase())).toEqual(
      expect.arrayContaining(["TSMC", "台積電"]),
    );
  expect(rules.spellingsOf("高雄")).toEqual(["高雄"]);
});
