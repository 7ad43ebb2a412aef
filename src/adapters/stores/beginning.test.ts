import { expect, it } from "vitest";
import { beginningOf } from "./beginning.ts";

it.each([
  ["「高雄」港擴建", "高雄 港扩建"],
  ["今彩539開獎", "今彩 539 开奖"],
  ["ＣＯＶＩＤ-19: Résumé", "covid 19 resume"],
  ["Climate summit opens in Dubai", "climate summit o"],
  ["A Climate Summit of all countries", "a climate summit"],
  ["😀😀高雄", "😀 😀 高雄"],
  ["𠮷".repeat(20), "𠮷".repeat(16)],
  ["e\u0301".repeat(200), "e".repeat(16)],
  [" 「*", ""],
])("%s begins as %j", (text, expected) => {
  expect(beginningOf(text)).toBe(expected);
});
