// A SQLite database as it stands at one instant: a read transaction, which in WAL mode holds nobody up and is held up by nobody.
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Row, Snapshot, TableShape } from "../../../ports/backup.ts";
import { StoreError } from "../../../records/errors.ts";
import { storeError } from "../sqlite-errors.ts";

const patienceMs = 5000;

/** Opens a snapshot of the file; nothing in it is changed, not even brought up to date. Throws StoreError. */
export function openSqliteSnapshot(path: string): Snapshot {
  if (!existsSync(path))
    throw new StoreError("store-unreadable", `There is no archive at ${path}. Check DATABASE_URL or --database.`);
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { readOnly: true, timeout: patienceMs });
    database.exec("begin");
    return snapshotOver(database, path);
  } catch (error) {
    database?.close();
    throw storeError(error, path);
  }
}

function snapshotOver(database: DatabaseSync, path: string): Snapshot {
  const isArchive = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get() !== undefined;
  if (!isArchive) throw new StoreError("store-unreadable", `${path} is a database, but no archive of Lede's.`);
  const { name: schema } = database.prepare("select max(name) as name from kysely_migration").get() ?? {};
  return {
    schema: String(schema),
    tables: tablesOf(database),
    rows: (table) => rowsOf(database, table, path),
    close: async () => database.close(),
  };
}

// The search index is made of virtual tables and their shadows, and can be made again.
const ownTables = `select list.name from pragma_table_list as list join sqlite_master as made on made.name = list.name
  where list.schema = 'main' and list.type = 'table' and list.name not like 'sqlite\\_%' escape '\\'
    and list.name not like 'kysely\\_%' escape '\\'
  order by made.rowid`;

function tablesOf(database: DatabaseSync): readonly TableShape[] {
  return database
    .prepare(ownTables)
    .all()
    .map(({ name: told }) => {
      const name = String(told);
      const columns = database.prepare("select name from pragma_table_info(?)").all(name);
      const { rows } = database.prepare(`select count(*) as rows from "${name}"`).get() ?? {};
      return { name, columns: columns.map((column) => String(column.name)), rows: Number(rows) };
    });
}

function* rowsOf(database: DatabaseSync, { name, columns }: TableShape, path: string): Generator<Row> {
  const statement = database.prepare(`select ${columns.map((column) => `"${column}"`).join(", ")} from "${name}"`);
  statement.setReturnArrays(true);
  try {
    for (const row of statement.iterate()) yield row as unknown as Row;
  } catch (error) {
    throw storeError(error, path);
  }
}
