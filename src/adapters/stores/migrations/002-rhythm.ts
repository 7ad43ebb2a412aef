// What each source's answers told of its rhythm, where it moved to, and whether it has ended.
import { type Kysely, sql } from "kysely";

/** Makes room for a source's rhythm, its address as written and as moved, and its end; finds due sources by an index. */
export async function addRhythm(database: Kysely<unknown>): Promise<void> {
  for (const column of ["url text", "moved_to text", "ended_at integer", "rhythm text"])
    await sql`alter table sources add column ${sql.raw(column)}`.execute(database);
  await sql`create index sources_by_due_at on sources (due_at, id) where ended_at is null`.execute(database);
}
