// From rows to cards: the names of the sources, and who else reports each story.
import type { Card } from "../../records/story.ts";
import { cardOf, type ShortRow } from "./article-columns.ts";
import type { Database } from "./tables.ts";

/** The rows as cards, in their order. */
export async function readCards(database: Database, rows: readonly ShortRow[]): Promise<readonly Card[]> {
  if (rows.length === 0) return [];
  const names = await sourceNames(database);
  const reporters = await reportersOf(
    database,
    rows.map((row) => row.story_id),
  );
  return rows.map((row) => cardOf(row, names, reporters));
}

/** Names by source id. */
export async function sourceNames(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.selectFrom("sources").select(["id", "name"]).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The ids of the sources that report each story, the first to report first. */
async function reportersOf(
  database: Database,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database
    .selectFrom("articles")
    .select(["story_id", "source_id"])
    .where("story_id", "in", storyIds)
    .groupBy(["story_id", "source_id"])
    .orderBy((expression) => expression.fn.min("row"))
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.story_id);
  return new Map([...grouped].map(([storyId, group]) => [storyId, group.map((row) => row.source_id)]));
}
