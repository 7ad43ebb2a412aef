// A table that stands in a database while an archive is being moved into it: how far it has come, so that it can go on after a stop.
import { type Kysely, sql } from "kysely";
import { StoreError } from "../../../records/errors.ts";
import type { Database } from "../tables.ts";
import type { Key } from "./moved-table.ts";

interface Progress {
  readonly unfinished_move: {
    readonly name: string;
    /** JSON of the last row's key; null when the whole table is there. */
    readonly last_key: string | null;
  };
}

// The row that says from where; no table is called so.
const origin = "(from)";

const tablesIn = (database: Database) => database as unknown as Kysely<Progress>;

/** Throws StoreError when an archive is on its way into the database: a desk must not work with half of one. */
export async function refuseUnfinished(database: Database, place: string): Promise<void> {
  if (!(await isThere(database, "unfinished_move"))) return;
  throw new StoreError(
    "store-unfinished",
    `An archive is being moved to ${place}, and not all of it is there. Give the same \`lede move\` again: it goes on where it stopped.`,
  );
}

/** Throws StoreError when the database holds an archive, or part of one that comes from another place. */
export async function refuseAnother(database: Database, place: string, from: string): Promise<void> {
  if (!(await isThere(database, "unfinished_move"))) {
    if (!(await isThere(database, "kysely_migration"))) return;
    throw new StoreError("store-exists", `There is an archive at ${place} already. Name an empty database.`);
  }
  const begun = await tablesIn(database)
    .selectFrom("unfinished_move")
    .select("last_key")
    .where("name", "=", origin)
    .executeTakeFirst();
  if (begun === undefined || begun.last_key === from) return;
  throw new StoreError(
    "store-unfinished",
    `A move from ${begun.last_key} to ${place} is unfinished. Go on with that one, or name an empty database.`,
  );
}

async function isThere(database: Database, table: string): Promise<boolean> {
  const { rows } = await sql`select 1 where to_regclass(${table}) is not null`.execute(database);
  return rows.length > 0;
}

/** Marks the database; before its other tables are made, so that whatever stops the move, no desk takes it for an archive. */
export async function markUnfinished(database: Database, from: string): Promise<void> {
  await sql`create table if not exists unfinished_move (name text primary key, last_key text)`.execute(database);
  await tablesIn(database)
    .insertInto("unfinished_move")
    .values({ name: origin, last_key: from })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** How far the table has come: the last key, null when it is whole; undefined when it was not begun. */
export async function progressOf(database: Database, table: string): Promise<Key | null | undefined> {
  const row = await tablesIn(database)
    .selectFrom("unfinished_move")
    .select("last_key")
    .where("name", "=", table)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return row.last_key === null ? null : readKey(row.last_key);
}

/** Notes how far the table has come; in the transaction that writes its rows. */
export async function noteProgress(database: Database, table: string, lastKey: Key | null): Promise<void> {
  const last_key = lastKey === null ? null : JSON.stringify(lastKey.map(jsonOf));
  await tablesIn(database)
    .insertInto("unfinished_move")
    .values({ name: table, last_key })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ last_key }))
    .execute();
}

/** Forgets how far the tables have come: the move begins anew. */
export async function forgetProgress(database: Database): Promise<void> {
  await tablesIn(database).deleteFrom("unfinished_move").where("name", "!=", origin).execute();
}

/** The archive is whole: a desk may open it. */
export async function markFinished(database: Database): Promise<void> {
  await sql`drop table unfinished_move`.execute(database);
}

/** Bytes in a form that JSON has. */
export const jsonOf = (value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value;

function readKey(json: string): Key {
  const values = JSON.parse(json) as readonly (string | number | { readonly base64: string })[];
  return values.map((value) =>
    typeof value === "object" ? new Uint8Array(Buffer.from(value.base64, "base64")) : value,
  );
}
