// Writes articles into the archive: new ones added, known ones replaced, each with its tags, story and index entries.
import { foldText } from "../../language/fold.ts";
import type { ArchiveEntry } from "../../ports/store.ts";
import { type Considered, holdArchive } from "./archive-turn.ts";
import { articleColumns } from "./article-columns.ts";
import { firstRowOf, nextFreeRow, noteDrift } from "./article-row.ts";
import { beginningOf } from "./beginning.ts";
import { documentsOf } from "./documents.ts";
import { keepProfiles } from "./event-profiles.ts";
import { type EarlierHeadline, keepHeadlines } from "./headlines.ts";
import { underHeirs } from "./merged-stories.ts";
import { findRemoved, forgetRemoved } from "./removed-articles.ts";
import { keepSignatures } from "./signed-texts.ts";
import type { Database } from "./tables.ts";
import { keepLessons } from "./tag-lessons.ts";
import { countTagsIn, countTagsOut } from "./tag-uses.ts";
import type { IndexName, TextIndex } from "./text-index.ts";
import { keepJoins, readTrails, writeTrails } from "./trails.ts";

interface KnownRow extends EarlierHeadline {
  readonly row: number;
  readonly identity: string;
  readonly story_id: string;
  readonly published_at: number;
}

type PlacedEntry = ArchiveEntry & { readonly row: number };

/** Archives entries of different identities; called inside a transaction. */
export async function archiveEntries(
  database: Database,
  textIndex: TextIndex,
  entries: readonly ArchiveEntry[],
): Promise<void> {
  const { until, sentUntil } = await holdArchive(database);
  const known = await findKnown(database, entries);
  const trails = await readTrails(
    database,
    [...known.values()].map(({ id }) => id),
  );
  await removeRows(
    database,
    [...known.values()].map(({ row }) => row),
  );
  const filed = await underHeirs(database, await inFormerStories(database, entries, known));
  const placed = await placeEntries(database, filed, known);
  await database
    .insertInto("articles")
    .values(placed.map((entry) => articleColumns(entry, entry.row)))
    .execute();
  await writeTrails(database, trails);
  await keepJoins(database, placed);
  await noteDrift(
    database,
    placed.map(({ row, article }) => ({ row, publishedAt: article.publishedAt })),
  );
  await indexEntries(database, textIndex, placed);
  await addTags(database, placed);
  await fileStories(database, placed, { until, sentUntil });
  const now = Math.max(...entries.map(({ article }) => article.collectedAt));
  await keepSignatures(database, placed, now);
  await keepProfiles(database, placed, now);
  await keepLessons(database, placed, now);
  await keepHeadlines(database, entries, known);
}

/** An article that was removed, and is brought back by hand, has its story still: the ledger knows who was sent it. */
async function inFormerStories(
  database: Database,
  entries: readonly ArchiveEntry[],
  known: ReadonlyMap<string, KnownRow>,
): Promise<readonly ArchiveEntry[]> {
  const fresh = entries.map(({ article }) => article.identity).filter((identity) => !known.has(identity));
  const removed = await findRemoved(database, fresh);
  await forgetRemoved(database, [...removed.keys()]);
  return entries.map((entry) => {
    const storyId = removed.get(entry.article.identity);
    return storyId === undefined ? entry : { ...entry, article: { ...entry.article, storyId } };
  });
}

async function findKnown(database: Database, entries: readonly ArchiveEntry[]): Promise<ReadonlyMap<string, KnownRow>> {
  const rows = await database
    .selectFrom("articles")
    .select(["row", "id", "identity", "story_id", "headline", "published_at", "collected_at"])
    .where(
      "identity",
      "in",
      entries.map(({ article }) => article.identity),
    )
    .execute();
  return new Map(rows.map((row) => [row.identity, row]));
}

/** Removes articles with their entries in the indexes, their tags and their trails. */
export async function removeRows(database: Database, rows: readonly number[]): Promise<void> {
  if (rows.length === 0) return;
  await countTagsOut(database, rows);
  await database.deleteFrom("articles").where("row", "in", rows).execute();
  await database.deleteFrom("headline_index").where("rowid", "in", rows).execute();
  await database.deleteFrom("body_index").where("rowid", "in", rows).execute();
}

