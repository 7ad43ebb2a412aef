// Picks the store by the scheme of DATABASE_URL.
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { shownDatabase } from "../../language/database-address.ts";
import type { Rebuilding, Snapshot } from "../../ports/backup.ts";
import type { Store } from "../../ports/store.ts";
import { SettingsError, StoreError } from "../../records/errors.ts";
import { beginPostgresRebuilding } from "./backup/postgres-rebuilding.ts";
import { postgresSnapshotOver } from "./backup/postgres-snapshot.ts";
import { beginSqliteRebuilding } from "./backup/sqlite-rebuilding.ts";
import { openSqliteSnapshot } from "./backup/sqlite-snapshot.ts";
import { openPostgresStore, postgresDialect } from "./postgres.ts";
import { openSqliteStore } from "./sqlite.ts";

/**
 * The store at an address such as `sqlite:data/lede.db` (relative to the working folder), `sqlite:/var/lib/lede.db`, `sqlite::memory:`
 * or `postgres://user:password@host/name`, up to date and ready. Makes the folder. Throws SettingsError for an address it can't read, StoreError for a database it can't open.
 */
export async function openStore(databaseUrl: string): Promise<Store> {
  return isPostgresAddress(databaseUrl) ? openPostgresStore(databaseUrl.trim()) : openFile(sqlitePath(databaseUrl));
}

/** Throws StoreError when the address names a file that isn't there: to ask one that was just made would be answered that there is nothing. */
export function refuseMissing(databaseUrl: string): void {
  if (isPostgresAddress(databaseUrl)) return;
  const path = sqlitePath(databaseUrl);
  if (path === ":memory:" || existsSync(path)) return;
  throw new StoreError(
    "store-missing",
    `There is no archive at ${path}. Check DATABASE_URL or --database; \`lede serve\` and \`lede import\` make a new one.`,
  );
}

/** Whether the address is one of PostgreSQL. */
export const isPostgresAddress = (databaseUrl: string): boolean => /^\s*postgres(ql)?:\/\//i.test(databaseUrl);

/** As the archive stands now, for a backup. Throws SettingsError and StoreError. */
export async function openSnapshot(databaseUrl: string): Promise<Snapshot> {
  if (isPostgresAddress(databaseUrl))
    return postgresSnapshotOver(postgresDialect(databaseUrl.trim()), shownDatabase(databaseUrl));
  return openSqliteSnapshot(sqlitePath(databaseUrl));
}

/** Begins an archive at the address, in which nothing may be yet; `schema` is the last migration of the backup. Throws SettingsError, StoreError and LedeError. */
export async function beginRebuilding(databaseUrl: string, schema: string): Promise<Rebuilding> {
  if (isPostgresAddress(databaseUrl))
    return beginPostgresRebuilding(postgresDialect(databaseUrl.trim()), shownDatabase(databaseUrl), schema);
  const path = sqlitePath(databaseUrl);
  await makeFolder(dirname(path));
  return beginSqliteRebuilding(path, schema);
}

/** The file at an address such as `sqlite:data/lede.db`. Throws SettingsError for any other. */
export function sqlitePath(databaseUrl: string): string {
  const [, scheme, rest] = /^([a-z][a-z0-9+]*):(.*)$/i.exec(databaseUrl.trim()) ?? [];
  switch (scheme?.toLowerCase()) {
    case "sqlite":
      return named((rest ?? "").replace(/^\/\/(?=\/|[^/])/, ""));
    case "postgres":
    case "postgresql":
      throw new SettingsError([
        "--from: must be a SQLite file, such as sqlite:data/lede.db. From PostgreSQL an archive is copied by `lede backup` and `lede restore`.",
      ]);
    default:
      throw new SettingsError([
        "DATABASE_URL: must begin with sqlite: or postgres://, such as sqlite:data/lede.db or postgres://lede:password@localhost/lede.",
      ]);
  }
}

function named(path: string): string {
  if (path !== "") return path;
  throw new SettingsError(["DATABASE_URL: the file's name is missing, such as in sqlite:data/lede.db."]);
}

async function openFile(path: string): Promise<Store> {
  if (path !== ":memory:") await makeFolder(dirname(path));
  return openSqliteStore(path);
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw noFolder(folder, error);
  }
}

function noFolder(folder: string, cause: unknown): StoreError {
  const advice = `The folder ${folder} for the database can't be made. Check DATABASE_URL and who may write there.`;
  return new StoreError("store-unreadable", advice, { cause });
}
