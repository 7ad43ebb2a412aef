// What of a sound archive no database sees to by itself: that its tables tell of the same articles.
import { sql } from "kysely";
import type { Database } from "./tables.ts";

/** How many articles each of them has; `headlines` and `texts` in the search index. */
interface IndexedCounts {
  readonly headlines: number;
  readonly texts: number;
}

/** One sentence a problem, as `Store.check`. */
export async function checkArticles(
  database: Database,
  { headlines, texts }: IndexedCounts,
): Promise<readonly string[]> {
  const { rows } = await sql<{ articles: number; begun: number; homeless: number }>`
    select (select count(*) from articles) as articles, (select count(*) from headline_beginnings) as begun,
      (select count(*) from articles where not exists (select 1 from stories where stories.id = articles.story_id)) as homeless`.execute(
    database,
  );
  const { articles = 0, begun = 0, homeless = 0 } = rows[0] ?? {};
  return [
    ...(articles === headlines && articles === texts
      ? []
      : [`${articles} articles, but ${headlines} headlines and ${texts} texts in the search index.`]),
    ...(articles === begun ? [] : [`${articles} articles, but ${begun} headlines for suggestions.`]),
    ...(homeless === 0 ? [] : [`${homeless} articles belong to stories that are gone.`]),
  ];
}
