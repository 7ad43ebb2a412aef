// A chat is told once a month when it is served less often.
import { keysOf } from "../../ports/cache.ts";
import type { Clock } from "../../ports/clock.ts";
import type { CacheRows } from "../../ports/store.ts";
import type { Delivery } from "../../records/edition.ts";
import type { Rhythm } from "../../records/quota.ts";
import { isThinned } from "./plan-month.ts";

export interface NoticeParts {
  readonly store: Pick<CacheRows, "addCache">;
  readonly clock: Clock;
}

const toldKey = (channelId: string): string => `${keysOf(channelId)}quota-told`;

/** The rhythm, for the first who asks in the month; null when there is nothing to tell, or it was told. */
export async function noticeDue(
  channelId: string,
  rhythm: Rhythm,
  monthEndsAt: number,
  { store, clock }: NoticeParts,
): Promise<Rhythm | null> {
  if (!isThinned(rhythm)) return null;
  return (await store.addCache(toldKey(channelId), "", monthEndsAt, clock.now())) ? rhythm : null;
}

/** What told it did not arrive: the next edition does, or the next answer. */
export async function takeNoticeBack(
  channelId: string,
  { store }: { readonly store: Pick<CacheRows, "deleteCache"> },
): Promise<void> {
  await store.deleteCache(toldKey(channelId));
}

/** As `takeNoticeBack`, for a delivery, where it told anything. */
export async function takeBackWith(
  { channel, edition }: Pick<Delivery, "channel" | "edition">,
  parts: { readonly store: Pick<CacheRows, "deleteCache"> },
): Promise<void> {
  if (edition.rhythm !== undefined) await takeNoticeBack(channel.id, parts);
}
