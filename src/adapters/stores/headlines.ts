// The headlines that an article had. Only those that were edited are kept here: most never are.
import type { ArchiveEntry } from "../../ports/store.ts";
import type { SeenHeadline } from "../../records/article.ts";
import type { Database } from "./tables.ts";

/** The article's headlines, oldest first, the one it has now last; empty when there is no such article. */
export async function headlinesOf(database: Database, articleId: string): Promise<readonly SeenHeadline[]> {
  const edited = await database
    .selectFrom("headlines")
    .select(["headline", "seen_at as seenAt"])
    .where("article_id", "=", articleId)
    .orderBy("seen_at")
    .execute();
  if (edited.length > 0) return edited.map((row) => ({ ...row }));
  const only = await database
    .selectFrom("articles")
    .select(["headline", "collected_at as seenAt"])
    .where("id", "=", articleId)
    .execute();
  return only.map((row) => ({ ...row }));
}

/** What is kept of each of the articles, by id: those that were never edited have no entry. */
export async function keptHeadlines(
  database: Database,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SeenHeadline[]>> {
  const rows = await database
    .selectFrom("headlines")
    .select(["article_id", "headline", "seen_at as seenAt"])
    .where("article_id", "in", articleIds)
    .orderBy("seen_at")
    .execute();
  const byArticle = Map.groupBy(rows, (row) => row.article_id);
  return new Map([...byArticle].map(([id, seen]) => [id, seen.map(({ headline, seenAt }) => ({ headline, seenAt }))]));
}

/** An article as it stood before an update. */
export interface EarlierHeadline {
  readonly id: string;
  readonly headline: string;
  readonly collected_at: number;
}

/** Keeps the headlines that the entries change, beside those they had, and those that new ones bring along. `before` has the articles as they stood, by identity. */
export async function keepHeadlines(
  database: Database,
  entries: readonly ArchiveEntry[],
  before: ReadonlyMap<string, EarlierHeadline>,
): Promise<void> {
  const edits = entries.flatMap(({ article, headlines = [] }) => {
    const earlier = before.get(article.identity);
    if (earlier === undefined)
      return headlines.map(({ headline, seenAt }) => ({ article_id: article.id, seen_at: seenAt, headline }));
    if (earlier.headline === article.headline) return [];
    const first = { article_id: earlier.id, seen_at: earlier.collected_at, headline: earlier.headline };
    const seenAt = Math.max(article.collectedAt, earlier.collected_at + 1);
    return [first, { article_id: earlier.id, seen_at: seenAt, headline: article.headline }];
  });
  if (edits.length === 0) return;
  await database
    .insertInto("headlines")
    .values(edits)
    // From the second edit on, the first headline is there already.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
