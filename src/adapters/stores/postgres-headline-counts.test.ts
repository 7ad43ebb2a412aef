// How often a token's headlines are counted on PostgreSQL.
import { PGlite } from "@electric-sql/pglite";
import { PGliteDialect } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPostgresDatabase } from "./postgres.ts";
import { countPostgresHeadlines } from "./postgres-headline-counts.ts";
import { postgresTextIndex } from "./postgres-text-index.ts";
import type { Database } from "./tables.ts";

let database: Database;

beforeAll(async () => {
  database = await openPostgresDatabase(new PGliteDialect({ pglite: await PGlite.create() }), "PGlite", async () => {});
});

afterAll(() => database.destroy());

async function addHeadlines(first: number, count: number, tokens: readonly string[]): Promise<void> {
  const rows = Array.from({ length: count }, (_, place) => ({
    rowid: first + place,
    tokens: postgresTextIndex.document(tokens),
  }));
  await database.insertInto("headline_index").values(rows).execute();
}

const count = async (...tokens: string[]) => [...(await countPostgresHeadlines(database, tokens))];

it("a rare token is counted each time, a common one again after a thousand questions, and one in no headline is left out", async () => {
  await addHeadlines(0, 100, ["common"]);
  await addHeadlines(100, 2, ["rare"]);
  const before = [
    ["common", 100],
    ["rare", 2],
  ];
  expect(await count("common", "none", "rare")).toEqual(before);
  await addHeadlines(102, 1, ["common", "rare"]);
  expect(await count("rare", "common")).toEqual([
    ["rare", 3],
    ["common", 100],
  ]);
  for (let asked = 1; asked < 1000; asked += 1) await count("common");
  expect(await count("common")).toEqual([["common", 101]]);
});
