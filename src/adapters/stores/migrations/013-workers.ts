// Who holds a lease, so that its holder alone renews it, and the workers that are alive.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Makes the table and the columns. */
export async function createWorkers(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    "alter table sources add column leased_by text",
    "alter table deliveries add column leased_by text",
    `create table workers (
      id text primary key, name text not null, role text not null, started_at integer not null,
      seen_at integer not null) strict, without rowid`,
  ]);
}
