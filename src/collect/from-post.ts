// A Jekyll post as an item and its extract: the whole text is at hand, so there is no page to ask for.
import type { Post } from "../ports/source-reader.ts";
import type { Extract } from "../records/article.ts";
import type { CollectedItem } from "../records/collected-item.ts";
import type { Item } from "../records/feed.ts";
import { believableTime, combine } from "./combine.ts";
import { extractFragment } from "./extract/extract-fragment.ts";
import { identityOf } from "./identify.ts";

/** A post as the item that a feed would have listed. */
export function itemOf({ title, url, publishedAt, author, categories, tags, body }: Post): Item {
  // Posts made from feeds are filed under their publisher: that is a place, not a subject.
  const places = new Set([author, ...categories]);
  return {
    id: null,
    url,
    title,
    publishedAt,
    updatedAt: null,
    summary: null,
    content: body,
    author,
    tags: tags.filter((tag) => !places.has(tag)),
    enclosures: [],
  };
}

/** What extraction finds in a post. `stated`: the language that the operator gave its source, BCP 47. */
export function extractPost(post: Post, stated?: string): Extract {
  const inFeed = extractFragment(post.body, post.url);
  return combine({ item: itemOf(post), inFeed, onPage: null, stated, declared: null });
}

/** A post on its way to curating, as if its source had just been polled. */
export function collectPost(post: Post, sourceId: string, now: number): CollectedItem {
  const item = itemOf(post);
  const extract = extractPost(post);
  const publishedAt = believableTime(extract.publishedAt, now);
  return { identity: identityOf(item, sourceId), sourceId, item, categories: post.categories, extract, publishedAt };
}
