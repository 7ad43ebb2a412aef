import type { Kysely } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anEntry, noon } from "../../../test/conformance/store-fixtures.ts";
import { parseQuery } from "../../language/query.ts";
import { walkMatches } from "./newest-matches.ts";
import { searchOf } from "./search-expression.ts";
import { storeSections } from "./sections.ts";
import { migratedDatabase } from "./sqlite.ts";
import { openDatabase } from "./sqlite-connection.ts";
import { newestSqliteMatches } from "./sqlite-newest-matches.ts";
import { sqliteTextIndex } from "./sqlite-text-index.ts";
import type { Tables } from "./tables.ts";
import type { IndexName } from "./text-index.ts";

let database: Kysely<Tables>;

// What may stand where 2024年 is looked for: it itself in a few guises, and what is only like it.
const texts = [
  ...["2024年度預算", "2024 年", "１２月，2024年底", "12024年", "2024，年報", "2024 ABC 年", "2024新年", "二〇二四年"],
  ...["今天，年輕人", "今天年輕人", "今天 2024", "年初 2024", "2024：（年）", "2024 😀 年", "「2024」年節"],
];

beforeAll(async () => {
  database = await migratedDatabase(openDatabase(":memory:"));
  // So many headlines with 年 that FTS5 would take longer than to read the texts.
  const entries = Array.from({ length: 9000 }, (_, number) => {
    const text = `${"前言 ".repeat(number % 3)}${texts[number % texts.length]} 後記`;
    const headline = number % 50 === 7 ? `新年 ${texts[(number * 7) % texts.length]} 去年` : "新年去年";
    return anEntry(String(number), { headline, text, publishedAt: noon + number * 60_000, tags: [] });
  });
  const store = storeSections(database, sqliteTextIndex);
  for (let start = 0; start < entries.length; start += 500) await store.archive(entries.slice(start, start + 500));
}, 120_000);

afterAll(() => database.destroy());

async function bothWays(typed: string, index: IndexName, limit: number, most: number) {
  const search = searchOf(parseQuery(typed, { now: noon, timeZone: "Asia/Taipei" }), () => []);
  if (search === null) throw new RangeError("nothing is asked for");
  const { match, without } = search;
  const wanted = { index, match, without, conditions: [], limit, most };
  return {
    read: await newestSqliteMatches(database, sqliteTextIndex, wanted),
    walked: await walkMatches(database, sqliteTextIndex, wanted),
  };
}

it.each([
  "2024年",
  "12024年",
  '"2024 年"',
  '"今天 年"',
  '"abc 年"',
  '"今天 2024 年"',
  "2024年 後記",
  "2024年 -預算",
  "2024年 OR 前言",
  "2023年",
])("%s finds the same rows as FTS5, in headlines and texts, and says no more than it counted", async (typed) => {
  for (const index of ["headline_index", "body_index"] as const) {
    const { read, walked } = await bothWays(typed, index, 10, 1000);
    expect(read.rows).toEqual(walked.rows);
    expect(read.total).toBeLessThanOrEqual(walked.total);
    expect(read.isCounted ? read.total : read.total + 1).toBeLessThanOrEqual(walked.total + (walked.isCounted ? 0 : 1));
    if (read.isCounted) expect(read).toEqual(walked);
  }
});

it("what is common is counted a little beyond the page, and the next page goes on where the first ended", async () => {
  const first = (await bothWays("2024年", "body_index", 10, 1000)).read;
  const second = (await bothWays("2024年", "body_index", 20, 1000)).read;
  expect(first).toMatchObject({ total: 30, isCounted: false });
  expect(second.rows.slice(0, 10)).toEqual(first.rows);
  expect(second.rows).toHaveLength(20);
});
