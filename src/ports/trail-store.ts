// What the archive tells of an article's way: found, retraced, and held against a query.
import type { Channel } from "../records/channel.ts";
import type { Edition } from "../records/edition.ts";
import type { Query } from "../records/query.ts";
import type { DroppedDuplicate, Mismatch, Trail } from "../records/trail.ts";

export interface TrailStore {
  /** Notes what was not archived: an item once, a hundred of an article at most, nothing of an article that isn't there. */
  noteDuplicates(dropped: readonly DroppedDuplicate[]): Promise<void>;
  /** The id of the article that has any of the identities, else of one that stands for an item that has it; or null. */
  articleOf(identities: readonly string[]): Promise<string | null>;
  /** Null when there is no such article. */
  trailOf(articleId: string): Promise<Trail | null>;
  /**
   * What of the query the article does not meet, null when it meets it; and whether any report of its story does. Judged as
   * `openSelection` judges.
   */
  judgeArticle(
    articleId: string,
    query: Query,
  ): Promise<{ readonly mismatch: Mismatch | null; readonly isStoryWanted: boolean }>;
  /** The subscription's edition that considered what was archived at the instant; null when it was empty, or is not there. */
  editionOver(subscriptionId: string, archivedAt: number): Promise<Edition | null>;
  /** All channels, by id. */
  channels(): Promise<readonly Channel[]>;
}
