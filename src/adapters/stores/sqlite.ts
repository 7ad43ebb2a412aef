// The archive in one SQLite file: opens it, brings it up to date, and puts the store's sections together.
import type { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { Store } from "../../ports/store.ts";
import { coordinated, localCoordination } from "./coordination.ts";
import { migrate } from "./migrations.ts";
import { storeSections } from "./sections.ts";
import { takeServingLock } from "./serving-lock.ts";
import { checkDatabase, databaseSize } from "./sqlite-check.ts";
import { openDatabase } from "./sqlite-connection.ts";
import { sqliteDialect } from "./sqlite-driver.ts";
import { sqliteTextIndex } from "./sqlite-text-index.ts";
import type { Database, Tables } from "./tables.ts";

const lockPatienceMs = 10_000;

/** Opens the database file, or makes it; its folder must exist. `:memory:` is one that ends with the process. Throws StoreError. */
export function openSqliteStore(path: string): Promise<Store> {
  return storeOver(openDatabase(path), lockPatienceMs, () => takeServingLock(path));
}

/**
 * The store over an open database, which it closes in the end. Waits `lockPatienceMs` at most for another process to finish writing;
 * `holdFile`: see `localCoordination`.
 * Throws StoreError when the database can't be brought up to date.
 */
export async function storeOver(
  connection: DatabaseSync,
  lockPatienceMs: number,
  holdFile?: () => (() => void) | null,
): Promise<Store> {
  const database = await migratedDatabase(connection, lockPatienceMs);
  const coordination = localCoordination(holdFile);
  return {
    ...coordinated(storeSections(database, sqliteTextIndex), coordination),
    size: () => databaseSize(database),
    check: () => checkDatabase(database),
    close: async () => {
      await coordination.close();
      await database.destroy();
    },
  };
}

/** The open database, up to date; closed when it can't be. */
export async function migratedDatabase(connection: DatabaseSync, patienceMs = lockPatienceMs): Promise<Database> {
  const database = new Kysely<Tables>({ dialect: sqliteDialect(connection, patienceMs) });
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
