import { describe, expect, it } from "vitest";
import { termHash } from "../../language/tag/lesson.ts";
import { noTagRules, tagRules } from "../../language/tag/rules.ts";
import { TagVocabulary } from "../../language/tag/vocabulary.ts";
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
      lesson: expect.any(Uint8Array),
    });
  });

  it("finds tags itself when the publisher's are not to be used", async () => {
    const { tags } = await summarizer.summarize(extract, { useEditorTags: false });
    expect(tags).toContain("河岸計畫");
    expect(tags).not.toContain("LINE");
  });

  it("teaches nothing about tags that it found itself", async () => {
    expect(await summarizer.summarize(extract, { useEditorTags: false })).not.toHaveProperty("lesson");
    expect(await summarizer.summarize({ ...extract, tags: [] }, { useEditorTags: true })).not.toHaveProperty("lesson");
  });

  it("finds the tag that the archive's editors give rather than another, and forgets it with their articles", async () => {
    const vocabulary = new TagVocabulary(100);
    const own = createExtractiveSummarizer(noTagRules, async () => vocabulary);
    const untagged = { ...extract, tags: [] };
    const before = (await own.summarize(untagged, { useEditorTags: true })).tags;
    expect(before[0]).not.toBe("市長");
    for (let number = 0; number < 50; number++) {
      const { lesson } = await own.summarize({ ...extract, tags: ["市長"] }, { useEditorTags: true });
      vocabulary.add(String(number), lesson ?? new Uint8Array());
    }
    expect((await own.summarize(untagged, { useEditorTags: true })).tags[0]).toBe("市長");
    for (let number = 0; number < 50; number++) vocabulary.remove(String(number));
    expect((await own.summarize(untagged, { useEditorTags: true })).tags).toEqual(before);
  });

  it("never learns a blocked tag, nor gives it", async () => {
    const vocabulary = new TagVocabulary(100);
    const rules = tagRules({ merge: {}, block: ["市長"] });
    const own = createExtractiveSummarizer(rules, async () => vocabulary);
    const { lesson } = await own.summarize({ ...extract, tags: ["高雄", "市長"] }, { useEditorTags: true });
    vocabulary.add("1", lesson ?? new Uint8Array());
    expect([vocabulary.usesOf(termHash("市長")).asTag, vocabulary.usesOf(termHash("高雄")).asTag]).toEqual([0, 1]);
    expect((await own.summarize({ ...extract, tags: [] }, { useEditorTags: true })).tags).not.toContain("市長");
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
