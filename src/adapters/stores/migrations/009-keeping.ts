// What an archive keeps of the articles that it no longer has, and until when a restored desk had sent its news.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Makes the memory of removed articles, empty, and room for the instant. */
export async function createKeeping(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    `create table removed_articles (
      identity_key blob primary key, story_id text not null, removed_at integer not null) strict, without rowid`,
    // Without it, every story that is removed would have all keys read.
    "create index story_keys_by_story on story_keys (story_id)",
    "alter table considered add column sent_until integer not null default 0",
  ]);
}
