// Moves a whole archive to PostgreSQL: articles, subscriptions, ledger and all. It can be stopped and goes on; in the end both are compared.
import { existsSync } from "node:fs";
import { shownDatabase } from "../../../language/database-address.ts";
import { SettingsError, StoreError } from "../../../records/errors.ts";
import { openPostgresDatabase, postgresDialect } from "../postgres.ts";
import { checkDatabase } from "../postgres-check.ts";
import { takeServingLock } from "../serving-lock.ts";
import { migratedDatabase } from "../sqlite.ts";
import { openDatabase } from "../sqlite-connection.ts";
import type { Database } from "../tables.ts";
import { type ComparedTable, compareTable } from "./compare-tables.ts";
import { copyTables, indexArticles } from "./copy-tables.ts";
import { countRows, movedTables } from "./moved-table.ts";
import { forgetProgress, markFinished, markUnfinished, refuseAnother } from "./unfinished-move.ts";

/** Told as it goes: how many rows there are to do in all, then how many were done. */
export interface MoveProgress {
  readonly begin: (rows: number) => void;
  readonly step: (rows: number) => void;
}

/** Each table as it stands at the new place, the same as at the old one. */
export interface MoveReport {
  readonly tables: readonly Omit<ComparedTable, "isSame">[];
  readonly rows: number;
}

/**
 * Moves the archive of the file into the database, which must be empty or hold a part of this very move. The file is brought up to date, and
 * nobody serves or writes it meanwhile; what it holds stays as it is. Throws SettingsError and StoreError; given again, it goes on where it stopped.
 */
export async function moveArchive(path: string, to: string, progress: MoveProgress): Promise<MoveReport> {
  if (!/^postgres(ql)?:\/\//i.test(to))
    throw new SettingsError(["--to: must begin with postgres://, such as postgres://lede:password@localhost/lede."]);
  if (!existsSync(path))
    throw new StoreError("store-unreadable", `There is no archive at ${path}. Check --from or DATABASE_URL.`);
  const release = takeServingLock(path);
  if (release === null)
    throw new StoreError(
      "store-locked",
      `A desk is serving ${path}: what it sent from now on would be sent again by the moved one. Stop it first.`,
    );
  try {
    return await moveFile(path, to, progress);
  } finally {
    release();
  }
}

async function moveFile(path: string, to: string, progress: MoveProgress): Promise<MoveReport> {
  const source = await migratedDatabase(openDatabase(path));
  try {
    const target = await openTarget(path, to);
    try {
      return await moveBetween(source, target, progress);
    } finally {
      await target.destroy();
    }
  } finally {
    await source.destroy();
  }
}

function openTarget(from: string, to: string): Promise<Database> {
  return openPostgresDatabase(postgresDialect(to), shownDatabase(to), async (database, place) => {
    await refuseAnother(database, place, from);
    await markUnfinished(database, from);
  });
}

/** As `moveArchive`, between open databases of the same version; the second is marked as unfinished. */
export async function moveBetween(source: Database, target: Database, progress: MoveProgress): Promise<MoveReport> {
  const tables = await movedTables(target);
  // One transaction over it all: what is copied is what is compared.
  const compared = await source.transaction().execute(async (frozen) => {
    let rows = 0;
    for (const table of tables) rows += await countRows(frozen, table);
    progress.begin(2 * rows);
    await copyTables(frozen, target, tables, progress.step);
    await indexArticles(target);
    const all: ComparedTable[] = [];
    for (const table of tables) all.push(await compareTable(frozen, target, table, progress.step));
    return all;
  });
  await refuseDifferent(target, compared);
  await markFinished(target);
  const told = compared.map(({ name, rows, digest }) => ({ name, rows, digest }));
  return { tables: told, rows: told.reduce((sum, { rows }) => sum + rows, 0) };
}

async function refuseDifferent(target: Database, compared: readonly ComparedTable[]): Promise<void> {
  const different = compared.filter(({ isSame }) => !isSame).map(({ name }) => name);
  if (different.length > 0) {
    await forgetProgress(target);
    throw new StoreError(
      "store-differs",
      `Not the same at both places: ${different.join(", ")}. The archive was changed since the move began. Stop the desk and give \`lede move\` again: it begins anew.`,
    );
  }
  const problems = await checkDatabase(target);
  if (problems.length > 0)
    throw new StoreError("store-differs", `The moved archive is not sound: ${problems.join("; ")}`);
}
