// What `lede parse --json` prints of a feed: the records, with instants as ISO 8601 text.
import type { Feed, Item, ParsedSource } from "../records/feed.ts";

type Timed<Part, Times extends keyof Part> = Omit<Part, Times> & Readonly<Record<Times, string | null>>;

export interface ParsedSourceJson {
  /** What was mended, cut off or left out; absent where there is nothing to tell. */
  readonly problems?: readonly string[];
  readonly feed: Timed<Feed, "updatedAt">;
  readonly items: readonly Timed<Item, "publishedAt" | "updatedAt">[];
}

/** The fields of the interface that other programs call. Instants are UTC, such as 2023-09-27T05:47:00.000Z. */
export function parsedSourceJson({
  feed,
  items,
  problems,
}: Pick<ParsedSource, "feed" | "items" | "problems">): ParsedSourceJson {
  return {
    feed: { ...feed, updatedAt: instant(feed.updatedAt) },
    items: items.map((item) => ({
      ...item,
      publishedAt: instant(item.publishedAt),
      updatedAt: instant(item.updatedAt),
    })),
    ...(problems.length > 0 && { problems }),
  };
}

/** An instant as ISO 8601 text in UTC; null stays null. */
export function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
