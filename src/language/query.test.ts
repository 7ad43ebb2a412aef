// Searches as people type them, and what they are told when one can not be read.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import type { Term } from "../records/query.ts";
import { parseQuery } from "./query.ts";

const context = { now: Date.parse("2023-10-10T03:00:00Z"), timeZone: "Asia/Taipei" };
const parse = (text: string) => parseQuery(text, context);
const taipei = (text: string) => Date.parse(`${text}+08:00`);

const nothing = { clauses: [], without: [], after: null, before: null };
const term = (kind: Term["kind"], text: string): Term => ({ kind, text });
const words = (...texts: readonly string[]) => texts.map((text) => [term("word", text)]);

it("words are separated by spaces, also by the full-width one", () => {
  expect(parse("高雄　智慧城市 LINE")).toEqual({ ...nothing, clauses: words("高雄", "智慧城市", "LINE") });
});

it.each(['"智慧城市展"', "「智慧城市展」", "『智慧城市展』", "“智慧城市展”", "＂智慧城市展＂"])(
  "%s is a phrase",
  (text) => {
    expect(parse(text)).toEqual({ ...nothing, clauses: [[term("phrase", "智慧城市展")]] });
  },
);

it("a quote ends the word before it", () => {
  const clauses = [...words("高雄"), [term("phrase", "智慧城市")], ...words("展")];
  expect(parse("高雄「智慧城市」展")).toEqual({ ...nothing, clauses });
});

it("a minus, full-width too, says what must not occur", () => {
  const without = [term("word", "棒球"), term("phrase", "中華 隊"), term("tag", "體育"), term("source", "bbc")];
  expect(parse('台灣 -棒球 －"中華 隊" -tag:體育 -來源:bbc')).toEqual({ ...nothing, clauses: words("台灣"), without });
});

it("a minus inside a word belongs to it", () => {
  expect(parse("COVID-19 -")).toEqual({ ...nothing, clauses: words("COVID-19") });
});

it.each(["source:中央社 tag:高雄", "來源：中央社 標籤：高雄", "来源:中央社 标签:高雄", 'SOURCE: 中央社 tag:"高雄"'])(
  "%s asks for a source and a tag",
  (text) => {
    expect(parse(text)).toEqual({ ...nothing, clauses: [[term("source", "中央社")], [term("tag", "高雄")]] });
  },
);

it("a colon after any other word is text", () => {
  expect(parse("Live: https://news.example/a")).toEqual({
    ...nothing,
    clauses: words("Live:", "https://news.example/a"),
  });
});

it("OR and | stand between alternatives of any kind, and bind closer than the space", () => {
  expect(parse("颱風 OR 地震 | tag:天氣 高雄")).toEqual({
    ...nothing,
    clauses: [[term("word", "颱風"), term("word", "地震"), term("tag", "天氣")], ...words("高雄")],
  });
  expect(parse('or "OR" more')).toMatchObject({ clauses: [...words("or"), [term("phrase", "OR")], ...words("more")] });
});

it.each(["颱風|地震", "颱風 或 地震", "颱風 또는 地震", "颱風｜地震"])("%s is either", (text) => {
  expect(parse(text)).toEqual({ ...nothing, clauses: [[term("word", "颱風"), term("word", "地震")]] });
});

it("AND is what a space is, NOT what a minus is", () => {
  expect(parse("高雄 AND 典禮 NOT 棒球")).toEqual(parse("高雄 典禮 -棒球"));
  expect(parse("AND NOT")).toEqual({ ...nothing, clauses: words("AND", "NOT") });
});

it("sources are alternatives of one another, as languages are; tags must all hold", () => {
  expect(parse("source:cna tag:a lang:zh source:bbc tag:b 語言:日文").clauses).toEqual([
    [term("source", "cna"), term("source", "bbc")],
    [term("tag", "a")],
    [term("language", "zh"), term("language", "ja")],
    [term("tag", "b")],
  ]);
});

it.each(["#高雄", "＃高雄", "tag:高雄"])("%s is a tag", (text) => {
  expect(parse(text).clauses).toEqual([[term("tag", "高雄")]]);
});

it("a lone # or one inside a word is text", () => {
  expect(parse("# C#").clauses).toEqual(words("C#"));
});

it.each([
  ["lang:zh", "zh"],
  ["lang:zh-TW", "zh-hant"],
  ["語言:繁體中文", "zh-hant"],
  ["语言:简体", "zh-hans"],
  ["lang:Japanese", "ja"],
  ["言語:韓国語", "ko"],
  ["언어:영어", "en"],
  ["lang:德文", "de"],
])("%s asks for %s", (text, language) => {
  expect(parse(text).clauses).toEqual([[term("language", language)]]);
});

it.each(["last:7d", "最近:7天", "最近:七天", "最近:一週", "過去：1週", "直近:7日"])(
  "%s reaches seven days back",
  (text) => {
    expect(parse(text)).toEqual({ ...nothing, after: context.now - 7 * 86_400_000 });
  },
);

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
    ["三天前", "2023-10-07T11:00"],
    ['"3 days ago"', "2023-10-07T11:00"],
    ["兩週", "2023-09-26T11:00"],
    ["十年", "2013-10-12T11:00"],
    ["2023", "2023-01-01T00:00"],
    ["2022年", "2022-01-01T00:00"],
    ["10月", "2023-10-01T00:00"],
    ["十月一日", "2023-10-01T00:00"],
    ["112年10月1日", "2023-10-01T00:00"],
    ["民國112年", "2023-01-01T00:00"],
    ["上週", "2023-10-02T00:00"],
    ['"this week"', "2023-10-09T00:00"],
    ["上個月", "2023-09-01T00:00"],
    ["今年", "2023-01-01T00:00"],
    ["去年", "2022-01-01T00:00"],
    ["星期一", "2023-10-09T00:00"],
    ["週二", "2023-10-10T00:00"],
    ["Wednesday", "2023-10-04T00:00"],
    ["上週三", "2023-10-04T00:00"],
    ["金曜日", "2023-10-06T00:00"],
    ["วันศุกร์", "2023-10-06T00:00"],
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
    ["-after:7d", "query-negated-date", "▸-after:7d◂"],
    ["OR 高雄", "query-lone-or", "▸OR◂"],
    ["高雄 OR", "query-lone-or", "高雄 ▸OR◂"],
    ["高雄 OR OR 台北", "query-lone-or", "高雄 OR ▸OR◂"],
    ["高雄 OR -台北", "query-no-alternative", "高雄 OR ▸-台北◂"],
    ["高雄 OR after:7d", "query-no-alternative", "高雄 OR ▸after:7d◂"],
    ["高雄 sorce:cna", "query-unknown-filter", "高雄 ▸sorce:cna◂"],
    ["作者:王大明", "query-unknown-filter", "▸作者:王大明◂"],
    ["-title:x", "query-unknown-filter", "▸-title:x◂"],
    ["lang:火星文", "query-bad-language", "▸lang:火星文◂"],
    ["last:昨天", "query-bad-span", "▸last:昨天◂"],
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
    "#",
    "lang:",
    "OR ",
    "|",
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
