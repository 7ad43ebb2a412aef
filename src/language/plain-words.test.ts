import { expect, it } from "vitest";
import { plainWords } from "./plain-words.ts";
import { parseQuery } from "./query.ts";

it.each([
  ["**高雄** 推動「智慧城市」！ https://news.example/a?b=c", "高雄 推動 智慧城市"],
  ['<@123> <:smile:456>\n\n-- source:cna OR "x"', "source cna x"],
  ["https://news.example/only", ""],
  ["- [高雄新橋通車](https://news.example/a) · 港都日報", "高雄新橋通車"],
  ["### [[Live] Harbour bridge](https://news.example/a)", "Live Harbour bridge"],
  ["https://news.example/a 高雄新橋通車", "高雄新橋通車"],
  ["U.S. and Japan's deal", "U.S and Japan's deal"],
  ["", ""],
])("%j is searched for as %j", (text, words) => {
  expect(plainWords(text)).toBe(words);
});

it("what would say something of the other words is left out", () => {
  expect(plainWords("Rain or snow: why NOT to drive, and where 或")).toBe("Rain snow why to drive and where");
});

it("whatever a message says can be searched for", () => {
  const hostile = [
    '"""((',
    "-after:",
    "tag:",
    "OR OR OR",
    "或 颱風 或",
    "NOT",
    "\ud800 x",
    "last:9999999d",
    "a".repeat(5000),
  ];
  for (const text of hostile) parseQuery(plainWords(text), { now: 0, timeZone: "UTC" });
});
