// How much of what was asked for a headline has.
import { expect, it } from "vitest";
import { indexTokens } from "../../language/tokens.ts";
import { headlineShares } from "./headline-shares.ts";

const shareOf = (asked: string, headline: string, openToken: string | null = null) =>
  headlineShares({ tokens: indexTokens(asked), openToken })(headline);

it("each token counts once, in whichever script the headline is written", () => {
  expect(shareOf("台湾 总统 访问", "臺灣總統：臺灣要走出去")).toBeCloseTo(2 / 3);
});

it("a pair of characters that a mark parts is none", () => {
  expect(shareOf("高雄", "高，雄")).toBe(0);
});

it("a word is found as a whole, and half typed when it is the open one", () => {
  expect(shareOf("台北 art", "台北的 article")).toBe(0.5);
  expect(shareOf("台北 art", "台北的 article", "art")).toBe(1);
});
