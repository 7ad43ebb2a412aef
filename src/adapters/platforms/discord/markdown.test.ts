import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanText, cutText, escapeMarkdown, oneLine } from "./markdown.ts";

it.each([
  [
    "**bold** __under__ ~~gone~~ `code` ||spoiler||",
    "\\*\\*bold\\*\\* \\_\\_under\\_\\_ \\~\\~gone\\~\\~ \\`code\\` \\|\\|spoiler\\|\\|",
  ],
  ["@everyone @here <@1> <#2> </search:3> <t:0:R>", "\\@everyone \\@here \\<@1> \\<#2> \\</search:3> \\<t\\:0:R>"],
  ["[free](https://evil.example)", "\\[free]\\(https\\://evil.example)"],
  ["# one\n  - two\n> three\n-# four\n5. five", "\\# one\n  \\- two\n\\> three\n\\-# four\n5\\. five"],
  [":tada: at 10:30", "\\:tada: at 10:30"],
  ["C:\\temp", "C:\\\\temp"],
])("%j shows as it is written", (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

it.each(["a@b.example asks: is C# > F#? 3-4, page 5.", "高雄：智慧城市（上）", "「東京」-大阪", "#tag"])(
  "%j needs no escape",
  (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  },
);

it("controls, direction overrides and half characters do not reach Discord", () => {
  expect(cleanText("\u0000a\u202eb\u2066\r\nc\ud83d ")).toBe("ab\nc\ufffd");
  expect(oneLine(" two\n\n lines\t")).toBe("two lines");
});

it.each([
  ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 14, "👩‍👩‍👧‍👦…"],
  ["👩‍👩‍👧‍👦", 10, "…"],
  ["e\u0301e\u0301e\u0301", 4, "e\u0301…"],
  ["한국어 뉴스", 4, "한국어…"],
  ["a\\*b", 3, "a…"],
  ["\\\\\\*", 3, "\\\\…"],
])("%j in %i characters ends where a reader sees an end", (text, limit, expected) => {
  expect(cutText(text, limit)).toBe(expected);
});

it("any text fits its limit and stays whole when it is short enough", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 1, max: 80 }), (text, limit) => {
      const cut = cutText(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut === text || cut.endsWith("…")).toBe(true);
      if (text.length <= limit) expect(cut).toBe(text);
    }),
  );
});
