// Reads a page as a way to sources: the feeds and sitemaps it links, and its list of articles.
import { decodeText } from "../../language/decode.ts";
import type { SiteReader } from "../../ports/source-reader.ts";
import { baseOf, loadPage } from "./page/load.ts";
import { findFeedLinks, findSitemapLinks } from "./site/feed-links.ts";
import { findLinkList } from "./site/link-list.ts";

/** Throws ParseError for a page that nests its elements without end. */
export const readSite: SiteReader = ({ bytes, url, contentType }) => {
  const $ = loadPage(decodeText(bytes, contentType));
  const base = baseOf($, url);
  return {
    title: $("title").first().text().replace(/\s+/g, " ").trim() || null,
    feedUrls: findFeedLinks($, base),
    sitemapUrls: findSitemapLinks($, base),
    list: findLinkList($, base),
  };
};
