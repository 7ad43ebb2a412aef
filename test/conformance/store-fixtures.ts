// What the store's suite puts in: articles, channels and subscriptions with as little said as each test needs.
import { createHash } from "node:crypto";
import { parseQuery } from "../../src/language/query.ts";
import type { WantedStories } from "../../src/ports/selection-store.ts";
import type { ArchiveEntry, Store } from "../../src/ports/store.ts";
import type { Article } from "../../src/records/article.ts";
import type { Edition } from "../../src/records/edition.ts";
import type { Query } from "../../src/records/query.ts";
import type { Subscription } from "../../src/records/subscription.ts";

/** Noon in Taipei on 10 October 2023. */
export const noon = Date.parse("2023-10-10T12:00:00+08:00");
export const minute = 60_000;
export const hour = 60 * minute;

/** An article called `name`, published at noon unless said otherwise, alone in its story. */
export function anEntry(name: string, said: Partial<Article> = {}): ArchiveEntry {
  const headline = said.headline ?? `第${name}則消息`;
  const article: Article = {
    id: `id-${name}`,
    sourceId: "cna",
    identity: `https://news.example/${name}`,
    url: `https://news.example/${name}`,
    headline,
    lede: [{ text: "這是導言。", start: 0, end: 5 }],
    tags: [],
    language: "zh-Hant",
    byline: null,
    text: "這是導言。其後是內文。",
    image: null,
    publishedAt: noon,
    collectedAt: noon,
    storyId: `story-${name}`,
    original: { title: headline, author: "記者", body: `<p>${headline}</p>`, categories: ["要聞"] },
    ...said,
  };
  const contentHash = createHash("sha256").update(JSON.stringify(article)).digest("hex");
  return {
    article,
    contentHash,
    storyKeys: [`headline:${headline}`],
    signature: null,
    profile: null,
    joined: { how: "began" },
  };
}

/** A query as typed at noon in Taipei. */
export function aQuery(text: string): Query {
  return parseQuery(text, { now: noon, timeZone: "Asia/Taipei" });
}

/** The ids of what a search finds, in order. */
export async function idsFound(store: Store, text: string, limit = 20, offset = 0): Promise<readonly string[]> {
  const { hits } = await store.search(aQuery(text), limit, offset);
  return hits.map((hit) => hit.id);
}

export const room = { id: "web:room", platform: "web", address: "room", locale: "zh-TW" } as const;

/** A daily subscription of the room, due at noon. */
export function aSubscription(id: string, said: Partial<Subscription> = {}): Subscription {
  return {
    id,
    channelId: room.id,
    filter: { words: "", tags: [], sources: [] },
    schedule: { kind: "daily", hour: 12, minute: 0 },
    timeZone: "Asia/Taipei",

    creatorId: null,
    look: null,
    createdAt: noon - 24 * hour,
    dueAt: noon,
    coveredUntil: noon - 24 * hour,
    ...said,
  };
}

/** What the room has not had yet of the last day. */
export async function selectForRoom(store: Store, said: Partial<WantedStories> = {}) {
  const selection = await store.openSelection({
    query: aQuery(""),
    from: noon - 24 * hour,
    until: noon,
    order: "best",
    limit: 10,
    ...said,
  });
  return selection.forChannel(room.id);
}

/** Publishes what is selected as an edition of the subscription; its delivery is called like the edition. */
export async function publishSelected(store: Store, editionId: string, subscriptionId: string): Promise<boolean> {
  const { cards, total } = await selectForRoom(store);
  const edition: Edition = {
    id: editionId,
    subscriptionId,
    publishedAt: noon,
    from: noon - 24 * hour,
    until: noon,
    cards,
    total,
    timeZone: "Asia/Taipei",
  };
  return store.publishEdition(edition, `delivery-of-${editionId}`, noon, nextDay(subscriptionId));
}

/** A day later, all until noon covered. */
export function nextDay(subscriptionId: string) {
  return { subscriptionId, dueAt: noon + 24 * hour, coveredUntil: noon };
}
