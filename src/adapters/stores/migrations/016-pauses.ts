// Since when a source is paused, and by whom.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** No source is paused. */
export async function addPauses(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    "alter table sources add column paused_at integer",
    "alter table sources add column paused_by text",
  ]);
}
