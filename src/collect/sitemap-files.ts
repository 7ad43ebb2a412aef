// Which files of a sitemap index are worth reading: an archive of twenty years is named in the same index as today's news.
import type { SitemapChild } from "../ports/source-reader.ts";

/** Each costs a request at every poll. */
const mostFiles = 3;

/**
 * Those that are news by their name, if there are any; of them, or else of all, the last changed, and where the index tells no
 * times, those with the highest numbers in their names: /2026-11.xml before /2026-10.xml, /posts-10.xml before /posts-9.xml.
 */
export function chooseFiles(children: readonly SitemapChild[]): readonly string[] {
  const news = children.filter(({ url }) => isNewsAddress(url));
  const candidates = news.length > 0 ? news : children;
  return [...new Set(candidates.toSorted(byNewest).map(({ url }) => url))].slice(0, mostFiles);
}

/** Whether the address says that its sitemap is one of news. */
export const isNewsAddress = (url: string): boolean =>
  /news(?!letter)|latest|recent/i.test(URL.parse(url)?.pathname ?? "");

function byNewest(one: SitemapChild, other: SitemapChild): number {
  return (other.changedAt ?? 0) - (one.changedAt ?? 0) || numeric.compare(other.url, one.url);
}

const numeric = new Intl.Collator("en", { numeric: true });
