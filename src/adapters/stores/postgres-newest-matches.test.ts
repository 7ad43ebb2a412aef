// The newest matches on PostgreSQL, found span by span, beside those found by looking at every row.
import { PGlite } from "@electric-sql/pglite";
import fc from "fast-check";
import { type Expression, PGliteDialect, type SqlBool, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { walkMatches } from "./newest-matches.ts";
import { openPostgresDatabase } from "./postgres.ts";
import { newestPostgresMatches } from "./postgres-newest-matches.ts";
import { postgresTextIndex } from "./postgres-text-index.ts";
import type { Database } from "./tables.ts";
import type { TokenMatch } from "./text-index.ts";

const rowCount = 300;
const rowsApart = 2 ** 14;
const words = ["a", "b", "c", "d"];

let database: Database;

beforeAll(async () => {
  database = await openPostgresDatabase(new PGliteDialect({ pglite: await PGlite.create() }), "PGlite", async () => {});
  const textOf = fc.array(fc.constantFrom(...words, "rest", "more", "other"), { maxLength: 6 });
  const rows = fc.sample(textOf, { numRuns: rowCount, seed: 7 }).map((tokens, place) => ({
    rowid: place * rowsApart,
    tokens: postgresTextIndex.document(tokens),
  }));
  await database.insertInto("body_index").values(rows).execute();
});

afterAll(() => database.destroy());

const phrase = fc.record({
  tokens: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
  endsOpen: fc.boolean(),
});
const match = fc.array(fc.array(phrase, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
const condition = fc
  .nat({ max: rowCount })
  .map((place): readonly Expression<SqlBool>[] => [sql<SqlBool>`body_index.rowid >= ${place * rowsApart}`]);

describe("the newest matches on PostgreSQL", () => {
  it("are those of every row, in whichever span they stand, and as many", async () => {
    await fc.assert(
      fc.asyncProperty(
        match,
        fc.option(match),
        fc.oneof(fc.constant([]), condition),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(0, 5, 60),
        fc.constantFrom(1, 20, 1000),
        async (held: TokenMatch, without, conditions, limit, most, lastRows) => {
          const wanted = { index: "body_index", match: held, without, conditions, limit, most } as const;
          const found = await newestPostgresMatches(database, wanted, lastRows);
          const walked = await walkMatches(database, postgresTextIndex, wanted);
          expect(found.rows).toEqual(walked.rows);
          if (most <= limit) return;
          if (found.isCounted) expect(found).toEqual(walked);
          else {
            // Twenty beyond the page are counted in any case, and there are more.
            expect(found.total).toBeGreaterThanOrEqual(Math.min(most, limit + 20));
            expect(walked.isCounted ? walked.total : Number.POSITIVE_INFINITY).toBeGreaterThan(found.total);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
