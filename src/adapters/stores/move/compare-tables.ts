// Holds two archives against each other: as many rows in each table, and the same in them.
import { createHash } from "node:crypto";
import type { Database } from "../tables.ts";
import { type Key, keyOf, type MovedTable, rowsAfter } from "./moved-table.ts";
import { jsonOf } from "./unfinished-move.ts";

const rowsAtOnce = 1000;

export interface ComparedTable {
  readonly name: string;
  readonly rows: number;
  /** SHA-256 of all rows in the order of their keys. */
  readonly digest: string;
  readonly isSame: boolean;
}

/** Reads both to the end. */
export async function compareTable(
  source: Database,
  target: Database,
  table: MovedTable,
  onRows: (count: number) => void,
): Promise<ComparedTable> {
  const [given, kept] = [await digestOf(source, table, onRows), await digestOf(target, table, () => {})];
  return { name: table.name, ...kept, isSame: given.rows === kept.rows && given.digest === kept.digest };
}

async function digestOf(database: Database, table: MovedTable, onRows: (count: number) => void) {
  const digest = createHash("sha256");
  let rows = 0;
  for (let after: Key | null = null; ; ) {
    const some = await rowsAfter(database, table, after, rowsAtOnce);
    for (const row of some) digest.update(`${JSON.stringify(table.columns.map((column) => jsonOf(row[column])))}\n`);
    rows += some.length;
    onRows(some.length);
    const last = some.at(-1);
    if (last === undefined) return { rows, digest: digest.digest("hex") };
    after = keyOf(table, last);
  }
}
