// Items that were not archived, since an article stands for them.
import type { DroppedDuplicate } from "../../records/trail.ts";
import { holdArchive } from "./archive-turn.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

// A feed may list one article under a thousand addresses; nobody reads on.
const mostOfAnArticle = 100;
// Six values each, and a statement takes 32,766 at most.
const rowsAtOnce = 1000;

/** Notes each item once beside its article, as `ArticleStore.noteDuplicates`. */
export async function noteDuplicates(database: Database, dropped: readonly DroppedDuplicate[]): Promise<void> {
  for (let start = 0; start < dropped.length; start += rowsAtOnce) {
    const some = dropped.slice(start, start + rowsAtOnce);
    await inTransaction(database, (transaction) => noteSome(transaction, some));
  }
}

async function noteSome(database: Database, dropped: readonly DroppedDuplicate[]): Promise<void> {
  await holdArchive(database);
  const room = await roomBeside(
    database,
    dropped.map(({ of }) => of),
  );
  const rows = dropped.flatMap(({ of, ...item }) => {
    const article = room.get(of);
    if (article === undefined || article.left === 0) return [];
    article.left -= 1;
    const { sourceId: source_id, identity, url, headline, droppedAt: dropped_at } = item;
    return [{ article_id: article.id, source_id, identity, url, headline, dropped_at }];
  });
  if (rows.length === 0) return;
  await database
    .insertInto("dropped_duplicates")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** By identity: the articles that are there, and how many more items each may have. */
async function roomBeside(database: Database, identities: readonly string[]) {
  const rows = await database
    .selectFrom("articles")
    .leftJoin("dropped_duplicates as noted", "noted.article_id", "articles.id")
    .select(["articles.identity", "articles.id"])
    .select((expression) => expression.fn.count<number>("noted.identity").as("count"))
    .where("articles.identity", "in", [...new Set(identities)])
    .groupBy(["articles.identity", "articles.id"])
    .execute();
  return new Map(rows.map(({ identity, id, count }) => [identity, { id, left: Math.max(0, mostOfAnArticle - count) }]));
}

const mostRead = 20;

/** The items that the article stands for, oldest first. */
export async function articleDuplicates(
  database: Database,
  articleId: string,
): Promise<readonly Omit<DroppedDuplicate, "of">[]> {
  const rows = await database
    .selectFrom("dropped_duplicates")
    .select(["identity", "source_id as sourceId", "url", "headline", "dropped_at as droppedAt"])
    .where("article_id", "=", articleId)
    .orderBy("dropped_at")
    .limit(mostRead)
    .execute();
  return rows.map((row) => ({ ...row }));
}
