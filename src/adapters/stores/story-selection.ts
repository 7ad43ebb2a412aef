// Chooses the stories of editions: first those that any channel may get, then what each gets of them.
import { sql } from "kysely";
import { editionOrder } from "../../language/news-value.ts";
import { wantedTexts } from "../../language/query.ts";
import { representativeOf } from "../../language/representative.ts";
import { tagKey } from "../../language/tag/normalize.ts";
import type { OpenSelection, StorySelection, WantedStories } from "../../ports/selection-store.ts";
import type { Card } from "../../records/story.ts";
import { type ShortRow, shortColumns } from "./article-columns.ts";
import { readCards } from "./cards.ts";
import { tagWeights } from "./reader-section.ts";
import { meetsQuery } from "./search-conditions.ts";
import type { Database } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";

/**
 * First the span counts as considered, so that no article archived later falls into it: whoever archives meanwhile is waited for.
 * Then all is read as it stands at one instant.
 */
export async function openSelection(
  database: Database,
  textIndex: TextIndex,
  wanted: WantedStories,
): Promise<OpenSelection> {
  const { until } = wanted;
  await database.updateTable("considered").set({ until }).where("until", "<", until).execute();
  const found = await atOneInstant(database, async (snapshot) => {
    const conditions = await meetsQuery(snapshot, textIndex, wanted.query);
    const storyIds = await matchingStories(snapshot, conditions, wanted);
    const cards = await cardsOf(snapshot, conditions, storyIds.slice(0, judged(wanted)));
    return { conditions, storyIds, cards: new Map(cards) };
  });
  const opened = { database, wanted, ...found };
  // Most channels had none of it and have no votes: they all get the same.
  const forAnyone = { cards: orderedCards(opened, found.storyIds, new Map()), total: found.storyIds.length };
  return { forAnyone, forChannel: async (channelId) => (await selectOwn(opened, channelId)) ?? forAnyone };
}

function atOneInstant<Result>(database: Database, read: (snapshot: Database) => Promise<Result>): Promise<Result> {
  return database.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read);
}

interface Opened {
  readonly database: Database;
  readonly wanted: WantedStories;
  readonly conditions: Conditions;
  /** All that match, in the order in which they are considered. */
  readonly storyIds: readonly string[];
  /** By story, of those that were looked at. */
  readonly cards: Map<string, Card | null>;
}

/** What the channel gets; null when it gets what anyone does. */
async function selectOwn(opened: Opened, channelId: string): Promise<StorySelection | null> {
  const { database, wanted, conditions, cards } = opened;
  const [shown, taste] = await Promise.all([shownStories(opened, channelId), tasteOf(database, channelId, wanted)]);
  if (shown.size === 0 && taste.size === 0) return null;
  const storyIds = opened.storyIds.filter((id) => !shown.has(id));
  const missing = storyIds.slice(0, judged(wanted)).filter((id) => !cards.has(id));
  if (missing.length > 0)
    for (const [storyId, card] of await atOneInstant(database, (snapshot) => cardsOf(snapshot, conditions, missing)))
      cards.set(storyId, card);
  return { cards: orderedCards(opened, storyIds, taste), total: storyIds.length };
}

/** Of the stories in the span, those that the channel was sent. Sought story by story: its ledger may be years long. */
async function shownStories({ database, wanted, storyIds }: Opened, channelId: string): Promise<ReadonlySet<string>> {
  if (storyIds.length === 0) return new Set();
  const shown = await database
    .selectFrom("stories")
    // Not to be turned round: see above.
    .crossJoin("ledger")
    .select("ledger.story_id as storyId")
    .where("stories.archived_at", ">", wanted.from)
    .where("stories.archived_at", "<=", wanted.until)
    .where("ledger.channel_id", "=", channelId)
    .whereRef("ledger.story_id", "=", "stories.id")
    .execute();
  return new Set(shown.map(({ storyId }) => storyId));
}

// What readers thought of last year's subjects says little of today's.
const votesCountMs = 90 * 24 * 3_600_000;

async function tasteOf(
  database: Database,
  channelId: string,
  { until, order }: WantedStories,
): Promise<ReadonlyMap<string, number>> {
  if (order === "oldest") return new Map();
  const weights = await tagWeights(database, channelId, until - votesCountMs);
  return new Map(weights.map(({ tag, weight }) => [tagKey(tag), weight]));
}

function orderedCards(
  { wanted, cards }: Pick<Opened, "wanted" | "cards">,
  storyIds: readonly string[],
  taste: ReadonlyMap<string, number>,
): readonly Card[] {
  const { from, until, query, order, limit } = wanted;
  const considered = storyIds.slice(0, judged(wanted)).flatMap((id) => cards.get(id) ?? []);
  return order === "best"
    ? editionOrder(considered, { from, until, wanted: wantedTexts(query), taste }, limit)
    : considered;
}

// The most covered and newest ones: what is judged one by one. Others would not come among the first ten.
const mostJudged = 100;

const judged = ({ order, limit }: WantedStories): number => (order === "best" ? Math.max(limit, mostJudged) : limit);

type Conditions = Awaited<ReturnType<typeof meetsQuery>>;

/** The stories of matching articles: oldest first, or the most covered and newest first. */
async function matchingStories(
  database: Database,
  conditions: Conditions,
  { from, until, order }: WantedStories,
): Promise<readonly string[]> {
  const found = await database
    .selectFrom("stories")
    .innerJoin("articles", "articles.story_id", "stories.id")
    .select("stories.id as storyId")
    .where("stories.archived_at", ">", from)
    .where("stories.archived_at", "<=", until)
    .where((select) => select.and(conditions))
    .groupBy(["stories.id", "stories.archived_at"])
    .$if(order === "best", (best) => best.orderBy(coverage, "desc").orderBy(firstRow, "desc"))
    .$if(order === "oldest", (oldest) => oldest.orderBy("stories.archived_at").orderBy(firstRow))
    .execute();
  return found.map(({ storyId }) => storyId);
}

const firstRow = sql<number>`min(articles.row)`;
// Of all reports, those that don't match too.
const coverage = sql<number>`(select count(distinct reports.source_id) from articles as reports where reports.story_id = stories.id)`;

/** The stories' cards, of those that still have an article that matches. */
async function cardsOf(
  database: Database,
  conditions: Conditions,
  storyIds: readonly string[],
): Promise<readonly (readonly [storyId: string, card: Card | null])[]> {
  const cards = await readCards(database, await representatives(database, conditions, storyIds));
  const byStory = new Map(cards.map((card) => [card.storyId, card]));
  return storyIds.map((storyId) => [storyId, byStory.get(storyId) ?? null]);
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
