import { expect, it } from "vitest";
import { beginningOf, typedBeginning } from "./beginning.ts";

it.each([
  ["「高雄」港擴建", "高雄 港扩建"],
  ["今彩539開獎", "今彩 539 开奖"],
  ["ＣＯＶＩＤ-19: Résumé", "covid 19 r"],
  ["Climate summit opens in Dubai", "climate su"],
  ["A Climate Summit of all countries", "a climate"],
  ["😀😀高雄", "😀 😀 高雄"],
  ["𠮷".repeat(20), "𠮷".repeat(10)],
  ["e\u0301".repeat(200), "e".repeat(10)],
  [" 「*", ""],
])("%s begins as %j", (text, expected) => {
  expect(beginningOf(text)).toBe(expected);
});

it.each([
  ["Climate su", "climate su"],
  ["climate sum", null],
  ["高雄」港", "高雄 港"],
])("%s typed is looked for as %j", (typed, expected) => {
  expect(typedBeginning(typed)).toBe(expected);
});
