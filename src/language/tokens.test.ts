// The tokens of texts and of what is looked for.
import { expect, it } from "vitest";
import { indexTokens, isPair, singleCharacters, tokenPhrase } from "./tokens.ts";

it("Chinese is indexed in pairs, and a character that stands alone as it is", () => {
  expect(indexTokens("智慧城市，高雄，讚")).toEqual(["智慧", "慧城", "城市", "高雄", "赞"]);
});

it("words and numbers are indexed whole, in lower case", () => {
  expect(indexTokens("Apple's iPhone15 costs 1,299")).toEqual(["apple", "s", "iphone", "15", "costs", "1", "299"]);
});

it("Hangul is indexed in pairs, so that a particle does not hide the word", () => {
  expect(indexTokens("대통령이").join(" ")).toContain(tokenPhrase("대통령")?.tokens.join(" "));
});

it("characters beyond the basic plane are not cut in two", () => {
  expect(indexTokens("𠮷野家")).toEqual(["𠮷野", "野家"]);
});

it("an emoji is a token", () => {
  expect(indexTokens("🎉!")).toEqual(["🎉"]);
});

it("the tokens of a phrase stand in this order in any text that has the phrase", () => {
  const text = indexTokens("在LINE軟體展覽中").join(" ");
  expect(text).toContain(tokenPhrase("LINE軟體")?.tokens.join(" "));
});

it("a phrase that ends with a single character may go on in the text", () => {
  expect(tokenPhrase("第3屆")).toEqual({ tokens: ["第", "3", "届"], endsOpen: true });
  expect(tokenPhrase("高雄")).toEqual({ tokens: ["高雄"], endsOpen: false });
});

it("punctuation alone is nothing to look for", () => {
  expect(tokenPhrase('「！」*"')).toBeNull();
});

it("a text's single characters are listed once, without words", () => {
  expect(singleCharacters("人人 at 高雄")).toEqual(["人", "高", "雄"]);
});

it.each(["高雄", "대통", "𠮷野", "กา"])("%s is a pair", (token) => {
  expect(isPair(token)).toBe(true);
});

it.each(["高", "ai", "15", "🎉🎉", "高雄市", "高 雄", ""])("%j is none", (token) => {
  expect(isPair(token)).toBe(false);
});
