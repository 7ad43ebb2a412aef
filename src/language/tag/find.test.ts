import { describe, expect, it } from "vitest";
import { findTags } from "./find.ts";
import { tagRules } from "./rules.ts";

const aidNews =
  "法国总统马克龙（Emmanuel Macron）周一表示，法国将向乌克兰提供援助。马克龙说，欧盟也会参与。\n\n乌克兰外交部感谢法国，并说乌克兰今年冬天需要更多电力设备。";

describe("found tags", () => {
  it("are the people, places and bodies that a Chinese report is about", () => {
    const text =
      "（中央社記者王小明高雄1日電）高雄市長林大衛今天表示，新橋將於下週通車。林大衛說，新橋連接高雄與屏東，感謝交通部補助。\n\n交通部指出，新橋工程費時3年。（編輯：李小龍）1121001";
    const tags = findTags("高雄新橋通車 林大衛感謝交通部", text, "zh-Hant");
    expect(tags).toEqual(expect.arrayContaining(["林大衛", "交通部"]));
    expect(tags.join()).not.toMatch(/王小明|李小龍|中央社/);
  });

  it("are found in Simplified Chinese by the same weights", () => {
    expect(findTags("马克龙：法国援助乌克兰", aidNews, "zh-Hans")).toEqual(
      expect.arrayContaining(["法国", "马克龙", "乌克兰"]),
    );
  });

  it("are whole names in English, not the words that begin sentences", () => {
    const text =
      "LONDON, Oct 1 (Reuters) - The bridge at Gravesend opened on Monday. Officials said Jane Doe designed it. Traffic was heavy, and Doe said Gravesend would cope.";
    const tags = findTags("Gravesend Opens Bridge Designed by Doe", text, "en");
    expect(tags).toEqual(expect.arrayContaining(["Gravesend", "Jane Doe"]));
    expect(tags.join()).not.toMatch(/Officials|Traffic|Monday|Reuters|Opens/);
  });

  it("are found between Japanese and Korean particles", () => {
    const japanese = "日銀は22日、金融緩和策の維持を決めた。日銀の植田総裁は会見で物価目標に触れた。";
    expect(findTags("日銀、緩和維持", japanese, "ja")).toContain("日銀");
    const korean = "한국은행이 기준금리를 동결했다. 한국은행은 물가를 주시한다고 밝혔다.";
    expect(findTags("한국은행, 기준금리 동결", korean, "ko")).toContain("한국은행");
  });

  it("are five at most, none with another that says the same, and none for an empty article", () => {
    const names = ["高雄市政府", "交通部", "台灣大學", "中央研究院", "國家圖書館", "故宮博物院", "台北市"];
    const tags = findTags(
      names.join("、"),
      [...names, "台北"].map((name) => `${name}表示支持。${name}說好。`).join(""),
      "zh-Hant",
    );
    expect(tags.length).toBeLessThanOrEqual(5);
    expect(tags).not.toEqual(expect.arrayContaining(["台北", "台北市"]));
    expect(findTags("", "", "und")).toEqual([]);
  });

  it("obey the operator's rules in every language", () => {
    const rules = tagRules({ merge: { 法蘭西: ["法國"] }, block: ["馬克龍"] });
    const tags = findTags("马克龙：法国援助乌克兰", aidNews, "zh-Hans", { rules });
    expect(tags).toContain("法蘭西");
    expect(tags.join()).not.toMatch(/马克龙|法国/);
  });
});
