// The feeds and sitemaps that a page links: declared in its head, or, feeds only, among the links for its readers.
import type { CheerioAPI } from "cheerio/slim";
import { readWebAddress } from "../../../language/web-address.ts";

const feedType = /^(?:application\/(?:rss|atom|feed|rdf)\+(?:xml|json)|application\/json|(?:application|text)\/xml)\b/i;
// oEmbed and WordPress's own interface are declared as JSON alternates, and are no feeds.
const noFeed = /oembed|\/wp-json\b/i;
/** An address that ends as feeds do: /feed, /rss/news.xml, atom.xml, feeds.example/x, ?feed=rss2. */
const feedLike =
  /(?:[/.](?:rss|atom|feed|rdf)s?\d?(?:[/._-][^?#]*)?(?:\.xml|\.json|\.rdf)?\/?$)|[?&](?:feed|format|type)=(?:rss|atom)|^https?:\/\/(?:feeds?|rss)\d*\./i;
const mostLinks = 50;

/** Absolute addresses, declared ones first, each once. */
export function findFeedLinks($: CheerioAPI, base: string): readonly string[] {
  const declared = $("link[href]")
    .toArray()
    .filter((element) => isDeclared($(element).attr("rel"), $(element).attr("type")))
    .map((element) => resolve($(element).attr("href"), base));
  const linked = $("a[href]")
    .toArray()
    .map((element) => resolve($(element).attr("href"), base))
    .filter((url) => url !== null && feedLike.test(url));
  const urls = [...declared, ...linked].filter((url) => url !== null && !noFeed.test(url));
  return [...new Set(urls)].filter((url) => url !== null).slice(0, mostLinks);
}

/** Absolute addresses of `<link rel="sitemap">`, each once. */
export function findSitemapLinks($: CheerioAPI, base: string): readonly string[] {
  const urls = $("link[rel~=sitemap i][href]")
    .toArray()
    .map((element) => resolve($(element).attr("href"), base))
    .filter((url) => url !== null);
  return [...new Set(urls)].slice(0, mostLinks);
}

function isDeclared(rel = "", type = ""): boolean {
  const relations = rel.toLowerCase().split(/\s+/);
  return relations.includes("feed") || (relations.includes("alternate") && feedType.test(type.trim()));
}

const resolve = (href: string | undefined, base: string): string | null =>
  readWebAddress(href ?? "", base)?.href ?? null;
