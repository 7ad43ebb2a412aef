// A PostgreSQL archive as it stands at one instant: a transaction that only reads, and sees nothing of what others write meanwhile.
import { type Dialect, Kysely, sql } from "kysely";
import type { Row, Snapshot, TableShape } from "../../../ports/backup.ts";
import { StoreError } from "../../../records/errors.ts";
import { refuseUnfinished } from "../move/unfinished-move.ts";
import { guardedDialect } from "../postgres-driver.ts";
import type { Database, Tables } from "../tables.ts";

const rowsAtOnce = 500;

/** Opens a snapshot over a dialect of PostgreSQL, which it closes in the end. `place`: for messages. Throws StoreError. */
export async function postgresSnapshotOver(dialect: Dialect, place: string): Promise<Snapshot> {
  const database = new Kysely<Tables>({ dialect: guardedDialect(dialect, place) });
  try {
    const transaction = await database
      .startTransaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute();
    const close = async () => {
      await transaction.rollback().execute();
      await database.destroy();
    };
    const content = await contentOf(transaction, place).catch(async (error: unknown) => {
      await transaction.rollback().execute();
      throw error;
    });
    return { ...content, rows: (table) => rowsOf(transaction, table), close };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

async function contentOf(database: Database, place: string): Promise<Pick<Snapshot, "schema" | "tables">> {
  const { rows: begun } = await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(database);
  if (begun.length === 0)
    throw new StoreError("store-unreadable", `There is no archive at ${place}. Check DATABASE_URL or --database.`);
  await refuseUnfinished(database, place);
  const { rows } = await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(database);
  const tables: TableShape[] = [];
  for (const name of await ownTables(database)) tables.push(await shapeOf(database, name));
  return { schema: rows[0]?.name ?? "", tables };
}

// In the order in which they were made, so that none refers to a later one. The search index can be made again.
async function ownTables(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'
      and relname not like 'kysely%' and relname not in ('headline_index', 'body_index')
    order by oid`.execute(database);
  return rows.map(({ name }) => name);
}

async function shapeOf(database: Database, name: string): Promise<TableShape> {
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${name} order by ordinal_position`.execute(database);
  const { rows: counts } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(name)}`.execute(
    database,
  );
  return { name, columns: columns.map((column) => column.name), rows: Number(counts[0]?.rows ?? 0) };
}

async function* rowsOf(database: Database, { name, columns }: TableShape): AsyncGenerator<Row> {
  const wanted = sql.join(columns.map((column) => sql.ref(column)));
  await sql`declare backed_up no scroll cursor for select ${wanted} from ${sql.table(name)}`.execute(database);
  for (;;) {
    const { rows } = await sql<Readonly<Record<string, Row[number]>>>`
      fetch ${sql.lit(rowsAtOnce)} from backed_up`.execute(database);
    for (const row of rows) yield columns.map((column) => row[column] ?? null);
    if (rows.length < rowsAtOnce) break;
  }
  await sql`close backed_up`.execute(database);
}
