// Picks the store by the scheme of DATABASE_URL.
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Store } from "../../ports/store.ts";
import { SettingsError, StoreError } from "../../records/errors.ts";
import { openSqliteStore } from "./sqlite.ts";

/**
 * The store at an address such as `sqlite:data/lede.db` (relative to the working folder), `sqlite:/var/lib/lede.db` or `sqlite::memory:`,
 * up to date and ready. Makes the folder. Throws SettingsError for an address it can't read, StoreError for a database it can't open.
 */
export async function openStore(databaseUrl: string): Promise<Store> {
  const [, scheme, rest] = /^([a-z][a-z0-9+]*):(.*)$/i.exec(databaseUrl.trim()) ?? [];
  switch (scheme?.toLowerCase()) {
    case "sqlite":
      return openFile((rest ?? "").replace(/^\/\/(?=\/|[^/])/, ""));
    case "postgres":
    case "postgresql":
      throw new SettingsError([
        "DATABASE_URL: PostgreSQL is not available yet. Use a file, such as sqlite:data/lede.db.",
      ]);
    default:
      throw new SettingsError(["DATABASE_URL: must begin with sqlite:, such as sqlite:data/lede.db."]);
  }
}

async function openFile(path: string): Promise<Store> {
  if (path === "")
    throw new SettingsError(["DATABASE_URL: the file's name is missing, such as in sqlite:data/lede.db."]);
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
