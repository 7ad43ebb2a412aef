// Deliver, first half: a due subscription becomes an edition in the outbox, in one transaction.
import { setImmediate as othersTurn } from "node:timers/promises";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Platform } from "../ports/platform.ts";
import type { OpenSelection, SelectionStore } from "../ports/selection-store.ts";
import type { SubscriptionStore } from "../ports/store.ts";
import type { Edition } from "../records/edition.ts";
import type { QuotaWishes } from "../records/quota.ts";
import type { Subscription } from "../records/subscription.ts";
import { type Alike, alikeAmong, staysDue } from "./alike.ts";
import { editionSize } from "./edition-size.ts";
import { type HoldParts, holdQuiet } from "./hold-quiet.ts";
import { type Merged, type MergeParts, mergeHeld } from "./merge-held.ts";
import { type PassParts, passIdle, searchOf } from "./pass-idle.ts";
import { type NoticeParts, noticeDue } from "./quota/notice.ts";
import { isThinned } from "./quota/plan-month.ts";
import { openTurns, type Turn, type TurnParts, type Turns } from "./quota/turns.ts";
import { type RewriteParts, rewriteCards } from "./rewrite-cards.ts";
import { type EditionWriter, type EditionWriterParts, openEditionWriter } from "./write-editions.ts";

const pageSize = 500;
const mostTogether = 10_000;
const minuteMs = 60_000;
const noWishes: QuotaWishes = { reserve: { messages: 0 }, weights: new Map() };

export interface PublishParts extends RewriteParts, PassParts, HoldParts, MergeParts, NoticeParts {
  readonly store: Pick<SubscriptionStore, "dueSubscriptions" | "withEditionSince"> &
    EditionWriterParts["store"] &
    SelectionStore &
    RewriteParts["store"] &
    PassParts["store"] &
    HoldParts["store"] &
    MergeParts["store"] &
    NoticeParts["store"] &
    TurnParts["store"];
  /** Of which some count what is pushed; left out: none does. */
  readonly platforms?: readonly Platform[];
  /** Left out: nothing is kept back, and all channels are equal. */
  readonly quotaWishes?: QuotaWishes;
  readonly clock: Clock;
  readonly log: Log;
  /** A new UUID. */
  readonly newId: () => string;
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
  const { platforms = [], quotaWishes: wishes = noWishes } = parts;
  const turns = openTurns({ ...parts, platforms, wishes });
  const writer = openEditionWriter(parts);
  let published = 0;
  try {
    for await (const alike of alikeAmong(subscriptions, parts.log)) {
      if (parts.stopSignal?.aborted) break;
      await publishAlike(alike, { turns, writer }, parts);
    }
  } finally {
    published = await writer.end();
  }
  return published;
}

/** What editions have in common that come due together. */
interface Pass {
  readonly turns: Turns;
  readonly writer: EditionWriter;
}

/** Editions of one search and span: what they have in common is looked for once. */
async function publishAlike({ subscriptions, ...search }: Alike, pass: Pass, parts: PublishParts): Promise<void> {
  const { store, clock, log, stopSignal } = parts;
  const until = clock.now();
  try {
    const selection = await store.openSelection({ ...search, until, limit: editionSize });
    for (const subscription of subscriptions) {
      // Thousands may be due at one time: those that are published go out meanwhile, and questions are answered.
      await othersTurn();
      if (stopSignal?.aborted) break;
      try {
        await publishEdition(subscription, { ...pass, selection, until }, parts);
      } catch (error) {
        log.error(staysDue, error, { subscription: subscription.id });
      }
    }
  } catch (error) {
    for (const { id } of subscriptions) log.error(staysDue, error, { subscription: id });
  }
}

/** Each once: those that fail stay due, and are not met again. */
async function* dueSubscriptions(parts: PublishParts): AsyncGenerator<Subscription> {
  const now = parts.clock.now();
  for await (const due of dueTogether(parts, now, (page) => holdQuiet(page, parts))) yield* await passIdle(due, parts);
}

