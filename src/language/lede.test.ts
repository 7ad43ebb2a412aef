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

  describe("of an article whose opening does not tell what its headline announces", () => {
    const news = "港都市政府昨天公布，海灣新橋延後到明年三月通車，比原訂時間晚了半年。";
    const ledeOf = (...paragraphs: readonly string[]) =>
      findLede(paragraphs.join("\n\n"), "海灣新橋延後通車 市府：明年三月", "zh-Hant").map(({ text }) => text);

    it("is the sentence that does, further down: after a scene, a question or a quotation", () => {
      const scene =
        "清晨五點，漁港邊的早餐店剛亮起燈，老闆林春生把第一籠熱騰騰的包子端上桌，擦了擦手，倚著門邊等熟客上門。";
      const question = "還要等多久？居民問的是同一件事。";
      const quotation = "「我們每天都要多繞四十分鐘，孩子上學都快遲到了，真的受不了。」";
      for (const opening of [scene, question, quotation]) expect(ledeOf(opening, news)).toEqual([news]);
    });

    it("is two of them in the text's order where the second adds to the first, and none that leans on another", () => {
      const scene =
        "清晨五點，漁港邊的早餐店剛亮起燈，老闆林春生把第一籠熱騰騰的包子端上桌，擦了擦手，倚著門邊等熟客上門。";
      const [first, second] = [
        "工程單位說，海灣新橋的鋼構有瑕疵，必須重新焊接。",
        "市府表示，最快要到明年三月才能延後通車。",
      ];
      expect(ledeOf(scene, first, "但海灣新橋延後通車，市府要到明年三月才說明。", second)).toEqual([first, second]);
    });

    it("is the opening all the same where no other sentence tells it", () => {
      const scene =
        "清晨五點，漁港邊的早餐店剛亮起燈，老闆林春生把第一籠熱騰騰的包子端上桌，擦了擦手，倚著門邊等熟客上門。";
      expect(ledeOf(scene, "熟客陸續走進來，點了豆漿和燒餅，聊起今年的漁獲。")[0]).toBe(scene);
    });
  });

  it("does not end at the point inside a name", () => {
    const text = "俄羅斯總統普丁說，葉夫根尼．普里戈任的飛機上找到手榴彈碎片。";
    expect(findLede(text, "", "zh-Hant").map((sentence) => sentence.text)).toEqual([text]);
  });
});
