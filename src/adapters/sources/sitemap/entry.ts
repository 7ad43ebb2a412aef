// One `<url>` of a sitemap, with what Google's news and image extensions say of it.
// https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
import { readInstant } from "../../../language/instant.ts";
import { readWebAddress } from "../../../language/web-address.ts";
import type { Item } from "../../../records/feed.ts";
import { childrenNamed, type Element, firstText } from "../feed/element.ts";
import { titleOf } from "../feed/text.ts";

/** An entry, and what its news part says of the publication. */
export interface SitemapEntry {
  readonly item: Item & { readonly url: string };
  readonly isNews: boolean;
  readonly publication: string | null;
  readonly language: string | null;
}

/** The entry; null when it has no address of the web. */
export function entryOf(element: Element, base: string): SitemapEntry | null {
  const url = locationOf(element, base);
  if (url === null) return null;
  const [news] = childrenNamed(element, "news:news");
  const [publication] = news ? childrenNamed(news, "news:publication") : [];
  const title = news ? titleIn(news, url) : null;
  return {
    item: {
      ...{ id: null, url, title, summary: null, content: null, author: null },
      ...timesOf(firstText(element, "lastmod"), news ? firstText(news, "news:publication_date") : null),
      tags: news ? tagsOf(firstText(news, "news:keywords") ?? "") : [],
      enclosures: imagesOf(element, url),
    },
    isNews: title !== null,
    publication: publication ? firstText(publication, "news:name") : null,
    language: publication ? firstText(publication, "news:language") : null,
  };
}

/** What `<loc>` says, absolute; null for what is no address of the web. */
export function locationOf(element: Element, base: string): string | null {
  return readWebAddress(firstText(element, "loc") ?? "", base || undefined)?.href ?? null;
}

/** What `<lastmod>` says, epoch milliseconds. */
export const changeOf = (element: Element): number | null => instantOf(firstText(element, "lastmod"));

const instantOf = (text: string | null): number | null => (text === null ? null : readInstant(text));

function titleIn(news: Element, url: string): string | null {
  const [title] = childrenNamed(news, "news:title");
  return title ? titleOf(title, url) : null;
}

/** A publication date without a time is only the day: the article's page knows better. */
function timesOf(changed: string | null, published: string | null): Pick<Item, "publishedAt" | "updatedAt"> {
  const isDayOnly = published !== null && /^\d{4}-\d{2}-\d{2}$/.test(published);
  const publishedAt = instantOf(published);
  return isDayOnly ? { publishedAt: null, updatedAt: publishedAt } : { publishedAt, updatedAt: instantOf(changed) };
}

const tagsOf = (keywords: string): readonly string[] => [
  ...new Set(
    keywords
      .split(/[,、，;；]/)
      .map((tag) => tag.replace(/\s+/g, " ").trim())
      .filter((tag) => tag !== ""),
  ),
];

/** As pictures of whatever type. */
function imagesOf(element: Element, base: string): Item["enclosures"] {
  return childrenNamed(element, "image:image").flatMap((image) => {
    const url = readWebAddress(firstText(image, "image:loc") ?? "", base);
    return url ? [{ url: url.href, type: "image/*", length: null }] : [];
  });
}
