// Thousands of channels are due at eight, and most of them want the same: they are brought together.
import { queryOfSubscription } from "../language/filter-text.ts";
import type { Log } from "../ports/log.ts";
import type { WantedStories } from "../ports/selection-store.ts";
import type { Subscription } from "../records/subscription.ts";

export const staysDue = "an edition could not be published; it stays due";

/** Subscriptions that look for the same in the same span. */
export interface Alike extends Pick<WantedStories, "query" | "from" | "order"> {
  readonly subscriptions: readonly Subscription[];
}

// At most held in memory, which is a few megabytes.
const mostTogether = 5000;

/** All of them, each once, thousands brought together at a time. One that can't be read is logged and left out. */
export async function* alikeAmong(subscriptions: AsyncIterable<Subscription>, log: Log): AsyncGenerator<Alike> {
  let gathered: Subscription[] = [];
  for await (const subscription of subscriptions) {
    gathered.push(subscription);
    if (gathered.length < mostTogether) continue;
    yield* bringTogether(gathered, log);
    gathered = [];
  }
  yield* bringTogether(gathered, log);
}

/** In the order of the first of each. */
function bringTogether(subscriptions: readonly Subscription[], log: Log): readonly Alike[] {
  const found = new Map<string, Alike & { readonly subscriptions: Subscription[] }>();
  for (const subscription of subscriptions) {
    try {
      const search = searchOf(subscription);
      const key = JSON.stringify(search);
      const alike = found.get(key) ?? { ...search, subscriptions: [] };
      alike.subscriptions.push(subscription);
      found.set(key, alike);
    } catch (error) {
      log.error(staysDue, error, { subscription: subscription.id });
    }
  }
  return [...found.values()];
}

function searchOf(subscription: Subscription): Omit<Alike, "subscriptions"> {
  return {
    query: queryOfSubscription(subscription),
    from: subscription.coveredUntil,
    order: subscription.schedule.kind === "now" ? "oldest" : "best",
  };
}
