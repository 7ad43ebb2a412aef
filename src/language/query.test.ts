// Searches as people type them, and what they are told when one can not be read.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import { parseQuery } from "./query.ts";

const context = { now: Date.parse("2023-10-10T03:00:00Z"), timeZone: "Asia/Taipei" };
const parse = (text: string) => parseQuery(text, context);
const taipei = (text: string) => Date.parse(`${text}+08:00`);

const nothing = { words: [], phrases: [], without: [], sources: [], tags: [], after: null, before: null };

it("words are separated by spaces, also by the full-width one", () => {
  expect(parse("高雄　智慧城市 LINE")).toEqual({ ...nothing, words: ["高雄", "智慧城市", "LINE"] });
});

it.each(['"智慧城市展"', "「智慧城市展」", "『智慧城市展』", "“智慧城市展”", "＂智慧城市展＂"])(
  "%s is a phrase",
  (text) => {
    expect(parse(text)).toEqual({ ...nothing, phrases: ["智慧城市展"] });
  },
);

it("a quote ends the word before it", () => {
  expect(parse("高雄「智慧城市」展")).toEqual({ ...nothing, words: ["高雄", "展"], phrases: ["智慧城市"] });
});

it("a minus, full-width too, says what must not occur", () => {
  expect(parse('台灣 -棒球 －"中華 隊"')).toEqual({ ...nothing, words: ["台灣"], without: ["棒球", "中華 隊"] });
});

it("a minus inside a word belongs to it", () => {
  expect(parse("COVID-19 -")).toEqual({ ...nothing, words: ["COVID-19"] });
});

it.each(["source:中央社 tag:高雄", "來源：中央社 標籤：高雄", "来源:中央社 标签:高雄", 'SOURCE: 中央社 tag:"高雄"'])(
  "%s asks for a source and a tag",
  (text) => {
    expect(parse(text)).toEqual({ ...nothing, sources: ["中央社"], tags: ["高雄"] });
  },
);

it("a colon after any other word is text", () => {
  expect(parse("Live: https://news.example/a")).toEqual({ ...nothing, words: ["Live:", "https://news.example/a"] });
});

it("an empty query takes everything", () => {
  expect(parse("  ")).toEqual(nothing);
});

describe("dates", () => {
  it.each([
    ["2023-10-01", "2023-10-01T00:00"],
    ["2023/10/1", "2023-10-01T00:00"],
    ["20231001", "2023-10-01T00:00"],
    ["２０２３年１０月１日", "2023-10-01T00:00"],
    ["10月1日", "2023-10-01T00:00"],
    ["2023-10", "2023-10-01T00:00"],
    ["今天", "2023-10-10T00:00"],
    ["昨天", "2023-10-09T00:00"],
    ["Yesterday", "2023-10-09T00:00"],
    ["어제", "2023-10-09T00:00"],
    ["7d", "2023-10-03T11:00"],
    ["7天", "2023-10-03T11:00"],
    ["3小時", "2023-10-10T08:00"],
  ])("after:%s begins at %s in the asker's zone", (date, expected) => {
    expect(parse(`after:${date}`).after).toBe(taipei(expected));
    expect(parse(`之後：${date}`).after).toBe(taipei(expected));
  });

  it("a day begins by summer time where that holds", () => {
    const london = parseQuery("before:2023-10-29", { ...context, timeZone: "Europe/London" });
    expect(london.before).toBe(Date.parse("2023-10-29T00:00:00+01:00"));
  });

  it("of two dates the narrower counts", () => {
    expect(parse("after:2023-10-01 after:2023-10-05").after).toBe(taipei("2023-10-05T00:00"));
  });
});

describe("a query that can't be read", () => {
  it.each([
    ["高雄 after:2023-13-01", "query-bad-date", "▸after:2023-13-01◂"],
    ["before:2023-02-30", "query-bad-date", "▸before:2023-02-30◂"],
    ["高雄 「智慧", "query-open-quote", "高雄 ▸「智慧◂"],
    ["tag:", "query-no-value", "▸tag:◂"],
    ["-tag:高雄", "query-negated-filter", "▸-tag:高雄◂"],
    ["！！！", "query-empty", "▸！！！◂"],
    ["after:2023-10-05 before:2023-10-01", "query-empty-span", "▸before:2023-10-01◂"],
    ["高".repeat(1001), "query-too-long", "▸高◂"],
  ])("%s is answered in every language, with the place", (text, code, place) => {
    const error = faultOf(text);
    expect(error.code).toBe(code);
    for (const locale of locales) expect(error.texts[locale]).toContain(place);
    expect(new Set(Object.values(error.texts)).size).toBe(locales.length);
  });
});

it("no text makes the reader fail in any other way", () => {
  const piece = fc.constantFrom(
    '"',
    "「",
    "」",
    "-",
    ":",
    "：",
    "tag:",
    "after:",
    " ",
    "高",
    "a",
    "7d",
    "😀",
    "\0",
    "*",
    "(",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(piece).map((pieces) => pieces.join("")),
      ),
      (text) => {
        try {
          parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      },
    ),
  );
});

function faultOf(text: string): UserError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`“${text}” was read, though it should not be.`);
}
