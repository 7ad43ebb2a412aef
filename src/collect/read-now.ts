// A source on the web, read on the spot and in full, as if it had never been read before.
import type { Cache } from "../ports/cache.ts";
import type { Fetcher } from "../ports/fetcher.ts";
import type { FeedReader, PageReader, SitemapReader, SourceBody } from "../ports/source-reader.ts";
import { FetchError } from "../records/errors.ts";
import type { ParsedSource } from "../records/feed.ts";
import type { PostsSource, Source } from "../records/source.ts";
import { followSitemap } from "./follow-sitemap.ts";
import { accepted } from "./poll-web.ts";
import { createRobots } from "./robots.ts";
import { sourceBodyOf } from "./source-body.ts";

export interface ReadNowParts {
  readonly fetcher: Pick<Fetcher, "fetch">;
  readonly readFeed: FeedReader;
  readonly readPage: PageReader;
  readonly readSitemap: SitemapReader;
  /** For the rules of sites. */
  readonly cache: Cache;
}

/** `hasNews`: false for a sitemap that tells no news, but which of its pages changed when. */
interface ReadNow {
  readonly parsed: ParsedSource;
  readonly hasNews: boolean;
}

/** What the source lists. `url`: where it is now. Throws FetchError and ParseError as a poll would. */
export async function readNow(
  source: Exclude<Source, PostsSource>,
  url: string,
  parts: ReadNowParts,
): Promise<ReadNow> {
  const checkRobots = createRobots(parts);
  const fetchBody = async (address: string): Promise<SourceBody> => {
    const accept = accepted[source.kind];
    if (source.kind === "feed") return bodyOf(address, { accept }, parts);
    await checkRobots(address);
    return bodyOf(address, { accept, checkRedirect: checkRobots }, parts);
  };
  const body = await fetchBody(url);
  if (source.kind === "feed") return { parsed: parts.readFeed(body), hasNews: true };
  if (source.kind === "page") return { parsed: parts.readPage(body, source.selectors), hasNews: true };
  const { parsed, hasNews } = await followSitemap(body, parts.readSitemap, fetchBody);
  return { parsed: parsed ?? nothing, hasNews };
}

async function bodyOf(
  url: string,
  request: Omit<Parameters<Fetcher["fetch"]>[0], "url">,
  { fetcher }: ReadNowParts,
): Promise<SourceBody> {
  const answer = await fetcher.fetch({ ...request, url });
  if (answer.state === "not-modified") throw new FetchError("http-status", `${url} answered 304 to a first request.`);
  return sourceBodyOf(answer);
}

const noFeed = { title: null, link: null, description: null, language: null, id: null, updatedAt: null, author: null };
const nothing: ParsedSource = { feed: noFeed, items: [], problems: [] };
