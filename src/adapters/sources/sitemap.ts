// Reads sitemaps (https://www.sitemaps.org/protocol.html): news, plain ones, and indexes of either, packed or not.
import { decodeText } from "../../language/decode.ts";
import type { SitemapChild, SitemapReader, SitemapReading } from "../../ports/source-reader.ts";
import { ParseError } from "../../records/errors.ts";
import type { Feed, Item } from "../../records/feed.ts";
import { scanFeed } from "./feed/scan.ts";
import { changeOf, entryOf, locationOf, type SitemapEntry } from "./sitemap/entry.ts";
import { unpack } from "./sitemap/unpack.ts";

const itemNames: ReadonlySet<string> = new Set(["url", "sitemap"]);
/** As many as the protocol allows in one file. */
const mostEntries = 50_000;
/** Each new one costs a visit to its page, and more are in no edition. */
const mostItems = 300;
/** So many entries that changed in the same second did not: their system wrote when it made the file. */
const fewestAlike = 5;

/** Time and memory are linear in the body's size. */
export const readSitemap: SitemapReader = ({ bytes, url, contentType }) => {
  const text = decodeText(unpack(bytes), contentType);
  const entries: SitemapEntry[] = [];
  const children: SitemapChild[] = [];
  const lost = { count: 0 };
  const { root, isCut } = scanFeed(
    text,
    url,
    (element) => {
      if (entries.length + children.length >= mostEntries) return;
      const entry = element.name === "url" ? entryOf(element, url) : null;
      const location = element.name === "sitemap" ? locationOf(element, url) : null;
      if (entry !== null) entries.push(entry);
      else if (location !== null) children.push({ url: location, changedAt: changeOf(element) });
      else lost.count += 1;
    },
    itemNames,
  );
  const kind = root?.name;
  if (kind === "sitemapindex") return { state: "index", children };
  if (kind !== "urlset") throw noSitemap(root?.tag);
  const problems = lost.count === 0 ? [] : [`${lost.count} entries have no address and are left out.`];
  return entriesOf(entries, url, [
    ...problems,
    ...(isCut ? ["The sitemap ends before its last element is closed."] : []),
  ]);
};

const noSitemap = (tag: string | undefined): ParseError =>
  new ParseError(
    `Expected a sitemap but found ${tag === undefined ? "no XML at all" : `<${tag.slice(0, 40)}>`}: the site has changed, or the address is wrong. Look in its robots.txt for the new address, or add the site again.`,
  );

/** Where some entries are news, the rest are sections and the front page. */
function entriesOf(all: readonly SitemapEntry[], url: string, problems: readonly string[]): SitemapReading {
  const news = all.filter(({ isNews }) => isNews);
  const hasNews = news.length > 0;
  const entries = hasNews ? news : all;
  const timed = withoutFileTime(
    entries.map(({ item }) => item),
    hasNews,
  );
  const items = hasNews ? timed : timed.filter(({ updatedAt }) => updatedAt !== null);
  const distinct = [...new Map(items.map((item) => [item.url, item])).values()];
  const newest = distinct.toSorted((one, other) => timeOf(other) - timeOf(one)).slice(0, mostItems);
  return { state: "entries", hasNews, parsed: { feed: feedOf(entries, url), items: newest, problems } };
}

const timeOf = ({ publishedAt, updatedAt }: Item): number => publishedAt ?? updatedAt ?? 0;

/** One time of change in all entries is the file's: believed, it would have every page fetched at every poll. */
function withoutFileTime(items: readonly Item[], hasNews: boolean): readonly Item[] {
  const isAlike = items.length >= fewestAlike && new Set(items.map(({ updatedAt }) => updatedAt)).size === 1;
  // News without a time of publication may have the day of it there.
  const isKnownBetter = !hasNews || items.every(({ publishedAt }) => publishedAt !== null);
  return isAlike && isKnownBetter ? items.map((item) => ({ ...item, updatedAt: null })) : items;
}

function feedOf(entries: readonly SitemapEntry[], url: string): Feed {
  return {
    title: common(entries.map(({ publication }) => publication)),
    link: url,
    description: null,
    language: common(entries.map(({ language }) => language)),
    id: null,
    updatedAt: null,
    author: null,
  };
}

/** The value when all have the same one. */
const common = (values: readonly (string | null)[]): string | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null;
