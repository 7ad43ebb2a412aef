// The whole archive into one file, and back: articles, subscriptions, the ledger, all that the store may not lose.
import { rm } from "node:fs/promises";
import { type BackupHead, readBackup, writeBackup } from "./adapters/stores/backup/backup-file.ts";
import { refuseTaken, takeFinalName } from "./adapters/stores/backup/final-name.ts";
import { beginRebuilding, openSnapshot } from "./adapters/stores/open-store.ts";
import type { Rebuilding, Row, TableShape } from "./ports/backup.ts";

/** How the work goes on: the rows in all, then each of them. */
export interface RowProgress {
  readonly begin: (rows: number) => void;
  readonly step: () => void;
}

export interface BackupReport {
  readonly rows: number;
  readonly articles: number;
  /** The last migration that the database had. */
  readonly schema: string;
  /** The instant that the backup is of, epoch milliseconds. */
  readonly madeAt: number;
}

// Enough to make a transaction worth its cost, few enough to be kept in memory.
const rowsAtOnce = 1000;

/**
 * Backs the archive up as it stands now, while others write. The file is read back before it gets its name. Throws LedeError when the file is
 * there already, StoreError, or what the file system says.
 */
export async function backupArchive(
  databaseUrl: string,
  file: string,
  now: number,
  progress: RowProgress,
): Promise<BackupReport> {
  refuseTaken(file);
  const unfinished = `${file}.unfinished`;
  const snapshot = await openSnapshot(databaseUrl);
  try {
    progress.begin(reportOf({ ...snapshot, madeAt: now }).rows);
    await writeBackup(unfinished, snapshot, now, progress.step);
    const { head, rows } = await readBackup(unfinished);
    for await (const _ of rows);
    await takeFinalName(unfinished, file);
    return reportOf(head);
  } finally {
    await snapshot.close();
    await rm(unfinished, { force: true });
  }
}

/**
 * Makes an archive from the backup where none is. `sentUntil`: what was published until then counts as sent. Throws LedeError when something is
 * there already, ParseError for a damaged backup, StoreError for one of a newer Lede; then nothing is changed.
 */
export async function restoreArchive(
  file: string,
  databaseUrl: string,
  sentUntil: number | null,
  progress: RowProgress,
): Promise<BackupReport> {
  const { head, rows } = await readBackup(file);
  const rebuilding = await beginRebuilding(databaseUrl, head.schema);
  try {
    progress.begin(reportOf(head).rows);
    await insertAll(rows, rebuilding, progress.step);
    await rebuilding.finish(sentUntil);
  } catch (error) {
    await rebuilding.abandon();
    throw error;
  }
  return reportOf(head);
}

async function insertAll(
  rows: AsyncIterable<{ readonly table: TableShape; readonly row: Row }>,
  rebuilding: Rebuilding,
  onRow: () => void,
): Promise<void> {
  let batch: Row[] = [];
  let last: TableShape | null = null;
  const flush = async () => {
    if (last !== null && batch.length > 0) await rebuilding.insert(last, batch);
    batch = [];
  };
  for await (const { table, row } of rows) {
    if (table !== last || batch.length === rowsAtOnce) await flush();
    last = table;
    batch.push(row);
    onRow();
  }
  await flush();
}

function reportOf({ schema, madeAt, tables }: BackupHead): BackupReport {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { rows, articles: tables.find(({ name }) => name === "articles")?.rows ?? 0, schema, madeAt };
}
