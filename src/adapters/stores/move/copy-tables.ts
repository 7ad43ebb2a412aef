// Copies an archive's tables into a PostgreSQL database, in small transactions that each note how far they came.
import { sql } from "kysely";
import { postgresTextIndex } from "../postgres-text-index.ts";
import { createTokenIndex } from "../postgres-token-index.ts";
import { rebuildIndex } from "../rebuild-index.ts";
import type { Database } from "../tables.ts";
import { insertRows, keyOf, type MovedTable, rowsAfter } from "./moved-table.ts";
import { noteProgress, progressOf } from "./unfinished-move.ts";

// An article has 17 values, and a statement takes 65,535 at most.
const rowsAtOnce = 500;
const indexes = ["headline_index", "body_index"] as const;

/** Copies what is not there yet. `onRows` is told of all rows that are there then, those of an earlier run too. */
export async function copyTables(
  source: Database,
  target: Database,
  tables: readonly MovedTable[],
  onRows: (count: number) => void,
): Promise<void> {
  if (!(await isBegun(target, tables))) await emptyTables(target, tables);
  for (const table of tables) await copyTable(source, target, table, onRows);
  for (const { name, numberedBy } of tables) if (numberedBy !== null) await numberOn(target, name, numberedBy);
}

async function isBegun(target: Database, [first]: readonly MovedTable[]): Promise<boolean> {
  return first !== undefined && (await progressOf(target, first.name)) !== undefined;
}

/** Migrations put rows into some. */
async function emptyTables(target: Database, tables: readonly MovedTable[]): Promise<void> {
  const names = [...tables.map(({ name }) => name), ...indexes].map((name) => sql.table(name));
  await sql`truncate ${sql.join(names)} restart identity`.execute(target);
}

async function copyTable(
  source: Database,
  target: Database,
  table: MovedTable,
  onRows: (count: number) => void,
): Promise<void> {
  let after = await progressOf(target, table.name);
  while (after !== null) {
    const rows = await rowsAfter(source, table, after ?? null, rowsAtOnce);
    const last = rows.length < rowsAtOnce ? undefined : rows.at(-1);
    after = last === undefined ? null : keyOf(table, last);
    const reached = after;
    await target.transaction().execute(async (transaction) => {
      if (rows.length > 0) await insertRows(transaction, table, rows);
      await noteProgress(transaction, table.name, reached);
    });
    onRows(rows.length);
  }
}

/** The database's own numbers go on behind those that were brought along. */
async function numberOn(target: Database, table: string, column: string): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
    (select coalesce(max(${sql.ref(column)}), 0) + 1 from ${sql.table(table)}), false)`.execute(target);
}

/** Makes the search index of the articles that are not in it yet; its own indexes last, which is several times faster. */
export async function indexArticles(target: Database): Promise<void> {
  for (const index of indexes) await sql`drop index if exists ${sql.table(`${index}_by_token`)}`.execute(target);
  await rebuildIndex(target, postgresTextIndex);
  for (const index of indexes) await sql.raw(createTokenIndex(index)).execute(target);
  await sql`analyze`.execute(target);
}
