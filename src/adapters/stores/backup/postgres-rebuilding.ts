// A PostgreSQL archive made from a backup, of either database: in one transaction, so that it is there whole or not at all.
import { type Dialect, Kysely, sql } from "kysely";
import type { Rebuilding, Row, TableShape } from "../../../ports/backup.ts";
import { ParseError, StoreError } from "../../../records/errors.ts";
import { migrate, migrateTo } from "../migrations.ts";
import { checkDatabase } from "../postgres-check.ts";
import { guardedDialect } from "../postgres-driver.ts";
import { postgresTextIndex } from "../postgres-text-index.ts";
import { rebuildIndex } from "../rebuild-index.ts";
import type { Database, Tables } from "../tables.ts";
import { countAsSent } from "./count-as-sent.ts";

// Before that, articles had row numbers that only SQLite's migration mends.
const oldestSchema = "006-search";
// A statement takes 65,535 values.
const mostValues = 30_000;

/** Begins an archive over a dialect of PostgreSQL, which is closed in the end. Throws StoreError when one is there, or the schema is none that can be made. */
export async function beginPostgresRebuilding(dialect: Dialect, place: string, schema: string): Promise<Rebuilding> {
  const database = new Kysely<Tables>({ dialect: guardedDialect(dialect, place) });
  try {
    await refuseTaken(database, place);
    refuseOld(schema);
    const transaction = await database.startTransaction().execute();
    const end = async (how: "commit" | "rollback") => {
      await transaction[how]().execute();
      await database.destroy();
    };
    try {
      await migrateTo(transaction, schema);
      for (const { name } of await columnsOf(transaction))
        await sql`delete from ${sql.table(name)}`.execute(transaction);
    } catch (error) {
      await end("rollback");
      throw error;
    }
    const known = new Map((await columnsOf(transaction)).map(({ name, columns }) => [name, new Set(columns)]));
    return {
      insert: (table, rows) => insertRows(transaction, table, rows, known.get(table.name)),
      finish: async (sentUntil) => {
        await complete(transaction, sentUntil);
        await end("commit");
      },
      abandon: () => end("rollback"),
    };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

async function refuseTaken(database: Database, place: string): Promise<void> {
  const { rows } = await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(database);
  if (rows.length > 0)
    throw new StoreError(
      "store-exists",
      `${place} has an archive already, which is left as it is. Name an empty database, or an empty schema of one.`,
    );
}

function refuseOld(schema: string): void {
  if (schema < oldestSchema)
    throw new StoreError(
      "store-failed",
      "This backup is of a Lede too old for PostgreSQL: restore it to a SQLite file, back that up, and restore the new backup. Nothing was changed.",
    );
}

/** The tables that a backup may hold, with their columns. */
async function columnsOf(
  database: Database,
): Promise<readonly { readonly name: string; readonly columns: readonly string[] }[]> {
  const { rows } = await sql<{ name: string; columns: readonly string[] }>`
    select table_name::text as name, array_agg(column_name::text) as columns from information_schema.columns
    where table_schema = current_schema() and table_name not like 'kysely%'
      and table_name not in ('headline_index', 'body_index')
    group by table_name`.execute(database);
  return rows;
}

async function insertRows(
  database: Database,
  { name, columns }: TableShape,
  rows: readonly Row[],
  known: ReadonlySet<string> | undefined,
): Promise<void> {
  if (known === undefined || columns.some((column) => !known.has(column)))
    throw new ParseError(`The backup has a table ${name} that its own version of Lede did not have: it is damaged.`);
  const into = sql`${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))})`;
  const atOnce = Math.floor(mostValues / columns.length);
  for (let start = 0; start < rows.length; start += atOnce) {
    const values = rows.slice(start, start + atOnce).map((row) => sql`(${sql.join([...row])})`);
    await sql`insert into ${into} values ${sql.join(values)}`.execute(database);
  }
}

async function complete(database: Database, sentUntil: number | null): Promise<void> {
  await migrate(database);
  await continueNumbers(database);
  const { rows } = await sql`select 1 from headline_index limit 1`.execute(database);
  if (rows.length === 0) await rebuildIndex(database, postgresTextIndex);
  if (sentUntil !== null) await countAsSent(database, sentUntil);
  const problems = await checkDatabase(database);
  if (problems.length > 0)
    throw new StoreError("store-failed", `The restored archive is not sound: ${problems.join("; ")}`);
}

/** The database goes on numbering after the rows that brought their numbers with them. */
async function continueNumbers(database: Database): Promise<void> {
  const { rows } = await sql<{ name: string; column: string }>`
    select table_name::text as name, column_name::text as column from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(database);
  for (const { name, column } of rows)
    await sql`select setval(pg_get_serial_sequence(${name}, ${column}), max(${sql.ref(column)}))
      from ${sql.table(name)} having max(${sql.ref(column)}) > 0`.execute(database);
}
