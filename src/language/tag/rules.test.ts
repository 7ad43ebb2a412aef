import { expect, it } from "vitest";
import { noTagRules, tagRules } from "./rules.ts";

const rules = tagRules({ merge: { 台積電: ["TSMC", "台灣積體電路"] }, block: ["即時", "晶圓代工"] });

it("one tag stands for others, in any spelling of them", () => {
  expect(["TSMC", "#tsmc", "臺灣積體電路", "台積電", "高雄"].map(rules)).toEqual([
    "台積電",
    "台積電",
    "台積電",
    "台積電",
    "高雄",
  ]);
});

it("a blocked tag is given to no article, under whatever name it comes", () => {
  expect(["即時", "即时", "#即時"].map(rules)).toEqual([null, null, null]);
  expect(tagRules({ merge: { 晶片: ["半導體"] }, block: ["晶片"] })("半導體")).toBeNull();
  expect(tagRules({ merge: { 晶片: ["半導體"] }, block: ["半導體"] })("半導體")).toBeNull();
});

it("without rules a tag stays as it is", () => {
  expect(noTagRules("即時")).toBe("即時");
});
