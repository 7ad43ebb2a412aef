import { describe, expect, it } from "vitest";
import { editHeadline } from "./headline.ts";

describe("a headline", () => {
  it.each([
    ["新橋通車 – 法国国际广播电台 - RFI", "新橋通車"],
    ["新橋通車 | 中央社 CNA", "新橋通車"],
    ["New bridge opens - BBC News", "New bridge opens"],
    ["New bridge opens after delays | The Verge", "New bridge opens after delays"],
    ["新しい橋が開通 - 山田ニュース", "新しい橋が開通"],
  ])("loses the site's name: %s", (title, headline) => {
    expect(editHeadline(title, "")).toBe(headline);
  });

  it.each([
    ["新橋通車[影]", "新橋通車"],
    ["【圖】新橋通車", "新橋通車"],
    ["[生活] 新橋通車", "新橋通車"],
    ["新橋通車(影)", "新橋通車"],
    ["▲ 新橋通車 ■", "新橋通車"],
  ])("loses labels and decorations: %s", (title, headline) => {
    expect(editHeadline(title, "")).toBe(headline);
  });

  it("loses markup, entities and line breaks", () => {
    expect(editHeadline("新橋&amp;quot;通車&amp;quot;\n <b>今天</b>\u3000開放", "")).toBe('新橋"通車" 今天 開放');
    expect(editHeadline("profit &lt; loss &#8211; 3 &gt; 2", "")).toBe("profit < loss – 3 > 2");
  });

  it.each(["車禍 - 警方通報", "#MeToo 十年", "新橋（東段）通車", "《山海經》特展開幕", "5 - 3"])(
    "keeps what is the headline's own: %s",
    (title) => {
      expect(editHeadline(title, "")).toBe(title);
    },
  );

  it.each(["▲", "「（[", "a | ", "[影]", "夜市", "&amp;amp;", "<b>", "\u0301"])(
    "is short however long the title is: %j over and over",
    (part) => {
      const title = `新橋通車${part.repeat(1_000_000 / part.length)}x`;
      expect(editHeadline(title, "")).toMatch(/^新橋通.{0,297}$/);
      expect(editHeadline(null, title)).toMatch(/^新橋通.{0,297}$/);
    },
  );

  it("is never empty when there is a title", () => {
    expect(editHeadline("[影]", "")).toBe("[影]");
  });

  it("is the first sentence of the news when there is no title", () => {
    expect(editHeadline(null, "（中央社台北1日電）橋通車了。車很多。")).toBe("橋通車了。");
    expect(editHeadline(" ", "")).toBe("");
  });
});
