import { describe, expect, it } from "vitest";
import { likeness, signText } from "./min-hash.ts";

const bridge =
  "港口新橋今天上午通車，全長三公里，車程縮短一半。市府表示，工程歷時四年，耗資二十億元，沿線設有自行車道與觀景平台。" +
  "市長在典禮上感謝施工團隊，並宣布下個月起公車路線將延伸到對岸。附近居民說，等這座橋等了整整十年，以後上班不用再繞路。";

const english = Array.from({ length: 30 }, (_, index) => `Resident ${index} crossed the bridge early`).join(". ");

function compare(one: string, other: string): number {
  const [first, second] = [signText(one), signText(other)];
  if (first === null || second === null) throw new Error("A text of the test is too short to be compared.");
  return likeness(first.bytes, second.bytes);
}

const sharedBands = (one: string, other: string): number =>
  new Set(signText(one)?.bands).intersection(new Set(signText(other)?.bands)).size;

describe("two texts", () => {
  it("are wholly alike whatever the script, the width, the case and the punctuation", () => {
    const simplified = "港口新桥今天上午通车";
    expect(compare(bridge, bridge.replace("港口新橋今天上午通車", simplified).replaceAll("，", " ,"))).toBe(1);
    expect(compare(english, english.toUpperCase().replaceAll(".", " —"))).toBe(1);
  });

  it("are nearly alike, and share a band, when one has another last line", () => {
    const copy = `${bridge}（編輯：林小明）`;
    expect(compare(bridge, copy)).toBeGreaterThan(0.8);
    expect(sharedBands(bridge, copy)).toBeGreaterThan(0);
  });

  it("have nothing in common when they only use the same characters", () => {
    const backwards = Array.from(bridge).reverse().join("");
    expect(compare(bridge, backwards)).toBeLessThan(0.1);
    expect(sharedBands(bridge, backwards)).toBe(0);
  });

  it("have as much in common as is estimated", () => {
    const words = (from: number, until: number) =>
      Array.from({ length: until - from }, (_, index) => `word${from + index}`).join(" ");
    // 1,000 words each, 750 of them shared: 748 of 1,248 different 3-grams.
    expect(Math.abs(compare(words(0, 1000), words(250, 1250)) - 748 / 1248)).toBeLessThan(0.13);
  });
});

it("a short text has no signature, as it says too little to be compared", () => {
  expect(signText("快訊：港口新橋通車。")).toBeNull();
  expect(signText("")).toBeNull();
});

it("a text's signature never changes, as the archive keeps it", () => {
  expect(signText(bridge)?.bands.slice(0, 2)).toEqual([-306651616, -1713927542]);
});
