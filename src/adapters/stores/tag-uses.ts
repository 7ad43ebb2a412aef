// Keeps count of the articles that each tag stands on, for tags to be found by their beginning and shown by their use.
import type { Database } from "./tables.ts";

interface ArticleTag {
  readonly row: number;
  readonly tag_key: string;
  readonly tag: string;
}

/** Counts tags that articles are given. */
export async function countTagsIn(database: Database, tags: readonly ArticleTag[]): Promise<void> {
  const each = new Map(tags.map((one) => [`${one.row} ${one.tag_key}`, one]));
  const uses = [...Map.groupBy(each.values(), ({ tag_key }) => tag_key)].map(([tag_key, group]) => ({
    tag_key,
    tag: group[0]?.tag ?? tag_key,
    uses: group.length,
  }));
  await database
    .insertInto("tag_uses")
    .values(uses)
    .onConflict((conflict) =>
      conflict
        .column("tag_key")
        .doUpdateSet((update) => ({ uses: update("tag_uses.uses", "+", update.ref("excluded.uses")) })),
    )
    .execute();
}

/** Takes the articles' tags out of the count; to be called while they are still there. */
export async function countTagsOut(database: Database, rows: readonly number[]): Promise<void> {
  const counts = await database
    .selectFrom("article_tags")
    .select((expression) => ["tag_key", expression.fn.countAll<number>().as("uses")])
    .where("row", "in", rows)
    .groupBy("tag_key")
    .execute();
  for (const [uses, group] of Map.groupBy(counts, (count) => count.uses)) {
    const keys = group.map(({ tag_key }) => tag_key);
    await database
      .updateTable("tag_uses")
      .set((update) => ({ uses: update("uses", "-", uses) }))
      .where("tag_key", "in", keys)
      .execute();
    await database.deleteFrom("tag_uses").where("tag_key", "in", keys).where("uses", "<=", 0).execute();
  }
}
