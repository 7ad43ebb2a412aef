// Whether a SQLite archive is sound.
import { sql } from "kysely";
import type { Database } from "./tables.ts";

/** One sentence a problem, as `Store.check`. */
export async function checkDatabase(database: Database): Promise<readonly string[]> {
  const { rows: faults } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(database);
  const { rows: orphans } = await sql<{ table: string }>`pragma foreign_key_check`.execute(database);
  const { rows: counts } = await sql<{ articles: number; headlines: number; bodies: number }>`
    select (select count(*) from articles) as articles, (select count(*) from headline_index_docsize) as headlines,
      (select count(*) from body_index_docsize) as bodies`.execute(database);
  return [
    ...faults.map((row) => row.integrity_check).filter((fault) => fault !== "ok"),
    ...new Set(orphans.map((row) => `The table ${row.table} refers to rows that are gone.`)),
    ...counts
      .filter(({ articles, headlines, bodies }) => articles !== headlines || articles !== bodies)
      .map(
        ({ articles, headlines, bodies }) =>
          `${articles} articles, but ${headlines} headlines and ${bodies} texts in the search index.`,
      ),
  ];
}
