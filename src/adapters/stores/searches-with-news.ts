// Which of many running subscriptions have anything new: one reading of the new articles for all of them.
import { setImmediate as othersTurn } from "node:timers/promises";
import type { SubscriptionStore } from "../../ports/store.ts";
import { documentsOf } from "./documents.ts";
import { sourceFinder } from "./search-conditions.ts";
import { searchOf } from "./search-expression.ts";
import { StandingSearches } from "./standing-searches.ts";
import type { Database } from "./tables.ts";

type Searches = Parameters<SubscriptionStore["searchesWithNews"]>[0];

// Articles of a minute or two; a desk that was down for a day has more of them, which are not all held at once.
const articlesAtOnce = 200;
// What takes a few milliseconds; then all else has its turn.
const searchesInTurn = 100;
const articlesInTurn = 5;

/** As the port says. The span counts as considered, as it does when stories are selected. */
export async function searchesWithNews(
  database: Database,
  searches: Searches,
  until: number,
): Promise<ReadonlySet<string>> {
  if (searches.length === 0) return new Set();
  await database.updateTable("considered").set({ until }).where("until", "<", until).execute();
  const coveredUntil = new Map(searches.map(({ id, from }) => [id, from]));
  const found = new Set<string>();
  let standing: StandingSearches | null = null;
  let read = 0;
  for await (const { archivedAt, publishedAt, ...article } of newArticles(
    database,
    Math.min(...coveredUntil.values()),
    until,
  )) {
    // Of most minutes there is no article, and to file ten thousand searches takes longer than to hold one against them.
    standing ??= await filed(database, searches);
    const tokens = documentsOf({ ...article, tags: JSON.parse(article.tags) as string[] }).body_index;
    for (const id of standing.metBy({ tokens, publishedAt }))
      if (archivedAt > (coveredUntil.get(id) ?? 0)) found.add(id);
    read += 1;
    if (read % articlesInTurn === 0) await othersTurn();
  }
  return found;
}

async function filed(database: Database, searches: Searches): Promise<StandingSearches> {
  const findSourceIds = await sourceFinder(database);
  const standing = new StandingSearches();
  for (const [index, { id, query }] of searches.entries()) {
    standing.file({ id, after: query.after, before: query.before, search: searchOf(query, findSourceIds) });
    if (index % searchesInTurn === 0) await othersTurn();
  }
  return standing;
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
