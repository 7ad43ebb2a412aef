// A chat is told once a month when it is served less often.
import type { Clock } from "../../ports/clock.ts";
import type { CacheRows } from "../../ports/store.ts";
import type { Rhythm } from "../../records/quota.ts";
import { isThinned } from "./plan-month.ts";

export interface NoticeParts {
  readonly store: Pick<CacheRows, "addCache">;
  readonly clock: Clock;
}

/** The rhythm, for the first who asks in the month; null when there is nothing to tell, or it was told. */
export async function noticeDue(
  channelId: string,
  rhythm: Rhythm,
  monthEndsAt: number,
  { store, clock }: NoticeParts,
): Promise<Rhythm | null> {
  if (!isThinned(rhythm)) return null;
  const key = `quota-told:${channelId}:${monthEndsAt}`;
  return (await store.addCache(key, "", monthEndsAt, clock.now())) ? rhythm : null;
}
