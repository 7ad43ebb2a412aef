// What articles teach about tags: kept apart, since the archive is too long to be read anew at every start.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Makes the table, empty: it fills as tagged articles come. */
export async function createTagLessons(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    "create table tag_lessons (number integer primary key, article_id text not null, bytes blob not null) strict",
    "create index tag_lessons_by_article on tag_lessons (article_id)",
  ]);
}
