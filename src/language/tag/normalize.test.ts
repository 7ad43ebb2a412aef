import { describe, expect, it } from "vitest";
import { normalizeTag, tagKey, uniqueTags } from "./normalize.ts";

describe("a tag", () => {
  it("is shown without #, in standard width, on one line", () => {
    expect(normalizeTag(" #ＬＩＮＥ\n Pay ")).toBe("LINE Pay");
    expect(normalizeTag("##")).toBe("");
    expect(normalizeTag("字".repeat(100))).toBe("");
  });

  it("is the same tag in every way of writing it", () => {
    expect(tagKey("#台灣")).toBe(tagKey("臺灣"));
    expect(tagKey("軟體")).toBe(tagKey("软体"));
    expect(tagKey("line pay")).toBe(tagKey("LINE Pay"));
    expect(tagKey("高雄")).not.toBe(tagKey("高雄市"));
  });

  it("is listed once, in its first spelling", () => {
    expect(uniqueTags(["臺灣", "#台灣", "", "AI", "ai"])).toEqual(["臺灣", "AI"]);
  });
});
