// Stories that a later report showed to be of one event become one, with all that is known of them.
import type { ArchiveEntry } from "../../ports/store.ts";
import type { StoryMerge } from "../../records/trail.ts";
import type { Database } from "./tables.ts";

/** Called inside a transaction. Merging a story with itself, or one that is gone, changes nothing. */
export async function mergeStories(database: Database, merge: StoryMerge): Promise<void> {
  const heirs = await heirsOf(database, [merge.into]);
  const { from, into } = { ...merge, into: heirs.get(merge.into) ?? merge.into };
  const stories = await database.selectFrom("stories").selectAll().where("id", "in", [from, into]).execute();
  if (stories.length < 2) return;
  await noteMerge(database, merge);
  for (const table of ["articles", "signed_texts", "event_profiles"] as const)
    await database.updateTable(table).set({ story_id: into }).where("story_id", "=", from).execute();
  await inheritKeys(database, from, into);
  await inheritLedger(database, from, into);
  // What one of the two still had before it, the heir has.
  const archivedAt = Math.max(...stories.map(({ archived_at }) => archived_at));
  await database.updateTable("stories").set({ archived_at: archivedAt }).where("id", "=", into).execute();
  await database.updateTable("merged_stories").set({ into_id: into }).where("into_id", "=", from).execute();
  await database.insertInto("merged_stories").values({ story_id: from, into_id: into }).execute();
  await database.deleteFrom("stories").where("id", "=", from).execute();
}

/** By its id, the story that each of those gone became. */
export async function heirsOf(database: Database, storyIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database.selectFrom("merged_stories").selectAll().where("story_id", "in", storyIds).execute();
  return new Map(rows.map(({ story_id, into_id }) => [story_id, into_id]));
}

/** The entries under stories that are there: another worker may have merged one since it was found. */
export async function underHeirs<Entry extends ArchiveEntry>(
  database: Database,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  const heirs = await heirsOf(
    database,
    entries.map(({ article }) => article.storyId),
  );
  if (heirs.size === 0) return entries;
  return entries.map((entry) => {
    const heir = heirs.get(entry.article.storyId);
    return heir === undefined ? entry : { ...entry, article: { ...entry.article, storyId: heir } };
  });
}

/** The first report of the story that goes did not begin what it is in now. */
async function noteMerge(database: Database, { from, degree, articleId }: StoryMerge): Promise<void> {
  await database
    .updateTable("story_joins")
    .set({ how: "merged", degree, like_article_id: articleId })
    .where("how", "=", "began")
    .where("article_id", "in", database.selectFrom("articles").select("id").where("story_id", "=", from))
    .execute();
}

async function inheritKeys(database: Database, from: string, into: string): Promise<void> {
  const keys = await database.selectFrom("story_keys").selectAll().where("story_id", "=", from).execute();
  await database.deleteFrom("story_keys").where("story_id", "=", from).execute();
  if (keys.length === 0) return;
  await database
    .insertInto("story_keys")
    .values(keys.map((key) => ({ ...key, story_id: into })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

// The lines of the story that goes stay: they tell what was shown under its id.
async function inheritLedger(database: Database, from: string, into: string): Promise<void> {
  const shown = await database.selectFrom("ledger").selectAll().where("story_id", "=", from).execute();
  if (shown.length === 0) return;
  await database
    .insertInto("ledger")
    .values(shown.map((line) => ({ ...line, story_id: into })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
