// What waits for a channel, brought together: one edition of the best of all that came in for its subscriptions.
import { queryOfSubscription } from "../language/filter-text.ts";
import type { NextEdition } from "../ports/outbox-store.ts";
import type { SelectionStore, StorySelection } from "../ports/selection-store.ts";
import type { SubscriptionStore } from "../ports/store.ts";
import { UserError } from "../records/errors.ts";
import type { Card } from "../records/story.ts";
import type { Schedule, Subscription } from "../records/subscription.ts";

export interface MergeParts {
  readonly store: Pick<SubscriptionStore, "subscriptionsOf"> & SelectionStore;
  readonly nextDueAfter: (schedule: Schedule, timeZone: string, after: number) => number;
}

export interface Merged {
  readonly cards: readonly Card[];
  /** Stories that matched, those that two subscriptions share counted once as far as they were looked at. */
  readonly total: number;
  /** How the others go on. */
  readonly also: readonly (NextEdition & { readonly expectedDueAt: number })[];
  readonly merged: readonly { readonly subscriptionId: string; readonly from: number }[];
}

/** Of the subscription and what its channel's others are held back with, in turns, the best of each first. `limit`: stories at most. */
export async function mergeHeld(
  subscription: Subscription,
  now: number,
  limit: number,
  parts: MergeParts,
): Promise<Merged> {
  const others = (await waitingOf(subscription.channelId, now, parts.store)).filter(({ id }) => id !== subscription.id);
  const selections = await Promise.all([subscription, ...others].map((each) => selectFor(each, now, limit, parts)));
  const cards = new Map<string, Card>();
  let doubles = 0;
  for (let rank = 0; rank < limit; rank++)
    for (const { cards: own } of selections) {
      const card = own[rank];
      if (card === undefined) continue;
      if (cards.has(card.storyId)) doubles += 1;
      else cards.set(card.storyId, card);
    }
  return {
    cards: [...cards.values()].slice(0, limit),
    total: selections.reduce((sum, { total }) => sum + total, 0) - doubles,
    also: others.map(({ id, dueAt, schedule, timeZone }) => ({
      ...{ subscriptionId: id, expectedDueAt: dueAt, coveredUntil: now },
      dueAt: parts.nextDueAfter(schedule, timeZone, now),
    })),
    merged: others.map(({ id, coveredUntil }) => ({ subscriptionId: id, from: coveredUntil })),
  };
}

/** The channel's subscriptions that are held back, or due at this moment. */
export async function waitingOf(
  channelId: string,
  now: number,
  store: Pick<SubscriptionStore, "subscriptionsOf">,
): Promise<readonly Subscription[]> {
  return (await store.subscriptionsOf(channelId)).filter(
    ({ heldSince, dueAt, paused }) => (heldSince !== undefined || dueAt <= now) && paused === undefined,
  );
}

async function selectFor(
  subscription: Subscription,
  until: number,
  limit: number,
  { store }: MergeParts,
): Promise<StorySelection> {
  try {
    const query = queryOfSubscription(subscription);
    const { channelId, coveredUntil: from } = subscription;
    const selection = await store.openSelection({ query, from, until, order: "best", limit });
    return await selection.forChannel(channelId);
  } catch (error) {
    // One that can't be read is told of when its own edition is due.
    if (error instanceof UserError) return { cards: [], total: 0 };
    throw error;
  }
}
