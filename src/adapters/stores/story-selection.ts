// Chooses the stories of an edition.
import { sql } from "kysely";
import { type EditionSpan, editionOrder } from "../../language/news-value.ts";
import { wantedTexts } from "../../language/query.ts";
import { representativeOf } from "../../language/representative.ts";
import { tagKey } from "../../language/tag/normalize.ts";
import type { StorySelection, SubscriptionStore } from "../../ports/store.ts";
import { type ShortRow, shortColumns } from "./article-columns.ts";
import { readCards } from "./cards.ts";
import { tagWeights } from "./reader-section.ts";
import { holdsAll, holdsNone, readSearch, withinDates } from "./search-conditions.ts";
import type { Database } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";

type Selection = Parameters<SubscriptionStore["selectStories"]>[0];

/**
 * First the span counts as considered, so that no article archived later falls into it: whoever archives meanwhile is waited for.
 * Then all is read as it stands at one instant.
 */
export async function selectStories(
  database: Database,
  textIndex: TextIndex,
  selection: Selection,
): Promise<StorySelection> {
  const { until, order, limit, query } = selection;
  await database.updateTable("considered").set({ until }).where("until", "<", until).execute();
  const snapshot = database.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
  return snapshot.execute(async (transaction) => {
    const conditions = await conditionsOf(transaction, textIndex, query);
    const found = await matchingStories(transaction, conditions, selection);
    const rows = await representatives(
      transaction,
      conditions,
      found.map(({ storyId }) => storyId),
    );
    const cards = await readCards(transaction, rows);
    return {
      cards: order === "best" ? editionOrder(cards, await spanOf(transaction, selection), limit) : cards,
      total: found[0]?.total ?? 0,
    };
  });
}

// What readers thought of last year's subjects says little of today's.
const votesCountMs = 90 * 24 * 3_600_000;

async function spanOf(database: Database, { channelId, from, until, query }: Selection): Promise<EditionSpan> {
  const weights = await tagWeights(database, channelId, until - votesCountMs);
  const taste = new Map(weights.map(({ tag, weight }) => [tagKey(tag), weight]));
  return { from, until, wanted: wantedTexts(query), taste };
}

// The most covered and newest ones: what is judged one by one. Others would not come among the first ten.
const mostJudged = 100;

async function conditionsOf(database: Database, textIndex: TextIndex, query: Selection["query"]) {
  const search = await readSearch(database, query);
  return [
    ...holdsAll(textIndex, search?.match ?? null, "articles.row"),
    ...holdsNone(textIndex, search?.without ?? null, "articles.row"),
    ...(await withinDates(database, query, "articles.row")),
  ];
}

type Conditions = Awaited<ReturnType<typeof conditionsOf>>;

/** The stories of matching articles: oldest first, or those that an edition is chosen from. */
async function matchingStories(database: Database, conditions: Conditions, selection: Selection) {
  const { channelId, from, until, order, limit } = selection;
  return database
    .selectFrom("stories")
    .innerJoin("articles", "articles.story_id", "stories.id")
    .select((select) => [
      "stories.id as storyId",
      select.fn.min("articles.row").as("row"),
      sql<number>`count(*) over ()`.as("total"),
      select
        .selectFrom("articles as reports")
        .select((count) => count.fn.count("reports.source_id").distinct().as("sources"))
        .whereRef("reports.story_id", "=", "stories.id")
        .as("coverage"),
    ])
    .where("stories.archived_at", ">", from)
    .where("stories.archived_at", "<=", until)
    .where("stories.id", "not in", database.selectFrom("ledger").select("story_id").where("channel_id", "=", channelId))
    .where((select) => select.and(conditions))
    .groupBy(["stories.id", "stories.archived_at"])
    .$if(order === "best", (best) => best.orderBy("coverage", "desc").orderBy("row", "desc"))
    .$if(order === "oldest", (oldest) => oldest.orderBy("stories.archived_at").orderBy("row"))
    .limit(order === "best" ? Math.max(limit, mostJudged) : limit)
    .execute();
}

/** Of each story the matching article that stands for it. */
async function representatives(
  database: Database,
  conditions: Conditions,
  storyIds: readonly string[],
): Promise<readonly ShortRow[]> {
  if (storyIds.length === 0) return [];
  const reports = await database
    .selectFrom("articles")
    .leftJoin("sources", "sources.id", "articles.source_id")
    .select(["articles.story_id as storyId", "articles.row", "sources.preferred"])
    .select(sql<number>`octet_length(articles.text)`.as("bytes"))
    .where("articles.story_id", "in", storyIds)
    .where((select) => select.and(conditions))
    .execute();
  const chosen = [...Map.groupBy(reports, ({ storyId }) => storyId).values()].flatMap(
    (ofStory) =>
      representativeOf(ofStory.map(({ row, bytes, preferred }) => ({ row, bytes, isPreferred: preferred === 1 })))
        ?.row ?? [],
  );
  const found = await database.selectFrom("articles").select(shortColumns).where("row", "in", chosen).execute();
  const byStory = new Map(found.map((article) => [article.story_id, article]));
  return storyIds.flatMap((storyId) => byStory.get(storyId) ?? []);
}
