// Hits are marked in the text as published.
import fc from "fast-check";
import { expect, it } from "vitest";
import { markedParts } from "./marked-parts.ts";

const marked = (text: string, ...wanted: readonly string[]) =>
  markedParts(text, wanted)
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join("");

it.each([
  ["臺灣總統府今天宣布", ["台湾总统"], "[臺灣總統]府今天宣布"],
  ["新的軟體上市", ["软件"], "新的[軟體]上市"],
  ["搭計程車到高雄", ["出租车", "高雄"], "搭[計程車]到[高雄]"],
  ["ＬＩＮＥ的ﾊﾟｿｺﾝ", ["line", "パソコン"], "[ＬＩＮＥ]的[ﾊﾟｿｺﾝ]"],
  ["高雄市與高雄", ["高雄", "高雄市"], "[高雄市]與[高雄]"],
  ["高雄智慧", ["高雄", "智慧"], "[高雄智慧]"],
  ["Modern art, Party", ["art"], "Modern [art], Party"],
  ["Café", ["cafe"], "[Café]"],
  ["a+b (c)", ["+b ("], "a+[b] (c)"],
  ["沒有", ["棒球"], "沒有"],
  ["沒有", [], "沒有"],
])("in %s, of the hits for %j this is marked: %s", (text, wanted, expected) => {
  expect(marked(text, ...wanted)).toBe(expected);
});

it("the parts put together are the text, whatever it is", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 3 })),
      (text, wanted) => {
        const parts = markedParts(text, [...wanted, text.slice(1, 3)]);
        expect(parts.map((part) => part.text).join("")).toBe(text);
      },
    ),
  );
});

it("a pasted page of words is looked for by its beginning, and costs nobody the answer", () => {
  expect(marked("👩 a", "👩 a ".repeat(2000))).toBe("👩 a");
  expect(marked("abc", ...Array.from({ length: 2000 }, () => "abc"))).toBe("[abc]");
});

it.each([
  ["emoji joined to families", "👩‍👩‍👧‍👦"],
  ["accents without a letter", "\u0301 "],
  ["letters between spaces", "a "],
])("a text of nothing but %s is searched to its end, however many were looked for", (_, piece) => {
  const text = piece.repeat(500);
  const parts = markedParts(text, [piece.repeat(30), `${piece.repeat(29)}x`]);
  expect(parts.map((part) => part.text).join("")).toBe(text);
});
