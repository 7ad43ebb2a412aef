// Chooses the stories of an edition.
import { sql } from "kysely";
import { editionOrder } from "../../language/news-value.ts";
import { wantedTexts } from "../../language/query.ts";
import type { StorySelection, SubscriptionStore } from "../../ports/store.ts";
import { type ShortRow, shortColumns } from "./article-columns.ts";
import { readCards } from "./cards.ts";
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
  const { from, until, order, limit, query } = selection;
  await database.updateTable("considered").set({ until }).where("until", "<", until).execute();
  const snapshot = database.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
  return snapshot.execute(async (transaction) => {
    const found = await matchingStories(transaction, textIndex, selection);
    const rows = await representatives(
      transaction,
      found.map(({ row }) => row),
    );
    const cards = await readCards(transaction, rows);
    const span = { from, until, wanted: wantedTexts(query) };
    return {
      cards: order === "best" ? editionOrder(cards, span, limit) : cards,
      total: found[0]?.total ?? 0,
    };
  });
}

// The most covered and newest ones: what is judged one by one. Others would not come among the first ten.
const mostJudged = 100;

/** The stories' earliest matching articles: oldest first, or those that an edition is chosen from. */
async function matchingStories(database: Database, textIndex: TextIndex, selection: Selection) {
  const { channelId, query, from, until, order, limit } = selection;
  const search = await readSearch(database, query);
  const conditions = [
    ...holdsAll(textIndex, search?.match ?? null, "articles.row"),
    ...holdsNone(textIndex, search?.without ?? null, "articles.row"),
    ...(await withinDates(database, query, "articles.row")),
  ];
  return database
    .selectFrom("stories")
    .innerJoin("articles", "articles.story_id", "stories.id")
    .select((select) => [
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

async function representatives(database: Database, rows: readonly number[]): Promise<readonly ShortRow[]> {
  if (rows.length === 0) return [];
  const found = await database.selectFrom("articles").select(shortColumns).where("row", "in", rows).execute();
  const byRow = new Map(found.map((article) => [article.row, article]));
  return rows.flatMap((row) => byRow.get(row) ?? []);
}
