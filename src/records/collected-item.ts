// An item on its way from collecting to curating: what was published, and what was found of it.
import type { Extract } from "./article.ts";
import type { Item } from "./feed.ts";

/** One new or changed item. */
export interface CollectedItem {
  /** `Article.identity`: the key that makes a second arrival an update. */
  readonly identity: string;
  readonly sourceId: string;
  /** As published. */
  readonly item: Item;
  /** The publisher's own filing, kept for export: a post's categories, else the item's tags. */
  readonly categories: readonly string[];
  /** Where item and page differ, the better of both: see collect/combine.ts. */
  readonly extract: Extract;
  /** Epoch milliseconds, never later than the poll. */
  readonly publishedAt: number;
}
