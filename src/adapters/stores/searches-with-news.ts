// Which of many running subscriptions have anything new: one reading of the new articles for all of them.
import type { SubscriptionStore } from "../../ports/store.ts";
import { documentsOf } from "./documents.ts";
import { sourceFinder } from "./search-conditions.ts";
import { searchOf } from "./search-expression.ts";
import { matchSearches } from "./standing-searches.ts";
import type { Database } from "./tables.ts";

type Searches = Parameters<SubscriptionStore["searchesWithNews"]>[0];

// Articles of a minute or two; a desk that was down for a day has more of them, which are not all held at once.
const articlesAtOnce = 200;

/** As the port says. The span counts as considered, as it does when stories are selected. */
export async function searchesWithNews(
  database: Database,
  searches: Searches,
  until: number,
): Promise<ReadonlySet<string>> {
  if (searches.length === 0) return new Set();
  await database.updateTable("considered").set({ until }).where("until", "<", until).execute();
  const findSourceIds = await sourceFinder(database);
  const coveredUntil = new Map(searches.map(({ id, from }) => [id, from]));
  const matching = matchSearches(
    searches.map(({ id, query }) => ({
      ...{ id, after: query.after, before: query.before },
      search: searchOf(query, findSourceIds),
    })),
  );
  const found = new Set<string>();
  for await (const { archivedAt, publishedAt, ...article } of newArticles(
    database,
    Math.min(...coveredUntil.values()),
    until,
  )) {
    const tokens = documentsOf({ ...article, tags: JSON.parse(article.tags) as string[] }).body_index;
    for (const id of matching({ tokens, publishedAt })) if (archivedAt > (coveredUntil.get(id) ?? 0)) found.add(id);
  }
  return found;
}

/** Of stories first archived after `from` and until `until`: all their reports. */
async function* newArticles(database: Database, from: number, until: number) {
  let after = -1;
  for (;;) {
    const page = await database
      .selectFrom("stories")
      .innerJoin("articles", "articles.story_id", "stories.id")
      .select(["articles.row", "headline", "text", "source_id as sourceId", "language", "tags"])
      .select(["published_at as publishedAt", "stories.archived_at as archivedAt"])
      .where("stories.archived_at", ">", from)
      .where("stories.archived_at", "<=", until)
      .where("articles.row", ">", after)
      .orderBy("articles.row")
      .limit(articlesAtOnce)
      .execute();
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < articlesAtOnce) return;
    after = last.row;
  }
}
