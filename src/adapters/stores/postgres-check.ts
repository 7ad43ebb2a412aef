// Whether an archive on PostgreSQL is sound, and how large it is.
import { sql } from "kysely";
import type { StoreSize } from "../../ports/retention-store.ts";
import { checkArticles } from "./archive-check.ts";
import type { Database } from "./tables.ts";

/** One sentence a problem, as `Store.check`. The server itself sees to it that no row refers to one that is gone, where it knows of it. */
export async function checkDatabase(database: Database): Promise<readonly string[]> {
  // What every document holds makes one that is empty a fault.
  const { rows } = await sql<{ headlines: number; texts: number }>`
    select (select count(*) from headline_index join articles on row = rowid where length(tokens) > 0) as headlines,
      (select count(*) from body_index join articles on row = rowid where length(tokens) > 0) as texts`.execute(
    database,
  );
  return checkArticles(database, rows[0] ?? { headlines: 0, texts: 0 });
}

/** Of all tables and indexes. What PostgreSQL holds free it tells only to its own tools. */
export async function databaseSize(database: Database): Promise<StoreSize> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint as bytes from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'`.execute(database);
  return { bytes: rows[0]?.bytes ?? 0, freeBytes: null };
}
