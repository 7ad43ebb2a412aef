import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../fold.ts";
import { readNumerals } from "./numerals.ts";

const valuesIn = (text: string) => readNumerals(foldText(text)).map(({ value }) => value);

describe("a number is read whatever it is written with", () => {
  it.each([
    ["1,234.5", 1234.5],
    ["１２００", 1200],
    ["3萬", 30_000],
    ["1.2億", 120_000_000],
    ["1億2000萬", 120_000_000],
    ["2兆3000億", 2_300_000_000_000],
    ["2萬5千", 25_000],
    ["兩萬五千", 25_000],
    ["兩萬五", 25_000],
    ["一千二百三十四", 1234],
    ["一百零五", 105],
    ["三百五", 350],
    ["十二", 12],
    ["二〇二三", 2023],
    ["3만 5천", 35_000],
    ["1억 2천만", 120_000_000],
    ["12 million", 12_000_000],
    ["1.2bn", 1_200_000_000],
    ["two hundred and fifty thousand", 250_000],
    ["twenty-one", 21],
    ["a dozen", 12],
    ["a million", 1_000_000],
    ["seventh", 7],
    ["數百", 100],
    ["數十萬", 100_000],
    ["hundreds of thousands", 100_000],
    ["dozens", 10],
  ])("%s is %d", (text, value) => {
    expect(valuesIn(text)).toEqual([value]);
  });

  it("a whole number of any size has one value in digits, with separators, in full width, and in Chinese", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 99_999_999 }), (value) => {
        const wide = String(value).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        for (const text of [String(value), value.toLocaleString("en"), wide, inChinese(value)])
          expect([text, valuesIn(text)]).toEqual([text, [value]]);
      }),
    );
  });
});

it.each(["one of them", "三三兩兩", "百分", "no numbers here", ""])("%s holds no number of its own", (text) => {
  expect(readNumerals(foldText(text)).filter(({ isPlain }) => isPlain)).toEqual([]);
});

/** As a newsreader would say it. */
function inChinese(value: number): string {
  const [large, small] = [Math.floor(value / 10_000), value % 10_000];
  if (large === 0) return small < 20 ? belowTenThousand(small).replace(/^一十/, "十") : belowTenThousand(small);
  const rest = small === 0 ? "" : (small < 1000 ? "零" : "") + belowTenThousand(small);
  return `${belowTenThousand(large)}萬${rest}`;
}

function belowTenThousand(value: number): string {
  const units = ["千", "百", "十", ""];
  const digits = String(value).padStart(4, "0");
  const text = [...digits]
    .map((digit, at) => (digit === "0" ? "零" : `${"零一二三四五六七八九"[Number(digit)]}${units[at]}`))
    .join("");
  return text.replaceAll(/零+/g, "零").replace(/^零|零$/g, "");
}
