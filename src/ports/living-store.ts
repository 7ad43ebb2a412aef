// Digests that are out, and change when their stories do.
import type { Delivery, Edition, Posted } from "../records/edition.ts";
import type { Card } from "../records/story.ts";

/** An edition that is shown by messages that can be changed. */
export interface ShownEdition {
  readonly edition: Edition;
  /** The articles that it shows, as they are now, by id; none that is not archived any more. */
  readonly cards: ReadonlyMap<string, Card>;
  /** Of those, the articles whose headline was changed since the edition was made. */
  readonly edited: ReadonlySet<string>;
}

/** All instants are epoch milliseconds. */
export interface LivingStore {
  /** Until when changes have been looked for; 0 before the first time. */
  revisedUntil(): Promise<number>;
  /** Editions delivered after `deliveredAfter` of which a story got another report, or a headline was changed, after `from` and until `until`. */
  changedEditions(span: {
    readonly from: number;
    readonly until: number;
    readonly deliveredAfter: number;
  }): Promise<readonly ShownEdition[]>;
  /** One transaction: writes the editions as they shall be shown, has their messages changed, and that changes were looked for until `until`. */
  reviseEditions(editions: readonly Edition[], until: number): Promise<void>;
  /** Deliveries whose messages are to be changed, the longest due first. */
  dueRevisions(now: number, limit: number): Promise<readonly (Delivery & { readonly posted: Posted })[]>;
  /** Null: it is done, or can't be. */
  settleRevision(deliveryId: string, retryAt: number | null): Promise<void>;
}
