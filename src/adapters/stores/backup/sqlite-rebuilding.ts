// A SQLite archive made from a backup: in a file beside its final one, without care for a crash until it is whole.
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import type { Rebuilding, Row, TableShape } from "../../../ports/backup.ts";
import { ParseError, StoreError } from "../../../records/errors.ts";
import { migrate, migrateTo } from "../migrations.ts";
import { rebuildIndex } from "../rebuild-index.ts";
import { checkDatabase } from "../sqlite-check.ts";
import { sqliteDialect } from "../sqlite-driver.ts";
import { storeError } from "../sqlite-errors.ts";
import { mergeSome } from "../sqlite-merging.ts";
import { sqliteTextIndex } from "../sqlite-text-index.ts";
import type { Database, Tables } from "../tables.ts";
import { countAsSent } from "./count-as-sent.ts";
import { refuseTaken, takeFinalName } from "./final-name.ts";

/** Begins an archive at the path, with the tables of that schema. Throws StoreError when something is there, or the schema is a newer one. */
export async function beginSqliteRebuilding(path: string, schema: string): Promise<Rebuilding> {
  refuseRemains(path);
  const unfinished = `${path}.restoring`;
  await removeDatabase(unfinished);
  const connection = openForMaking(unfinished);
  const database = new Kysely<Tables>({ dialect: sqliteDialect(connection, 0) });
  const abandon = async () => {
    await database.destroy();
    await removeDatabase(unfinished);
  };
  try {
    await migrateTo(database, schema);
    emptyTables(connection);
  } catch (error) {
    await abandon();
    throw error;
  }
  return {
    insert: async (table, rows) => insertRows(connection, table, rows, unfinished),
    finish: async (sentUntil) => {
      await completeDatabase(database, sentUntil);
      await database.destroy();
      refuseRemains(path);
      await takeFinalName(unfinished, path);
    },
    abandon,
  };
}

/** SQLite would take another database's log for this one's. */
function refuseRemains(path: string): void {
  refuseTaken(path);
  const remains = ["-wal", "-journal"].map((end) => path + end).find((file) => existsSync(file));
  if (remains !== undefined)
    throw new StoreError(
      "store-exists",
      `${remains} is left from another database at this place. Move it away with the rest of that one, or restore to another path.`,
    );
}

async function removeDatabase(path: string): Promise<void> {
  for (const end of ["", "-wal", "-shm", "-journal"]) await rm(path + end, { force: true });
}

function openForMaking(path: string): DatabaseSync {
  try {
    const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
    // What a crash leaves is thrown away, so nothing needs to reach the disk before the end.
    database.exec("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -64000");
    return database;
  } catch (error) {
    throw storeError(error, path);
  }
}

/** Migrations put rows into some: those of the backup take their place. */
function emptyTables(connection: DatabaseSync): void {
  const tables = connection
    .prepare("select name from pragma_table_list where schema = 'main' and type = 'table'")
    .all()
    .map(({ name }) => String(name));
  for (const name of tables) if (!/^(sqlite|kysely)_/.test(name)) connection.exec(`delete from "${name}"`);
}

function insertRows(connection: DatabaseSync, table: TableShape, rows: readonly Row[], path: string): void {
  const statement = insertInto(connection, table);
  try {
    connection.exec("begin");
    for (const row of rows) statement.run(...row);
    connection.exec("commit");
  } catch (error) {
    throw storeError(error, path);
  }
}

function insertInto(connection: DatabaseSync, { name, columns }: TableShape) {
  const present = connection.prepare("select name from pragma_table_info(?)").all(name);
  const known = new Set(present.map((column) => String(column.name)));
  if (known.size === 0 || columns.some((column) => !known.has(column)))
    throw new ParseError(`The backup has a table ${name} that its own version of Lede did not have: it is damaged.`);
  const names = columns.map((column) => `"${column}"`).join(", ");
  return connection.prepare(`insert into "${name}" (${names}) values (${columns.map(() => "?").join(", ")})`);
}

async function completeDatabase(database: Database, sentUntil: number | null): Promise<void> {
  await migrate(database);
  const { rows } = await sql`select 1 from headline_index_docsize limit 1`.execute(database);
  // A backup from before the index had its form was given one by its migration.
  if (rows.length === 0) await rebuildIndex(database, sqliteTextIndex);
  while (await mergeSome(database));
  if (sentUntil !== null) await countAsSent(database, sentUntil);
  const problems = await checkDatabase(database);
  if (problems.length > 0)
    throw new StoreError("store-failed", `The restored archive is not sound: ${problems.join("; ")}`);
}
