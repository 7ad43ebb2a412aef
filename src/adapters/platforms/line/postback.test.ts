import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askPostback, readPostback, storyOrders, storyPostback } from "./postback.ts";

const articleId = "0b5f3a52-8a0a-4a3f-9d0e-0d6b0c2b7f11";

describe("postback data", () => {
  it.each(storyOrders)("asks /%s about a story", (order) => {
    const data = storyPostback(order, articleId) ?? "";
    expect(readPostback(data)).toEqual({ form: "command", command: order, args: { article: articleId } });
  });

  it("asks what could be typed as well", () => {
    expect(readPostback(askPostback(" /搜尋 高雄\npage:2 ") ?? "")).toEqual({
      form: "text",
      text: "/搜尋 高雄\npage:2",
    });
  });

  it("of a button that was sent long ago still asks what it did", () => {
    expect(readPostback("ask=/save 0b5f")).toEqual({ form: "text", text: "/save 0b5f" });
    expect(readPostback(`story=save:${articleId}`)).toMatchObject({ command: "save", args: { article: articleId } });
  });

  it("is none for what no button can carry", () => {
    expect(storyPostback("save", "")).toBeNull();
    expect(storyPostback("save", "two words")).toBeNull();
    expect(storyPostback("save", "\ud800")).toBeNull();
    expect(storyPostback("save", "x".repeat(290))).toBeNull();
    expect(askPostback(" ")).toBeNull();
    expect(askPostback("字".repeat(297))).toBeNull();
    expect(askPostback("字".repeat(296))).toHaveLength(300);
  });

  it.each(["", "ask=", "ask=  ", "other=1", "story=drop:1", "story=save:", `ask=${"x".repeat(300)}`, "richmenu"])(
    "that no button has asks nothing: %j",
    (data) => {
      expect(readPostback(data)).toBeNull();
    },
  );

  it("of any content is read without a fault, and what is made is read as it was meant", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 320 }), fc.constantFrom(...storyOrders), (text, order) => {
        readPostback(text);
        const [asked, story] = [askPostback(text), storyPostback(order, text)];
        if (asked !== null) expect(readPostback(asked)).toEqual({ form: "text", text: text.trim() });
        if (story !== null) expect(readPostback(story)).toMatchObject({ command: order, args: { article: text } });
        for (const data of [asked, story]) expect(data?.length ?? 0).toBeLessThanOrEqual(300);
      }),
    );
  });
});
