// Reads sitemaps (https://www.sitemaps.org/protocol.html): news, plain ones, and indexes of either, packed or not.
import { decodeText } from "../../language/decode.ts";
import type { SitemapChild, SitemapReader, SitemapReading } from "../../ports/source-reader.ts";
import { ParseError } from "../../records/errors.ts";
import type { Element } from "./feed/element.ts";
import { scanFeed } from "./feed/scan.ts";
import { changeOf, entryOf, locationOf } from "./sitemap/entry.ts";
import { NewestEntries } from "./sitemap/newest.ts";
import { unpack } from "./sitemap/unpack.ts";

const itemNames: ReadonlySet<string> = new Set(["url", "sitemap"]);
/** As many as the protocol allows in one file. */
const mostEntries = 50_000;

/** Time is linear in the body's size, and what is kept of it bounded. */
export const readSitemap: SitemapReader = ({ bytes, url, contentType }) => {
  const found: Found = { news: new NewestEntries(), plain: new NewestEntries(), children: [], count: 0, lost: 0 };
  const text = decodeText(unpack(bytes), contentType);
  const { root, isCut } = scanFeed(text, url, (element) => take(element, url, found), itemNames);
  if (root?.name === "sitemapindex") return { state: "index", children: found.children };
  if (root?.name !== "urlset") throw noSitemap(root?.tag);
  const problems = [
    ...(found.lost === 0 ? [] : [`${found.lost} entries have no address and are left out.`]),
    ...(isCut ? ["The sitemap ends before its last element is closed."] : []),
  ];
  return readingOf(found, url, problems);
};

interface Found {
  readonly news: NewestEntries;
  readonly plain: NewestEntries;
  readonly children: SitemapChild[];
  count: number;
  lost: number;
}

function take(element: Element, url: string, found: Found): void {
  found.count += 1;
  if (found.count > mostEntries) return;
  if (element.name === "sitemap") {
    const location = locationOf(element, url);
    if (location === null) found.lost += 1;
    else found.children.push({ url: location, changedAt: changeOf(element) });
    return;
  }
  const entry = entryOf(element, url);
  if (entry === null) found.lost += 1;
  else if (entry.isNews) found.news.add(entry);
  // Of a page that tells neither title nor time nobody knows whether it is new.
  else if (entry.item.updatedAt !== null) found.plain.add(entry);
}

const noSitemap = (tag: string | undefined): ParseError =>
  new ParseError(
    `Expected a sitemap but found ${tag === undefined ? "no XML at all" : `<${tag.slice(0, 40)}>`}: the site has changed, or the address is wrong. Look in its robots.txt for the new address, or add the site again.`,
  );

/** Where some entries are news, the rest are sections and the front page. */
function readingOf({ news, plain }: Found, url: string, problems: readonly string[]): SitemapReading {
  if (news.count === 0) {
    const items = plain.hasFileTime() ? [] : plain.items();
    return { state: "entries", hasNews: false, parsed: { feed: plain.feed(url), items, problems } };
  }
  // News without a time of publication may have the day of it in place of its change.
  const hasFileTime = news.hasFileTime() && news.hasAllTimes();
  const items = hasFileTime ? news.items().map((item) => ({ ...item, updatedAt: null })) : news.items();
  return { state: "entries", hasNews: true, parsed: { feed: news.feed(url), items, problems } };
}
