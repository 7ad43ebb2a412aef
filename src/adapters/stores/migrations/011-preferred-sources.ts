// Which sources the operator prefers: a story is shown by their reports.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Prefers none: the list of sources says which when the desk starts. */
export async function addPreferredSources(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, ["alter table sources add column preferred integer not null default 0"]);
}
