// The tables of an archive as a move sees them: names, columns and keys, and rows in the order of their keys.
import { type Kysely, sql } from "kysely";
import type { Database } from "../tables.ts";

export interface MovedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key, in order. */
  readonly key: readonly string[];
  /** Whether the database numbers its rows by itself. */
  readonly numberedBy: string | null;
}

export type Key = readonly (string | number | Uint8Array)[];
export type MovedRow = Readonly<Record<string, unknown>>;

/** The tables of a PostgreSQL archive, none before one that it refers to. What is made from the others, such as the search index, is left out. */
export async function movedTables(database: Database): Promise<readonly MovedTable[]> {
  const { rows } = await sql<MovedTable>`
    select relname as name,
      (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns,
      (select array_agg(attname::text order by place) from pg_index
        cross join unnest(indkey::int[]) with ordinality as keys (number, place)
        join pg_attribute on attrelid = indrelid and attnum = number
        where indrelid = pg_class.oid and indisprimary) as key,
      (select attname::text from pg_attribute where attrelid = pg_class.oid and attidentity <> '') as "numberedBy"
    from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'
      and relname not like 'kysely%' and relname <> 'unfinished_move'
      and not exists (select from pg_attribute where attrelid = pg_class.oid and atttypid = 'tsvector'::regtype)
    order by oid`.execute(database);
  return rows;
}

/** Rows after the key, or from the first on; both kinds of database have them in one order. */
export async function rowsAfter(
  database: Database,
  { name, columns, key }: MovedTable,
  after: Key | null,
  limit: number,
): Promise<readonly MovedRow[]> {
  const keyColumns = sql.join(key.map((column) => sql.ref(column)));
  return anyTables(database)
    .selectFrom(name)
    .select([...columns])
    .$if(after !== null, (query) => query.where(sql<boolean>`(${keyColumns}) > (${sql.join(after ?? [])})`))
    .orderBy(keyColumns)
    .limit(limit)
    .execute();
}

/** The key of a row. */
export const keyOf = ({ key }: MovedTable, row: MovedRow): Key =>
  key.map((column) => {
    const value = row[column];
    if (typeof value === "string" || typeof value === "number" || value instanceof Uint8Array) return value;
    throw new TypeError(`A key can't hold a ${typeof value}.`);
  });

export async function countRows(database: Database, { name }: MovedTable): Promise<number> {
  const { count } = await anyTables(database)
    .selectFrom(name)
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertRows(database: Database, { name }: MovedTable, rows: readonly MovedRow[]): Promise<void> {
  await anyTables(database)
    .insertInto(name)
    .values([...rows])
    .execute();
}

// The schema tells the names here, not the types.
const anyTables = (database: Database) => database as unknown as Kysely<Record<string, Record<string, unknown>>>;
