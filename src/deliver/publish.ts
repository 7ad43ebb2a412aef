// Deliver, first half: a due subscription becomes an edition in the outbox, in one transaction.
import { setImmediate as othersTurn } from "node:timers/promises";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { OutboxStore } from "../ports/outbox-store.ts";
import type { Rewriter } from "../ports/rewriter.ts";
import type { OpenSelection, SelectionStore } from "../ports/selection-store.ts";
import type { ArticleStore, SubscriptionStore } from "../ports/store.ts";
import type { Edition } from "../records/edition.ts";
import type { Card } from "../records/story.ts";
import type { Schedule, Subscription } from "../records/subscription.ts";
import { type Alike, alikeAmong, staysDue } from "./alike.ts";
import { type HoldParts, holdQuiet } from "./hold-quiet.ts";
import { type PassParts, passIdle, searchOf } from "./pass-idle.ts";

/** Stories in one edition at most: what one Discord message (10 embeds) and one LINE carousel (12 bubbles) both hold. */
export const editionSize = 10;

const pageSize = 500;
const minuteMs = 60_000;

export interface PublishParts {
  readonly store: Pick<SubscriptionStore, "dueSubscriptions" | "withEditionSince" | "findChannel"> &
    SelectionStore &
    PassParts["store"] &
    HoldParts["store"] &
    Pick<OutboxStore, "publishEdition"> &
    Pick<ArticleStore, "textsOf">;
  readonly rewriter: Rewriter;
  readonly clock: Clock;
  readonly log: Log;
  /** A new UUID. */
  readonly newId: () => string;
  readonly nextDueAfter: (schedule: Schedule, timeZone: string, after: number) => number;
  /** Once aborted, no edition is begun. */
  readonly stopSignal?: AbortSignal;
}

/** Publishes every edition that is due; how many were not empty. One subscription's fault is logged and costs only itself. */
export function publishDueEditions(parts: PublishParts): Promise<number> {
  return publishAll(dueSubscriptions(parts), parts);
}

/**
 * Publishes what has just come in to running subscriptions that would be due within the minute, and had no edition in the last one: they
 * need not wait. How many editions.
 */
export async function publishNews(parts: PublishParts): Promise<number> {
  return publishAll(awaitingSubscriptions(parts), parts);
}

async function publishAll(subscriptions: AsyncIterable<Subscription>, parts: PublishParts): Promise<number> {
  let published = 0;
  for await (const alike of alikeAmong(subscriptions, parts.log)) {
    if (parts.stopSignal?.aborted) break;
    published += await publishAlike(alike, parts);
  }
  return published;
}

/** Editions of one search and span: what they have in common is looked for once. */
async function publishAlike({ subscriptions, ...search }: Alike, parts: PublishParts): Promise<number> {
  const { store, clock, log, stopSignal } = parts;
  const until = clock.now();
  let published = 0;
  try {
    const selection = await store.openSelection({ ...search, until, limit: editionSize });
    for (const subscription of subscriptions) {
      // Thousands may be due at one time: those that are published go out meanwhile, and questions are answered.
      await othersTurn();
      if (stopSignal?.aborted) break;
      try {
        if (await publishEdition(subscription, { selection, until }, parts)) published += 1;
      } catch (error) {
        log.error(staysDue, error, { subscription: subscription.id });
      }
    }
  } catch (error) {
    for (const { id } of subscriptions) log.error(staysDue, error, { subscription: id });
  }
  return published;
}

/** Each once, in pages: those that fail stay due, and the next page begins behind them. */
async function* dueSubscriptions(parts: PublishParts): AsyncGenerator<Subscription> {
  const { store, clock } = parts;
  const now = clock.now();
  let page = await store.dueSubscriptions(now, pageSize);
  while (page.length > 0) {
    yield* await passIdle(await holdQuiet(page, parts), parts);
    page = page.length < pageSize ? [] : await store.dueSubscriptions(now, pageSize, page.at(-1));
  }
}

async function* awaitingSubscriptions(parts: PublishParts): AsyncGenerator<Subscription> {
  const { store, clock } = parts;
  const now = clock.now();
  const until = now + minuteMs;
  let page = await store.dueSubscriptions(until, pageSize);
  while (page.length > 0) {
    const running = page.filter(({ schedule, dueAt }) => schedule.kind === "now" && dueAt > now);
    const withNews = await store.searchesWithNews(running.flatMap(searchOf), now);
    const lately = await store.withEditionSince([...withNews], now - minuteMs);
    const awaiting = running.filter(({ id }) => withNews.has(id) && !lately.has(id));
    yield* await holdQuiet(awaiting, parts);
    page = page.length < pageSize ? [] : await store.dueSubscriptions(until, pageSize, page.at(-1));
  }
}

interface Opened {
  readonly selection: OpenSelection;
  /** The instant that was selected up to. */
  readonly until: number;
}

async function publishEdition(
  subscription: Subscription,
  { selection, until }: Opened,
  parts: PublishParts,
): Promise<boolean> {
  const { store, newId, nextDueAfter } = parts;
  const isRunning = subscription.schedule.kind === "now";
  const { cards, total } = await selection.forChannel(subscription.channelId);
  const edition: Edition | null =
    cards.length === 0
      ? null
      : {
          id: newId(),
          subscriptionId: subscription.id,
          publishedAt: until,
          from: subscription.coveredUntil,
          until,
          cards: await rewriteCards(cards, subscription, parts),
          // A running channel gets the rest next minute: nothing is left to the archive alone.
          total: isRunning ? cards.length : total,
          timeZone: subscription.timeZone,
          ...(subscription.look && { look: subscription.look }),
        };
  const hasRest = isRunning && total > cards.length;
  const wasOurs = await store.publishEdition(edition, newId(), subscription.dueAt, {
    subscriptionId: subscription.id,
    // Counted from now, not from the last due time: what was missed while the desk was down comes as one edition.
    dueAt: nextDueAfter(subscription.schedule, subscription.timeZone, until),
    coveredUntil: hasRest ? subscription.coveredUntil : until,
  });
  return wasOurs && edition !== null;
}

/** The cards in the channel's language where the rewriter can; its reasons where it can't go to the log. */
async function rewriteCards(
  cards: readonly Card[],
  { id, channelId }: Subscription,
  { store, rewriter, log, stopSignal }: PublishParts,
): Promise<readonly Card[]> {
  const channel = await store.findChannel(channelId);
  if (channel === null) return cards;
  const textsOf = (articleIds: readonly string[]) => store.textsOf(articleIds);
  const rewritings = await rewriter.rewrite(cards, { locale: channel.locale, textsOf, stopSignal });
  const reasons = rewritings.flatMap(({ kept }) => (kept === null || kept === "off" ? [] : [kept]));
  const rewritten = rewritings.filter(({ kept }) => kept === null).length;
  if (rewritten + reasons.length > 0)
    log.info("edition rewritten by the model", { subscription: id, rewritten, extracts: reasons.join(", ") || "none" });
  return rewritings.map(({ card }) => card);
}
