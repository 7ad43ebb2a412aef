// What matters most in an edition: every story's score, and an order in which one event does not fill the page.
import type { Card } from "../records/story.ts";
import { foldText } from "./fold.ts";
import { tagKey } from "./tag/normalize.ts";

/** What a story is judged by beside its card. Instants are epoch milliseconds. */
export interface EditionSpan {
  readonly from: number;
  readonly until: number;
  /** The words and phrases that the subscription asks for. */
  readonly wanted: readonly string[];
  /** What the channel's readers asked for more or less of: votes by `tagKey`. */
  readonly taste?: ReadonlyMap<string, number>;
}

// A doubled number of newsrooms outweighs all the rest; what was asked for outweighs freshness, and a picture tips the scales.
const matchWeight = 0.5;
const freshnessWeight = 0.4;
const pictureWeight = 0.1;
// Four readers who want more of a subject count as much as a doubled number of newsrooms, and no crowd counts for more.
const voteWeight = 0.25;
const mostTaste = 1;
// Two stories with the same tags are as far apart as one newsroom and three: the second waits behind other subjects.
const samenessWeight = 1.5;
// What happened before the span, such as a post that was imported late, is not fresh; a span without a beginning is judged by its last day.
const longestSpanMs = 24 * 3_600_000;

/**
 * The score of a story: log2 of the newsrooms that report it; up to 0.5 for the share of the wanted words in its headline; up to 0.4 for
 * its freshness within the span, a day at most; 0.1 for a picture; 0.25 for each vote for more of its tags, and as much off for
 * each for less, 1 at most either way.
 */
export function newsValue(card: Card, { from, until, wanted, taste }: EditionSpan): number {
  const headline = foldText(card.headline);
  const found = wanted.filter((text) => headline.includes(foldText(text))).length;
  const span = Math.max(1, Math.min(until - from, longestSpanMs));
  const freshness = Math.min(1, Math.max(0, 1 - (until - card.publishedAt) / span));
  return (
    Math.log2(1 + card.alsoIn.length) +
    (wanted.length === 0 ? 0 : (matchWeight * found) / wanted.length) +
    freshnessWeight * freshness +
    (card.image === null ? 0 : pictureWeight) +
    tasteOf(card, taste)
  );
}

function tasteOf({ tags }: Card, taste: EditionSpan["taste"]): number {
  if (taste === undefined) return 0;
  const votes = tags.reduce((sum, tag) => sum + (taste.get(tagKey(tag)) ?? 0), 0);
  return Math.max(-mostTaste, Math.min(mostTaste, voteWeight * votes));
}

/**
 * The stories in an edition's order, `limit` at most: each next one has the highest score after 1.5 times its likeness to the chosen one
 * most like it (the Jaccard index of their tags) is taken off. Equal ones stay in the order given.
 */
export function editionOrder(cards: readonly Card[], span: EditionSpan, limit: number): readonly Card[] {
  const waiting = cards.map((card) => ({
    card,
    value: newsValue(card, span),
    tags: new Set(card.tags.map(tagKey)),
    sameness: 0,
  }));
  const chosen: Card[] = [];
  while (chosen.length < limit && waiting.length > 0) {
    const scores = waiting.map(({ value, sameness }) => value - samenessWeight * sameness);
    const [next] = waiting.splice(scores.indexOf(Math.max(...scores)), 1);
    if (next === undefined) break;
    chosen.push(next.card);
    for (const other of waiting) other.sameness = Math.max(other.sameness, jaccard(other.tags, next.tags));
  }
  return chosen;
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((tag) => other.has(tag)).length;
  return both === 0 ? 0 : both / (one.size + other.size - both);
}
