// Living messages: when a story grows or its headline is corrected, the digest that showed it is changed, and none is posted again.
import { revisedCards } from "../language/revised-cards.ts";
import type { Clock } from "../ports/clock.ts";
import type { LivingStore } from "../ports/living-store.ts";
import type { Log } from "../ports/log.ts";
import type { Platform } from "../ports/platform.ts";
import type { Delivery, Posted } from "../records/edition.ts";

// For as long as a story may grow.
const livesMs = 72 * 3_600_000;
const retryMs = 5 * 60_000;
const atOnce = 50;

export interface ReviseParts {
  readonly store: LivingStore;
  readonly platforms: readonly Platform[];
  readonly clock: Clock;
  readonly log: Log;
  /** Once aborted, no message is changed any more. */
  readonly stopSignal?: AbortSignal;
}

/** Looks for what changed since the last time and changes the messages; how many digests were. One worker's task at a time. */
export async function reviseShown(parts: ReviseParts): Promise<number> {
  await noteChanges(parts);
  let revised = 0;
  for (;;) {
    const due = parts.stopSignal?.aborted ? [] : await parts.store.dueRevisions(parts.clock.now(), atOnce);
    for (const delivery of due) if (await revise(delivery, parts)) revised += 1;
    if (due.length < atOnce) return revised;
  }
}

async function noteChanges({ store, clock }: ReviseParts): Promise<void> {
  const until = clock.now();
  const from = await store.revisedUntil();
  const deliveredAfter = until - livesMs;
  // What was changed before the first look is as it was sent.
  const changed = from === 0 ? [] : await store.changedEditions({ from, until, deliveredAfter });
  const editions = changed.flatMap(({ edition, cards: now, edited }) => {
    const cards = revisedCards(edition.cards, now, edited);
    return cards === null ? [] : [{ ...edition, cards }];
  });
  await store.reviseEditions(editions, until);
}

async function revise(delivery: Delivery & { readonly posted: Posted }, parts: ReviseParts): Promise<boolean> {
  const { store, platforms, clock, log } = parts;
  const platform = platforms.find(({ name }) => name === delivery.channel.platform);
  const result = (await platform?.revise?.(delivery, delivery.posted)) ?? { outcome: "refused", reason: "no platform" };
  // What is older is not shown to change any more.
  const isRetried = result.outcome === "retry" && clock.now() - delivery.edition.publishedAt < livesMs;
  const retryAt = isRetried ? clock.now() + Math.ceil(Math.max(retryMs, result.retryAfterMs ?? 0)) : null;
  await store.settleRevision(delivery.id, retryAt);
  const fields = { delivery: delivery.id, channel: delivery.channel.id };
  if (result.outcome === "delivered") log.info("a digest was brought up to date", fields);
  else log.warn("a digest could not be brought up to date", { ...fields, reason: result.reason });
  return result.outcome === "delivered";
}
