// Running subscriptions come due every minute, and for most there is nothing new: those are passed over together.
import { setImmediate as othersTurn } from "node:timers/promises";
import { queryOfSubscription } from "../language/filter-text.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { OutboxStore } from "../ports/outbox-store.ts";
import type { SubscriptionStore } from "../ports/store.ts";
import { UserError } from "../records/errors.ts";
import type { Schedule, Subscription } from "../records/subscription.ts";

const passedAtOnce = 500;

export interface PassParts {
  readonly store: Pick<SubscriptionStore, "searchesWithNews"> & Pick<OutboxStore, "passEditions">;
  readonly clock: Clock;
  readonly log: Log;
  readonly nextDueAfter: (schedule: Schedule, timeZone: string, after: number) => number;
}

/** Moves on the running ones without news, and returns all others: each of these is worth a selection of its own. */
export async function passIdle(due: readonly Subscription[], parts: PassParts): Promise<readonly Subscription[]> {
  const { store, clock, log, nextDueAfter } = parts;
  const now = clock.now();
  const searches = due.flatMap((subscription) => (subscription.schedule.kind === "now" ? searchOf(subscription) : []));
  try {
    const withNews = await store.searchesWithNews(searches, now);
    const idleIds = new Set(searches.map(({ id }) => id).filter((id) => !withNews.has(id)));
    const idle = due.filter(({ id }) => idleIds.has(id));
    for (let start = 0; start < idle.length; start += passedAtOnce) {
      await store.passEditions(
        idle.slice(start, start + passedAtOnce).map(({ id, schedule, timeZone, dueAt }) => ({
          ...{ subscriptionId: id, expectedDueAt: dueAt },
          ...{ dueAt: nextDueAfter(schedule, timeZone, now), coveredUntil: now },
        })),
      );
      await othersTurn();
    }
    return due.filter(({ id }) => !idleIds.has(id));
  } catch (error) {
    log.error("running subscriptions could not be looked at together; each is selected for alone", error, {});
    return due;
  }
}

/** What the subscription looks for; nothing of one that can't be read: that is left to its own edition, where its fault is told. */
export function searchOf(subscription: Subscription) {
  try {
    return [{ id: subscription.id, query: queryOfSubscription(subscription), from: subscription.coveredUntil }];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