/** Gives each entry its row, and a known article what it keeps. */
async function placeEntries(
  database: Database,
  entries: readonly ArchiveEntry[],
  known: ReadonlyMap<string, KnownRow>,
): Promise<readonly PlacedEntry[]> {
  const kept = new Map(entries.flatMap((entry) => keptRow(entry, known.get(entry.article.identity))));
  const reserved = new Set(kept.values());
  const nextInSecond = new Map<number, number>();
  const placed: PlacedEntry[] = [];
  for (const entry of entries) {
    const { identity, publishedAt } = entry.article;
    const first = firstRowOf(publishedAt);
    const row = kept.get(identity) ?? (await nextFreeRow(database, nextInSecond.get(first) ?? first, reserved));
    nextInSecond.set(first, row);
    reserved.add(row);
    const before = known.get(identity);
    placed.push({ ...entry, row, article: before === undefined ? entry.article : keptBy(before, entry) });
  }
  return placed;
}

/** An update keeps its row unless the publisher moved it in time. */
function keptRow({ article }: ArchiveEntry, before: KnownRow | undefined): [string, number][] {
  const stays = before !== undefined && firstRowOf(before.published_at) === firstRowOf(article.publishedAt);
  return stays ? [[article.identity, before.row]] : [];
}

function keptBy(before: KnownRow, { article }: ArchiveEntry): ArchiveEntry["article"] {
  return { ...article, id: before.id, storyId: before.story_id, collectedAt: before.collected_at };
}

async function indexEntries(database: Database, textIndex: TextIndex, entries: readonly PlacedEntry[]): Promise<void> {
  const documents = entries.map(({ row, article }) => ({ rowid: row, ...documentsOf(article) }));
  const insertInto = (index: IndexName) =>
    database
      .insertInto(index)
      .values(documents.map(({ rowid, [index]: tokens }) => ({ rowid, tokens: textIndex.document(tokens) })))
      .execute();
  const beginnings = entries.map(({ row, article }) => ({ row, beginning: beginningOf(article.headline) }));
  await database.insertInto("headline_beginnings").values(beginnings).execute();
  await insertInto("headline_index");
  await insertInto("body_index");
}

async function addTags(database: Database, entries: readonly PlacedEntry[]): Promise<void> {
  const tags = entries.flatMap(({ row, article }) => article.tags.map((tag) => ({ row, tag_key: foldText(tag), tag })));
  if (tags.length === 0) return;
  await database
    .insertInto("article_tags")
    .values(tags)
    // 軟體 and 软体 on one article are one tag.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await countTagsIn(database, tags);
}

async function fileStories(
  database: Database,
  entries: readonly PlacedEntry[],
  { until, sentUntil }: Considered,
): Promise<void> {
  const archivedAt = ({ publishedAt, collectedAt }: ArchiveEntry["article"]) =>
    // Before what any subscription begins with: see backup/count-as-sent.ts.
    publishedAt <= sentUntil ? Math.min(publishedAt, collectedAt) : Math.max(collectedAt, until + 1);
  await database
    .insertInto("stories")
    .values(entries.map(({ article }) => ({ id: article.storyId, archived_at: archivedAt(article) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const keys = latestOfEach(
    entries.flatMap(({ article, storyKeys }) =>
      storyKeys.map((key) => ({ key, story_id: article.storyId, published_at: article.publishedAt })),
    ),
  );
  if (keys.length === 0) return;
  await database
    .insertInto("story_keys")
    .values(keys)
    .onConflict((conflict) =>
      conflict
        .columns(["key", "story_id"])
        .doUpdateSet((row) => ({ published_at: row.ref("excluded.published_at") }))
        .whereRef("excluded.published_at", ">=", "story_keys.published_at"),
    )
    .execute();
}

interface FiledKey {
  readonly key: string;
  readonly story_id: string;
  readonly published_at: number;
}

/** Each key of a story once: PostgreSQL refuses to write a row twice in one statement. */
function latestOfEach(keys: readonly FiledKey[]): readonly FiledKey[] {
  const latest = new Map<string, FiledKey>();
  for (const filed of keys) {
    const name = JSON.stringify([filed.key, filed.story_id]);
    if (filed.published_at >= (latest.get(name)?.published_at ?? Number.NEGATIVE_INFINITY)) latest.set(name, filed);
  }
  return [...latest.values()];
}
