import { expect, it } from "vitest";
import { readMarkdown } from "../../../../test/fakes/discord-markdown.ts";
import { linkAddress, linkedPieces, linkedText } from "./links.ts";

const address = "https://news.example/a";

it.each([
  "Ferry line opens",
  "Blast at 10:30:45 in the harbour",
  "高雄輕軌（環狀線）通車",
  "قناة السويس تُفتح",
  "[Video] The harbour [live]",
  "C# > F#? 3-4, page 5",
])("%s is a link, all of it", (text) => {
  expect(linkedText(text, address, "Read")).toBe(`[${text}](${address})`);
});

it.each([
  "می‌خواهم خانه‌ها را ببینم",
  "क्‍ष और",
  "Free, @everyone",
  "Ask <@123> in <#1>",
  ":tada: today",
  "an 👩‍👩‍👧‍👦 within",
  "a ](https://evil.example) b",
  "[free](https://evil.example)",
  "`code` and ||spoiler||",
  "see https://evil.example",
  "join discord.gg/abc",
  "- one",
  "# one",
])("%s is shown as it is written, and the link stands beside it", (text) => {
  const { text: seen, effects } = readMarkdown(linkedText(text, address, "Read"));
  expect(seen).toBe(`${text} Read`);
  expect(effects).toEqual([`link ${address}`]);
});

it("emoji around a headline stand around its link", () => {
  expect(linkedText("🚢 Ferry line opens 🎉", address, "Read")).toBe(`🚢 [Ferry line opens](${address}) 🎉`);
});

it("a text without an address is text", () => {
  expect(readMarkdown(linkedText("**a** [b](https://evil.example)", null, "Read"))).toEqual({
    text: "**a** [b](https://evil.example)",
    effects: [],
  });
});

it("of several pieces what the template means is formatted, and what the story says is not", () => {
  const pieces = [
    { text: "**", isMarkdown: true },
    { text: "A plain story", isMarkdown: false },
    { text: "**", isMarkdown: true },
  ];
  expect(readMarkdown(linkedPieces(pieces, address, "Read"))).toEqual({
    text: "A plain story",
    effects: ["bold", `link ${address}`],
  });
  const hostile = pieces.map((piece) => (piece.isMarkdown ? piece : { ...piece, text: "`a` @everyone" }));
  expect(readMarkdown(linkedPieces(hostile, address, "Read"))).toEqual({
    text: "`a` @everyone Read",
    effects: ["bold", `link ${address}`],
  });
});

it.each([
  ["https://news.example/a_(b)_*c*", "https://news.example/a%5F%28b%29%5F%2Ac%2A"],
  ["https://news.example/a b", "https://news.example/a%20b"],
  ["javascript:alert(1)", null],
  ["ftp://news.example", null],
  ["", null],
  [null, null],
])("the address %s is written %s", (written, expected) => {
  expect(linkAddress(written, 200)).toBe(expected);
});

it("an address that is too long is none", () => {
  expect(linkAddress(`https://news.example/${"a".repeat(200)}`, 200)).toBeNull();
});
