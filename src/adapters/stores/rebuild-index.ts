// Makes the search index from the archive's articles.
import { documentsOf } from "./documents.ts";
import type { Database } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";
import { inTransaction } from "./transaction.ts";

const articlesAtOnce = 500;

/** Fills both indexes, from behind the last article that is in them; about a second for two thousand articles. */
export async function rebuildIndex(database: Database, textIndex: TextIndex): Promise<void> {
  const { begun } = await database
    .selectFrom("headline_index")
    .select((select) => select.fn.max("rowid").as("begun"))
    .executeTakeFirstOrThrow();
  for (let last: number | null = begun ?? -1; last !== null; ) {
    const after: number = last;
    last = await inTransaction(database, (transaction) => indexSome(transaction, textIndex, after));
  }
}

/** The last row indexed, null when there are no more. */
async function indexSome(database: Database, textIndex: TextIndex, after: number): Promise<number | null> {
  const articles = await database
    .selectFrom("articles")
    .select(["row", "headline", "text", "source_id as sourceId", "language", "tags"])
    .where("row", ">", after)
    .orderBy("row")
    .limit(articlesAtOnce)
    .execute();
  const documents = articles.map(({ row, tags, ...article }) => ({
    rowid: row,
    ...documentsOf({ ...article, tags: JSON.parse(tags) as readonly string[] }),
  }));
  for (const index of ["headline_index", "body_index"] as const)
    for (const { rowid, [index]: tokens } of documents)
      await database
        .insertInto(index)
        .values({ rowid, tokens: textIndex.document(tokens) })
        .execute();
  return articles.at(-1)?.row ?? null;
}