async function* awaitingSubscriptions(parts: PublishParts): AsyncGenerator<Subscription> {
  const { store, clock } = parts;
  const now = clock.now();
  const waiting = async (page: readonly Subscription[]) =>
    page.filter(({ schedule, dueAt }) => schedule.kind === "now" && dueAt > now);
  for await (const running of dueTogether(parts, now + minuteMs, waiting)) {
    const withNews = await store.searchesWithNews(running.flatMap(searchOf), now);
    const lately = await store.withEditionSince([...withNews], now - minuteMs);
    yield* await holdQuiet(
      running.filter(({ id }) => withNews.has(id) && !lately.has(id)),
      parts,
    );
  }
}

/** Those due until the instant that are taken of each page, as many together as one reading of the new articles is to serve. */
async function* dueTogether(
  { store }: PublishParts,
  until: number,
  take: (page: readonly Subscription[]) => Promise<readonly Subscription[]>,
): AsyncGenerator<readonly Subscription[]> {
  let together: Subscription[] = [];
  let page = await store.dueSubscriptions(until, pageSize);
  while (page.length > 0) {
    together.push(...(await take(page)));
    if (together.length >= mostTogether) {
      yield together;
      together = [];
    }
    await othersTurn();
    // The next page begins behind those that stay due.
    page = page.length < pageSize ? [] : await store.dueSubscriptions(until, pageSize, page.at(-1));
  }
  if (together.length > 0) yield together;
}

interface Opened extends Pass {
  readonly selection: OpenSelection;
  /** The instant that was selected up to. */
  readonly until: number;
}

async function publishEdition(subscription: Subscription, opened: Opened, parts: PublishParts): Promise<void> {
  const { selection, until, turns, writer } = opened;
  const { id, channelId, schedule, timeZone, coveredUntil, dueAt } = subscription;
  await writer.ready(channelId);
  const { cards, total } = await selection.forChannel(channelId);
  const turn: Turn = cards.length === 0 ? { kind: "free" } : await turns.ask(subscription);
  if (turn.kind === "held") return;
  const isBroughtTogether = turn.kind === "go" && isThinned(turn.rhythm);
  // A running channel gets the rest next minute: nothing is left to the archive alone.
  const hasRest = schedule.kind === "now" && total > cards.length && !isBroughtTogether;
  const contents: Merged = isBroughtTogether
    ? await mergeHeld(subscription, until, editionSize, parts)
    : { cards, total: hasRest ? cards.length : total, also: [], merged: [] };
  const edition = contents.cards.length === 0 ? null : await makeEdition(subscription, contents, turn, until, parts);
  const next = {
    subscriptionId: id,
    // Counted from now, not from the last due time: what was missed while the desk was down comes as one edition.
    dueAt: parts.nextDueAfter(schedule, timeZone, until),
    coveredUntil: hasRest ? coveredUntil : until,
  };
  const written = writer.write(channelId, {
    ...{ edition, deliveryId: parts.newId(), expectedDueAt: dueAt, next, also: contents.also },
    ...(turn.kind === "go" && { recipients: turn.recipients }),
  });
  if (turn.kind !== "go") return;
  // What is left of a quota is known when what was spent is.
  await writer.ready(channelId);
  if (await written) await turns.spend(channelId, turn);
}

async function makeEdition(
  subscription: Subscription,
  { cards, total, merged }: Merged,
  turn: Turn,
  until: number,
  parts: PublishParts,
): Promise<Edition> {
  const { id, channelId, coveredUntil, timeZone, look } = subscription;
  const rhythm = turn.kind === "go" ? await noticeDue(channelId, turn.rhythm, turn.monthEndsAt, parts) : null;
  return {
    id: parts.newId(),
    ...{ subscriptionId: id, publishedAt: until, from: coveredUntil, until, total, timeZone },
    cards: await rewriteCards(cards, subscription, parts),
    ...(look && { look }),
    ...(merged.length > 0 && { merged }),
    ...(rhythm && { rhythm }),
  };
}
