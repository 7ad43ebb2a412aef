// A sitemap that tells no news, only when each page changed last: which of its pages are news all the same.
//
// It lists whatever a site has. So only what changed lately is looked at, and only a page that says when it was published, and
// that this was not long ago, is an article: neither a section's page nor an old report whose template was mended.
import type { Extract } from "../records/article.ts";
import type { ParsedSource } from "../records/feed.ts";

const dayMs = 24 * 60 * 60_000;
const changedWithinMs = 3 * dayMs;
const publishedWithinMs = 14 * dayMs;
/** A new template changes every page. */
const mostPages = 100;

/** The same with those pages alone that changed in the last three days, a hundred at most. */
export function changedLately(parsed: ParsedSource, now: number): ParsedSource {
  const items = parsed.items.filter(({ updatedAt }) => updatedAt !== null && updatedAt >= now - changedWithinMs);
  return { ...parsed, items: items.slice(0, mostPages) };
}

/** Whether the page is a report of the last two weeks. */
export const isNewsPage = ({ title, text, publishedAt }: Extract, now: number): boolean =>
  publishedAt !== null && publishedAt >= now - publishedWithinMs && text !== "" && (title ?? "") !== "";
