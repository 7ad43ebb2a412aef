// Whether an archive on PostgreSQL is sound, and how large it is.
import { sql } from "kysely";
import type { StoreSize } from "../../ports/retention-store.ts";
import type { Database } from "./tables.ts";

/** One sentence a problem, as `Store.check`. The server itself sees to it that no row refers to one that is gone. */
export async function checkDatabase(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ articles: number; headlines: number; bodies: number }>`
    select (select count(*) from articles) as articles,
      (select count(*) from headline_index join articles on articles.row = headline_index.rowid) as headlines,
      (select count(*) from body_index join articles on articles.row = body_index.rowid) as bodies`.execute(database);
  return rows
    .filter(({ articles, headlines, bodies }) => articles !== headlines || articles !== bodies)
    .map(
      ({ articles, headlines, bodies }) =>
        `${articles} articles, but ${headlines} headlines and ${bodies} texts in the search index.`,
    );
}

/** Of all tables and indexes. PostgreSQL writes again what it holds free, but tells how much only to its own tools. */
export async function databaseSize(database: Database): Promise<StoreSize> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint as bytes from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'`.execute(database);
  return { bytes: rows[0]?.bytes ?? 0, freeBytes: 0 };
}
