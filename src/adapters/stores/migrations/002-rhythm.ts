// What each source's answers told of its rhythm, where it moved to, and whether it has ended.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Makes room for a source's rhythm, its address as written and as moved, and its end; finds due sources by an index. */
export async function addRhythm(database: Kysely<unknown>): Promise<void> {
  const columns = ["url text", "moved_to text", "ended_at integer", "rhythm text"];
  await defineTables(database, [
    ...columns.map((column) => `alter table sources add column ${column}`),
    "create index sources_by_due_at on sources (due_at, id) where ended_at is null",
  ]);
}
