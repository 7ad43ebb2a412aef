import { describe, expect, it } from "vitest";
import { findLede } from "./lede.ts";

const long = "市府今天表示，新橋將於下週一上午通車，屆時往來兩岸的公車路線也會調整，請民眾提早出門並留意站牌公告";

describe("a lede", () => {
  it("is the opening sentences that fit, each at its place in the text", () => {
    const text = `（中央社記者王小明高雄1日電）${long}。工程費時三年。${long}${long}。\n\n下一段。`;
    const lede = findLede(text, "新橋通車", "zh-Hant");
    expect(lede.map((sentence) => sentence.text)).toEqual([`${long}。`, "工程費時三年。"]);
    for (const { text: words, start, end } of lede) expect(text.slice(start, end)).toBe(words);
  });

  it("is cut at a clause when the first sentence is too long, never inside quotation marks", () => {
    const text = `${long}，市長說：「${long}，${long}」，並向民眾致歉。`;
    expect(findLede(text, "", "zh-Hant").map((sentence) => sentence.text)).toEqual([`${long}，`]);
  });

  it("has 240 characters at most in English, and never ends in the middle of a word", () => {
    const text = `${"The committee considered another unremarkable proposal ".repeat(12)}today.`;
    const [sentence] = findLede(text, "", "en");
    expect(sentence?.text.length).toBeLessThanOrEqual(240);
    expect(sentence?.text).toMatch(/(?:committee|considered|another|unremarkable|proposal|The)$/);
  });

  it("passes over the headline, bylines and subheadings", () => {
    const text = "新橋通車\n\nAnn Lee\n\n工程始末\n\n新橋今天上午通車。";
    expect(findLede(text, "新橋通車", "zh-Hant").map((sentence) => sentence.text)).toEqual(["新橋今天上午通車。"]);
  });

  it("is empty for a text without a body", () => {
    expect(findLede("", "新橋通車", "zh-Hant")).toEqual([]);
    expect(findLede("新橋通車", "新橋通車", "zh-Hant")).toEqual([]);
  });
});
