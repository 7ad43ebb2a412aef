// What the archive forgets, and what it remembers of it.
import type { KeepLimit } from "../records/keep.ts";

/** What of a source goes. `now` in epoch milliseconds. */
export interface Expiry {
  readonly sourceId: string;
  readonly limit: KeepLimit;
  readonly now: number;
}

export interface StoreSize {
  readonly bytes: number;
  /** Of them, those that hold nothing now and are written next; null where the database does not tell. */
  readonly freeBytes: number | null;
}

export interface RetentionStore {
  /** How many articles each source has, by its id; of sources that were removed, too. */
  countBySource(): Promise<ReadonlyMap<string, number>>;
  /**
   * How many articles are beyond the limit. Whatever it says, what came in the last seven days stays, and what a subscription
   * has not considered yet.
   */
  countExpired(expiry: Expiry): Promise<number>;
  /**
   * One transaction: removes the oldest of them, so many at most, with all that belongs to them, and the stories that no article is left
   * of. The ledger and the editions stay, and so does a digest of every identity. Resolves to how many there were.
   */
  removeExpired(expiry: Expiry, atMost: number): Promise<number>;
  /** Which of the identities belonged to articles that were removed, or to items that such an article stood for. */
  findRemoved(identities: readonly string[]): Promise<ReadonlySet<string>>;
  size(): Promise<StoreSize>;
}
