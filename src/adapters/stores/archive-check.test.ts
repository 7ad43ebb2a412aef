// An archive whose tables tell of different articles is not sound, on either database.
import { PGlite } from "@electric-sql/pglite";
import { PGliteDialect } from "kysely";
import { expect, it } from "vitest";
import { anEntry } from "../../../test/conformance/store-fixtures.ts";
import type { Store } from "../../ports/store.ts";
import { postgresStoreOver } from "./postgres.ts";
import { storeOver } from "./sqlite.ts";
import { openDatabase } from "./sqlite-connection.ts";

async function onSqlite(): Promise<readonly [Store, (sql: string) => Promise<unknown>]> {
  const connection = openDatabase(":memory:");
  const store = await storeOver(connection, 0);
  return [store, async (sql) => connection.exec(sql)];
}

async function onPostgres(): Promise<readonly [Store, (sql: string) => Promise<unknown>]> {
  const pglite = await PGlite.create();
  return [await postgresStoreOver(new PGliteDialect({ pglite }), "pglite"), (sql) => pglite.exec(sql)];
}

it.each([
  [onSqlite, "update articles set story_id = 'gone' where id = 'id-一'", "1 articles belong to stories that are gone."],
  [onSqlite, "delete from headline_beginnings", "2 articles, but 0 headlines for suggestions."],
  [
    onPostgres,
    "update articles set story_id = 'gone' where id = 'id-一'",
    "1 articles belong to stories that are gone.",
  ],
  [onPostgres, "delete from headline_beginnings", "2 articles, but 0 headlines for suggestions."],
  [onPostgres, "update headline_index set tokens = ''", "2 articles, but 0 headlines and 2 texts in the search index."],
])("%o after %s: %s", async (open, damage, problem) => {
  const [store, execute] = await open();
  await store.archive([anEntry("一"), anEntry("二")]);
  expect(await store.check()).toEqual([]);
  await execute(damage);
  expect(await store.check()).toEqual([problem]);
  await store.close();
});
