// Two indexes of words and filters together, and closer row numbers, which keep them small.
import { type Kysely, sql } from "kysely";
import { firstRowOf, noteDrift } from "../article-row.ts";
import { defineTables, isPostgres } from "../dialect.ts";
import { documentsOf } from "../documents.ts";
import { sqliteTextIndex } from "../sqlite-text-index.ts";
import type { Database } from "../tables.ts";

const articlesAtOnce = 500;

/** Numbers the articles' rows anew and makes the indexes from them: some seconds for ten thousand. */
export async function rebuildSearch(migrated: Kysely<unknown>): Promise<void> {
  if (isPostgres(migrated)) return defineTables(migrated, [...postgresIndexes, ...rowDrift]);
  const database = migrated as Database;
  await defineTables(migrated, [...sqliteIndexes, ...rowDrift]);
  await sql`pragma defer_foreign_keys = on`.execute(database);
  // Out of the way of the new numbers, which begin where the old ones did.
  for (const table of ["articles", "article_tags"] as const) {
    await database.updateTable(table).set({ row: sql<number>`-1 - "row"` }).execute();
  }
  for (let last = -1; ; ) {
    const row = await rebuildSome(database, last);
    if (row === null) return;
    last = row;
  }
}

const sqliteIndexes = [
  "drop table headline_terms",
  "drop table headline_index",
  "drop table body_index",
  "drop table character_index",
  // The tokens are ours and hold no ASCII but letters and digits: this tokenizer splits them at the spaces and changes nothing.
  "create virtual table headline_index using fts5 (tokens, content='', contentless_delete=1, tokenize='ascii')",
  "create virtual table body_index using fts5 (tokens, content='', contentless_delete=1, tokenize='ascii')",
  "create virtual table headline_terms using fts5vocab (headline_index, row)",
];

// An archive on PostgreSQL begins with this form: there is none to renew.
const postgresIndexes = (["headline_index", "body_index"] as const).flatMap((index) => [
  `create table ${index} (rowid integer primary key, tokens tsvector not null)`,
  `create index ${index}_by_token on ${index} using gin (tokens) with (gin_pending_list_limit = 512)`,
]);

const rowDrift = [
  "create table row_drift (id integer primary key check (id = 1), most integer not null) strict",
  "insert into row_drift (id, most) values (1, 0)",
];

/** The next articles in order of time, placed behind the last row; the row that is last then, null when all are placed. */
async function rebuildSome(database: Database, last: number): Promise<number | null> {
  const articles = await database
    .selectFrom("articles")
    .select(["row", "headline", "text", "source_id", "language", "tags", "published_at"])
    .where("row", "<", 0)
    .orderBy("row", "desc")
    .limit(articlesAtOnce)
    .execute();
  let row = last;
  for (const { row: before, source_id: sourceId, published_at: publishedAt, ...article } of articles) {
    row = Math.max(row + 1, firstRowOf(publishedAt));
    for (const table of ["articles", "article_tags"] as const) {
      await database.updateTable(table).set({ row }).where("row", "=", before).execute();
    }
    await noteDrift(database, [{ row, publishedAt }]);
    const documents = documentsOf({ ...article, sourceId, tags: JSON.parse(article.tags) as readonly string[] });
    for (const index of ["headline_index", "body_index"] as const) {
      const tokens = sqliteTextIndex.document(documents[index]);
      await database.insertInto(index).values({ rowid: row, tokens }).execute();
    }
  }
  return articles.length === 0 ? null : row;
}
