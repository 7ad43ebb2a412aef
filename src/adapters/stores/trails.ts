// How articles came to their stories. An update replaces an article's row, and with it would go all that refers to it: that is carried over.
import type { ArchiveEntry } from "../../ports/store.ts";
import type { StoryJoin } from "../../records/trail.ts";
import type { Database, DroppedDuplicateTable, StoryJoinTable } from "./tables.ts";

/** All that refers to some articles. */
interface Trails {
  readonly joins: readonly StoryJoinTable[];
  readonly dropped: readonly DroppedDuplicateTable[];
}

/** What is kept of the articles, to be written again under their new rows. */
export async function readTrails(database: Database, articleIds: readonly string[]): Promise<Trails> {
  if (articleIds.length === 0) return { joins: [], dropped: [] };
  return {
    joins: await database.selectFrom("story_joins").selectAll().where("article_id", "in", articleIds).execute(),
    dropped: await database
      .selectFrom("dropped_duplicates")
      .selectAll()
      .where("article_id", "in", articleIds)
      .execute(),
  };
}

// Six values each, and a statement takes 32,766 at most.
const rowsAtOnce = 5000;

export async function writeTrails(database: Database, { joins, dropped }: Trails): Promise<void> {
  if (joins.length > 0) await database.insertInto("story_joins").values(joins).execute();
  for (let start = 0; start < dropped.length; start += rowsAtOnce)
    await database
      .insertInto("dropped_duplicates")
      .values(dropped.slice(start, start + rowsAtOnce))
      .execute();
}

/** Keeps how new articles came to their stories; of known ones the first word stands. */
export async function keepJoins(database: Database, entries: readonly ArchiveEntry[]): Promise<void> {
  const rows = entries.flatMap(({ article, joined }) => (joined ? [columnsOf(article.id, joined)] : []));
  if (rows.length === 0) return;
  await database
    .insertInto("story_joins")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function columnsOf(articleId: string, joined: StoryJoin): StoryJoinTable {
  const [degree, like_article_id] = "degree" in joined ? [joined.degree, joined.articleId] : [null, null];
  return { article_id: articleId, how: joined.how, degree, like_article_id };
}
