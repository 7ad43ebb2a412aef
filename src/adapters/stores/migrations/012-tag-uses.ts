// On how many articles each tag stands, which to count anew for every letter typed would take seconds.
import { type Kysely, sql } from "kysely";
import { defineTables } from "../dialect.ts";

/** Makes the table and counts the tags of the articles that are there. */
export async function createTagUses(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    "create table tag_uses (tag_key text primary key, tag text not null, uses integer not null) strict, without rowid",
  ]);
  await sql`insert into tag_uses (tag_key, tag, uses)
    select tag_key, min(tag), count(*) from article_tags group by tag_key`.execute(database);
}
