// The archive in one SQLite file: opens it, brings it up to date, and puts the store's sections together.
import type { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import type { Store } from "../../ports/store.ts";
import { addedSourceSection } from "./added-source-section.ts";
import { articleSection } from "./article-section.ts";
import { cacheSection } from "./cache-section.ts";
import { migrate } from "./migrations.ts";
import { outboxSection } from "./outbox-section.ts";
import { pushSection } from "./push-section.ts";
import { searchSection } from "./search-section.ts";
import { sourceSection } from "./source-section.ts";
import { openDatabase } from "./sqlite-connection.ts";
import { sqliteDialect } from "./sqlite-driver.ts";
import { sqliteTextIndex } from "./sqlite-text-index.ts";
import { subscriptionSection } from "./subscription-section.ts";
import type { Database, Tables } from "./tables.ts";
import { trailSection } from "./trail-section.ts";

const lockPatienceMs = 10_000;

/** Opens the database file, or makes it; its folder must exist. `:memory:` is one that ends with the process. Throws StoreError. */
export function openSqliteStore(path: string): Promise<Store> {
  return storeOver(openDatabase(path), lockPatienceMs);
}

/**
 * The store over an open database, which it closes in the end. Waits `lockPatienceMs` at most for another process to finish writing.
 * Throws StoreError when the database can't be brought up to date.
 */
export async function storeOver(connection: DatabaseSync, lockPatienceMs: number): Promise<Store> {
  const database = new Kysely<Tables>({ dialect: sqliteDialect(connection, lockPatienceMs) });
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return {
    ...sourceSection(database),
    ...addedSourceSection(database),
    ...articleSection(database, sqliteTextIndex),
    ...searchSection(database, sqliteTextIndex),
    ...subscriptionSection(database, sqliteTextIndex),
    ...outboxSection(database),
    ...cacheSection(database),
    ...pushSection(database),
    ...trailSection(database, sqliteTextIndex),
    check: () => checkDatabase(database),
    close: () => database.destroy(),
  };
}

async function checkDatabase(database: Database): Promise<readonly string[]> {
  const { rows: faults } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(database);
  const { rows: orphans } = await sql<{ table: string }>`pragma foreign_key_check`.execute(database);
  const { rows: counts } = await sql<{ articles: number; headlines: number; bodies: number }>`
    select (select count(*) from articles) as articles, (select count(*) from headline_index_docsize) as headlines,
      (select count(*) from body_index_docsize) as bodies`.execute(database);
  return [
    ...faults.map((row) => row.integrity_check).filter((fault) => fault !== "ok"),
    ...new Set(orphans.map((row) => `The table ${row.table} refers to rows that are gone.`)),
    ...counts
      .filter(({ articles, headlines, bodies }) => articles !== headlines || articles !== bodies)
      .map(
        ({ articles, headlines, bodies }) =>
          `${articles} articles, but ${headlines} headlines and ${bodies} texts in the search index.`,
      ),
  ];
}
