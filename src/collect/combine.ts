// An item as its feed lists it and its page as it was found, made into one extract.
import type { Extract } from "../records/article.ts";
import type { Item } from "../records/feed.ts";

export interface Findings {
  readonly item: Item;
  /** What stands in the feed's own content or summary. */
  readonly inFeed: Extract;
  /** Null when the page was not asked for or could not be had. */
  readonly onPage: Extract | null;
  /** The language that the operator stated for the source, or else that the feed states. */
  readonly stated: string | undefined;
  readonly declared: string | null;
}

/**
 * The better of both, field by field:
 * - title and author are the feed's: it names what this item is, where a page may show a consent form or a section's name;
 * - text is the longer one's, and the image comes from where the text does, if it has one there;
 * - tags are the page's if it has any: a feed's are often its sections;
 * - language is as the operator stated it, else the page's, else the feed's.
 */
export function combine({ item, inFeed, onPage, stated, declared }: Findings): Extract {
  const isPageBetter = onPage !== null && onPage.text.length >= inFeed.text.length;
  const [better, other] = isPageBetter ? [onPage, inFeed] : [inFeed, onPage];
  return {
    url: linkOf(item),
    title: item.title ?? onPage?.title ?? inFeed.title,
    author: item.author ?? onPage?.author ?? inFeed.author,
    publishedAt: item.publishedAt ?? onPage?.publishedAt ?? item.updatedAt,
    language: stated ?? onPage?.language ?? declared,
    text: better.text,
    image: better.image ?? other?.image ?? imageIn(item),
    tags: firstFilled(onPage?.tags, inFeed.tags, item.tags),
  };
}

/** The item's link if it is one that a reader may be sent to; a feed can hold `javascript:` too. */
export function linkOf({ url }: Pick<Item, "url">): string | null {
  const link = url === null ? null : URL.parse(url);
  return link && /^https?:$/.test(link.protocol) ? link.href : null;
}

const imageIn = ({ enclosures }: Item): string | null =>
  enclosures.find(({ type, url }) => type?.startsWith("image/") && linkOf({ url }) !== null)?.url ?? null;

const firstFilled = (...lists: readonly (readonly string[] | undefined)[]): readonly string[] =>
  lists.find((list) => list !== undefined && list.length > 0) ?? [];

// Before the web there were no feeds: a time such as the epoch's first second is a missing one.
const firstBelievable = Date.UTC(1990, 0, 1);

/** Epoch milliseconds: as stated, but never in the future; when that is missing or can't be, the time it was first seen. */
export function believableTime(stated: number | null, now: number, firstSeenAt: number = now): number {
  return stated === null || !(stated >= firstBelievable) ? firstSeenAt : Math.min(stated, now);
}
