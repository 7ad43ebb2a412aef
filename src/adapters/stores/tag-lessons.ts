// What tagged articles teach: the latest lessons, each as long as its article is archived.
import type { ArchiveEntry, TagLessons } from "../../ports/store.ts";
import { mostTagLessons } from "../../records/tag-lesson.ts";
import type { Database } from "./tables.ts";

const lessonsAtOnce = 2000;

/** The next lessons after the number, and how many there are up to the last of them. */
export async function tagLessonsAfter(database: Database, after: number): Promise<TagLessons> {
  const lessons = await database
    .selectFrom("tag_lessons")
    .select(["number", "article_id as articleId", "bytes"])
    .where("number", ">", after)
    .orderBy("number")
    .limit(lessonsAtOnce)
    .execute();
  const { kept } = await database
    .selectFrom("tag_lessons")
    .select((expression) => expression.fn.countAll<number>().as("kept"))
    .where("number", "<=", lessons.at(-1)?.number ?? after)
    .executeTakeFirstOrThrow();
  return { lessons: lessons.map((lesson) => ({ ...lesson })), kept, isAll: lessons.length < lessonsAtOnce };
}

/** The lessons of those articles that have one, by id. */
export async function lessonsOf(
  database: Database,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await database
    .selectFrom("tag_lessons")
    .select(["article_id", "bytes"])
    .where("article_id", "in", articleIds)
    .execute();
  return new Map(rows.map(({ article_id, bytes }) => [article_id, bytes]));
}

/** Keeps the entries' lessons in place of their earlier ones; the oldest make room. */
export async function keepLessons(database: Database, entries: readonly ArchiveEntry[], now: number): Promise<void> {
  const { last } = await database
    .selectFrom("tag_lessons")
    .select((expression) => expression.fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  await removeLessons(
    database,
    entries.map(({ article }) => article.id),
  );
  // Numbers are instants, or go on from there: that of a lesson that is gone is not given again.
  const first = Math.max(now, (last ?? 0) + 1);
  const rows = entries
    .flatMap(({ article, lesson }) => (lesson === undefined ? [] : [{ article_id: article.id, bytes: lesson }]))
    .map((row, place) => ({ ...row, number: first + place }));
  if (rows.length === 0) return;
  await database.insertInto("tag_lessons").values(rows).execute();
  const oldest = database.selectFrom("tag_lessons").select("number").orderBy("number", "desc").limit(1);
  await database.deleteFrom("tag_lessons").where("number", "<=", oldest.offset(mostTagLessons)).execute();
}

/** Articles that are gone teach nothing any more. */
export async function removeLessons(database: Database, articleIds: readonly string[]): Promise<void> {
  await database.deleteFrom("tag_lessons").where("article_id", "in", articleIds).execute();
}
