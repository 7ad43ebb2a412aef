// Snippets: the right place, as published.
import { expect, it } from "vitest";
import { snippetsAround } from "./snippet.ts";

const snippetAround = (text: string, terms: readonly string[]) => snippetsAround(terms)(text);

const filler = "這一段只是前面的文字，說的是別的事情。".repeat(10);

it("a snippet shows the text as published around a term in the other script", () => {
  expect(snippetAround(`${filler}會中提到臺灣總統府的安排。${filler}`, ["台湾总统"])).toMatch(/^….*臺灣總統府.*…$/);
});

it("a short text is shown whole", () => {
  expect(snippetAround("高雄新聞", ["高雄"])).toBe("高雄新聞");
});

it("the beginning is shown when no term occurs", () => {
  expect(snippetAround(filler, ["棒球"])).toMatch(/^這一段/);
});

it("a Latin word is found as a word, not inside another", () => {
  const text = `The article was long. ${"x ".repeat(60)}Modern art is here.`;
  expect(snippetAround(text, ["art"])).toContain("Modern art");
});

it("line breaks become spaces", () => {
  expect(snippetAround("第一段\n\n第二段", ["第二"])).toBe("第一段 第二段");
});

it("what looks like a pattern is taken as text", () => {
  expect(snippetAround("price (a+)+ b", ["(a+)+"])).toBe("price (a+)+ b");
});

it("an emoji at the edge is not cut in two", () => {
  expect(snippetAround("🎉".repeat(200), ["x"]).isWellFormed()).toBe(true);
});
