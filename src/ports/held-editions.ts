// What a channel's quota holds back, for who asks: answers cost nothing.
import type { Delivery } from "../records/edition.ts";
import type { Rhythm } from "../records/quota.ts";

export interface HeldEditions {
  /**
   * What is to be said with an answer in the channel. `isWaiting`: something is to be offered. `rhythm`: how often it is served now, when it
   * is to be told, once in a month: where something waits, and where it has only just subscribed. Null for nothing.
   */
  offer(channelId: string): Promise<{ readonly isWaiting: boolean; readonly rhythm: Rhythm | null } | null>;
  /** The answer that told the rhythm did not arrive: the next one tells it. */
  notTold(channelId: string): Promise<void>;
  /** Takes all that waits: it is that of the caller alone, and never pushed. Null when nothing does. */
  take(channelId: string): Promise<Delivery | null>;
  /**
   * What became of it. `refused`: it was not shown for certain, and is held back again. `unknown`: it may have been shown, so that it is
   * offered again for a day, but never pushed.
   */
  settle(delivery: Delivery, outcome: "shown" | "refused" | "unknown"): Promise<void>;
}
