// The news sitemaps of a site: those that it names, for robots or in its pages, else those at the usual places.
import { readWebAddress } from "../language/web-address.ts";
import type { SourceBody } from "../ports/source-reader.ts";
import { FetchError } from "../records/errors.ts";
import { isNewsAddress } from "./sitemap-files.ts";

/** Fetches an address. Throws FetchError. */
export type FetchBody = (url: string) => Promise<SourceBody>;

/** Where publishing systems keep a news sitemap, or an index that names it. */
const usualPlaces = [
  "/news-sitemap.xml",
  "/sitemap-news.xml",
  "/sitemap_news.xml",
  "/news_sitemap.xml",
  "/googlenews.xml",
  "/sitemap-news/",
  "/sitemap/news.xml",
  "/sitemap.xml",
  "/sitemap_index.xml",
];
/** Some sites name hundreds: one for each month of their archive. */
const mostNamed = 4;
const longestRobots = 64 * 1024;

/** The sitemaps that the site of the page names in its robots.txt or in the page, those of news first. */
export async function namedSitemaps(
  page: string,
  linked: readonly string[],
  fetchBody: FetchBody,
): Promise<readonly string[]> {
  const urls = [...new Set([...(await sitemapsForRobots(new URL("/robots.txt", page).href, fetchBody)), ...linked])];
  const isNews = Map.groupBy(urls, isNewsAddress);
  return [...(isNews.get(true) ?? []), ...(isNews.get(false) ?? [])].slice(0, mostNamed);
}

/** Addresses to try on a site that names none. */
export const usualSitemaps = (page: string): readonly string[] => usualPlaces.map((path) => new URL(path, page).href);

/** https://www.sitemaps.org/protocol.html#submit_robots */
async function sitemapsForRobots(url: string, fetchBody: FetchBody): Promise<readonly string[]> {
  try {
    const text = new TextDecoder().decode((await fetchBody(url)).bytes.subarray(0, longestRobots));
    return [...text.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)].flatMap(([, written = ""]) => {
      const address = readWebAddress(written, url);
      return address ? [address.href] : [];
    });
  } catch (error) {
    if (error instanceof FetchError) return [];
    throw error;
  }
}
