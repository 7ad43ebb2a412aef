// Folding: what is one text for the search, and what is not.
import fc from "fast-check";
import { to } from "opencc-js/preset/t2cn";
import { expect, it } from "vitest";
import { foldText, foldTraced } from "./fold.ts";

it.each([
  ["臺灣總統", "台湾总统"],
  ["裡面", "裏面"],
  ["什麼", "什么"],
  ["経済", "經濟"],
  ["ＬＩＮＥ　Ｐａｙ", "line pay"],
  ["ﾊﾟｿｺﾝ", "ぱそこん"],
  ["ニュース", "にゅーす"],
  ["Beyoncé in İstanbul", "beyonce in istanbul"],
  ["ΆΘΗΝΑ", "αθηνα"],
  ["대통령".normalize("NFD"), "대통령"],
])("%s and %s are one text", (one, other) => {
  expect(foldText(one)).toBe(foldText(other));
});

it.each([
  ["か", "が"],
  ["и", "й"],
  ["台北", "台南"],
])("%s and %s stay two texts", (one, other) => {
  expect(foldText(one)).not.toBe(foldText(other));
});

it("a folded text folds to itself, for every character that OpenCC converts", () => {
  const everyCharacter = foldText(String(to.cn?.[0]?.at(-1)));
  expect(foldText(everyCharacter)).toBe(everyCharacter);
});

it("a character under a hundred thousand accents folds like any other text", () => {
  const accents = "\u0301".repeat(100_000);
  expect(foldText(`夜市E${accents}`)).toMatch(/^夜市e\u0301+$/);
});

it("every folded unit can be traced to the text as published", () => {
  const { text, starts } = foldTraced("在ﾊﾟﾘ看①臺灣🎉");
  const at = text.indexOf("台湾");
  expect("在ﾊﾟﾘ看①臺灣🎉".slice(starts[at], starts[at + 2])).toBe("臺灣");
});

it("the trace of any text rises from its beginning to its end", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (published) => {
      const { text, starts } = foldTraced(published);
      expect(starts).toHaveLength(text.length + 1);
      expect(starts.at(-1)).toBe(published.length);
      expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    }),
  );
});
