// How often tags stand on articles of two periods, one after the other.
import type { NotNull } from "kysely";
import type { SearchStore } from "../../ports/store.ts";
import type { TagCount } from "../../records/tag-count.ts";
import { firstRowOf } from "./article-row.ts";
import type { Database } from "./tables.ts";

const tagsCompared = 1000;
const minuteMs = 60_000;

/** Rows of articles: from the first on, the second excluded. */
type Span = readonly [first: number, end: number];

/** Counts as the port describes; the index by tag makes the past of a tag a short walk. */
export const countTags =
  (database: Database): SearchStore["tagCounts"] =>
  async ({ from, between, until, atLeast }) => {
    const past: Span = [firstRowOf(from), firstRowOf(between)];
    const recent: Span = [firstRowOf(between), firstRowOf(until + minuteMs)];
    return {
      tags: await compareTags(database, past, recent, atLeast),
      recent: await countArticles(database, recent),
      past: await countArticles(database, past),
    };
  };

async function countArticles(database: Database, [first, end]: Span): Promise<number> {
  const { count } = await database
    .selectFrom("articles")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("row", ">=", first)
    .where("row", "<", end)
    .executeTakeFirstOrThrow();
  return count;
}

function compareTags(database: Database, past: Span, recent: Span, atLeast: number): Promise<readonly TagCount[]> {
  const frequent = database
    .selectFrom("article_tags")
    .select((expression) => ["tag_key", expression.fn.countAll<number>().as("recent")])
    .where("row", ">=", recent[0])
    .where("row", "<", recent[1])
    .groupBy("tag_key")
    .having((expression) => expression.fn.countAll<number>(), ">=", atLeast)
    .orderBy("recent", "desc")
    .orderBy("tag_key")
    .limit(tagsCompared);
  return (
    database
      .selectFrom(frequent.as("frequent"))
      .select(({ selectFrom, fn }) => [
        "frequent.recent",
        selectFrom("article_tags as earlier")
          .select(fn.countAll<number>().as("count"))
          .whereRef("earlier.tag_key", "=", "frequent.tag_key")
          .where("earlier.row", ">=", past[0])
          .where("earlier.row", "<", past[1])
          .as("past"),
        selectFrom("article_tags as spelled")
          .select("spelled.tag")
          .whereRef("spelled.tag_key", "=", "frequent.tag_key")
          .where("spelled.row", ">=", recent[0])
          .where("spelled.row", "<", recent[1])
          .groupBy("spelled.tag")
          .orderBy(fn.countAll<number>(), "desc")
          .orderBy("spelled.tag")
          .limit(1)
          .as("tag"),
      ])
      .orderBy("frequent.recent", "desc")
      .orderBy("frequent.tag_key")
      // Neither count nor spelling can be missing: the tag stands on recent articles.
      .$narrowType<{ past: NotNull; tag: NotNull }>()
      .execute()
  );
}
