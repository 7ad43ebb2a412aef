// Whether a SQLite archive is sound, and how large it is.
import { sql } from "kysely";
import type { StoreSize } from "../../ports/retention-store.ts";
import { checkArticles } from "./archive-check.ts";
import type { Database } from "./tables.ts";

/** One sentence a problem, as `Store.check`. */
export async function checkDatabase(database: Database): Promise<readonly string[]> {
  const { rows: faults } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(database);
  const { rows: orphans } = await sql<{ table: string }>`pragma foreign_key_check`.execute(database);
  const { rows: counts } = await sql<{ headlines: number; texts: number }>`
    select (select count(*) from headline_index_docsize) as headlines, (select count(*) from body_index_docsize) as texts`.execute(
    database,
  );
  return [
    ...faults.map((row) => row.integrity_check).filter((fault) => fault !== "ok"),
    ...new Set(orphans.map((row) => `The table ${row.table} refers to rows that are gone.`)),
    ...(await checkArticles(database, counts[0] ?? { headlines: 0, texts: 0 })),
  ];
}

/** Pages that hold nothing are written next; the file gets no smaller by itself. */
export async function databaseSize(database: Database): Promise<StoreSize> {
  const { rows } = await sql<{ page_size: number; page_count: number; freelist_count: number }>`
    select page_size, page_count, freelist_count from pragma_page_size, pragma_page_count, pragma_freelist_count`.execute(
    database,
  );
  const { page_size: bytes = 0, page_count: pages = 0, freelist_count: free = 0 } = rows[0] ?? {};
  return { bytes: bytes * pages, freeBytes: bytes * free };
}
