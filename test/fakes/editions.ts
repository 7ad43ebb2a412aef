// A story and an edition as they are published, for tests of what platforms make of them.
import type { Edition } from "../../src/records/edition.ts";
import type { Card } from "../../src/records/story.ts";

export const card: Card = {
  storyId: "story-1",
  articleId: "article-1",
  headline: "Ferry line opens",
  lede: "The first boat left at dawn.",
  url: "https://news.example/ferry",
  image: "https://news.example/ferry.jpg",
  sourceId: "harbour",
  sourceName: "Harbour Post",
  tags: ["transport", "sea"],
  language: "en",
  publishedAt: 1_696_392_000_000,
  alsoIn: [],
};

/** An edition of the given stories, by default one, of `total` that matched. */
export const editionOf = (cards: readonly Card[] = [card], total = cards.length): Edition => ({
  id: "edition-1",
  subscriptionId: "subscription-1",
  publishedAt: 1_696_392_000_000,
  from: 0,
  until: 1_696_392_000_000,
  cards,
  total,
  timeZone: "Asia/Taipei",
});

/** As many different stories. */
export const cardsOf = (count: number, change: Partial<Card> = {}): readonly Card[] =>
  Array.from({ length: count }, (_, index) => ({
    ...card,
    storyId: `story-${index}`,
    articleId: `article-${index}`,
    headline: `Story ${index}`,
    ...change,
  }));
