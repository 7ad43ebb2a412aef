// Stories that were found to be of one event, and are one since.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Makes the table, empty. */
export async function createMergedStories(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    `create table merged_stories (
      story_id text primary key, into_id text not null references stories (id) on delete cascade) strict, without rowid`,
    "create index merged_stories_by_heir on merged_stories (into_id)",
  ]);
}
