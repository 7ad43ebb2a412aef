import { describe, expect, it } from "vitest";
import type { Extract } from "../../records/article.ts";
import { createExtractiveSummarizer } from "./extractive.ts";

const extract: Extract = {
  url: null,
  title: "新橋通車 「河岸計畫」完工[影]",
  author: null,
  publishedAt: null,
  language: null,
  text: "（中央社記者王小明高雄1日電）高雄市新橋今天通車，「河岸計畫」全部完工。\n\n市長說，感謝市民支持「河岸計畫」。（編輯：李小龍）1121001",
  image: null,
  tags: ["#高雄", "高雄", "ＬＩＮＥ"],
};
const summarizer = createExtractiveSummarizer();

describe("the extractive summarizer", () => {
  it("edits an article down to headline, lede, tags and language", async () => {
    expect(await summarizer.summarize(extract, { useEditorTags: true })).toEqual({
      headline: "新橋通車 「河岸計畫」完工",
      lede: [
        { text: "高雄市新橋今天通車，「河岸計畫」全部完工。", start: 15, end: 36 },
        { text: "市長說，感謝市民支持「河岸計畫」。", start: 38, end: 55 },
      ],
      tags: ["高雄", "LINE"],
      language: "zh-Hant",
    });
  });

  it("finds tags itself when the publisher's are not to be used", async () => {
    const { tags } = await summarizer.summarize(extract, { useEditorTags: false });
    expect(tags).toContain("河岸計畫");
    expect(tags).not.toContain("LINE");
  });

  it("answers for an article without title and text", async () => {
    const empty = { ...extract, title: null, text: "", tags: [] };
    expect(await summarizer.summarize(empty, { useEditorTags: true })).toEqual({
      headline: "",
      lede: [],
      tags: [],
      language: "und",
    });
  });
});
