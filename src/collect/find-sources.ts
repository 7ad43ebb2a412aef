// What can be followed at an address: the feed itself, the feeds of a site, or the list of links on a page that has none.
import { clip } from "../language/clip.ts";
import { editHeadline } from "../language/headline.ts";
import { decodeReferences } from "../language/markup.ts";
import { badAddress, noSource, sourceUnreachable } from "../language/source-errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { FetchAnswer, Fetcher } from "../ports/fetcher.ts";
import type { FindSources, FoundSource, Proposal } from "../ports/source-finder.ts";
import type { FeedReader, PageReader, SiteReader, SiteReading, SourceBody } from "../ports/source-reader.ts";
import { FetchError, ParseError } from "../records/errors.ts";
import type { Item, ParsedSource } from "../records/feed.ts";
import { sourceBodyOf } from "./source-body.ts";

export interface FinderParts {
  readonly fetcher: Pick<Fetcher, "fetch">;
  readonly readFeed: FeedReader;
  readonly readPage: PageReader;
  readonly readSite: SiteReader;
  readonly clock: Clock;
}

/** Where publishing systems keep a feed that the page does not link. */
const usualPlaces = ["/feed", "/rss", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml"];
const mostFeeds = 12;
const shownHeadlines = 5;
const longestName = 60;
// Somebody waits in a chat for the answer; LINE lets us reply within about a minute.
const patienceMs = 40_000;
const accept = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5";

/** The `FindSources` of a desk. */
export function createFindSources(parts: FinderParts): FindSources {
  return async (typed) => {
    const address = readAddress(typed);
    const until = parts.clock.now() + patienceMs;
    const body = await fetchBody(address.href, parts).catch((cause: unknown) => {
      if (cause instanceof FetchError) throw sourceUnreachable(address.host, cause);
      throw cause;
    });
    const itself = readAsFeed(body, address.href, parts);
    if (itself) return [itself];
    const site = readAsSite(body, parts);
    const linked = await readFeeds(site?.feedUrls ?? [], until, parts);
    if (linked.length > 0) return mainFirst(linked);
    const usual = usualPlaces.map((path) => new URL(path, body.url).href);
    const kept = await readFeeds(usual, until, parts);
    if (kept.length > 0) return kept.slice(0, 1);
    const list = site && proposeList(body, site, parts);
    if (!list) throw noSource(address.host);
    return [list];
  };
}

/** Throws UserError `bad-address`. People leave the scheme out. */
function readAddress(typed: string): URL {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  if (!isWeb || /\s/.test(text) || !/[.:]/.test(url.host)) throw badAddress(typed);
  url.hash = "";
  return url;
}

async function fetchBody(url: string, { fetcher }: FinderParts): Promise<SourceBody> {
  const answer: FetchAnswer = await fetcher.fetch({ url, accept });
  if (answer.state === "not-modified") throw new FetchError("http-status", `${url} answered 304 to a first request.`);
  return sourceBodyOf(answer);
}

/** One after the other, since they stand on one host; those that are no feed, or can't be had, are passed over. */
async function readFeeds(urls: readonly string[], until: number, parts: FinderParts): Promise<readonly Proposal[]> {
  const proposals = new Map<string, Proposal>();
  for (const url of urls.slice(0, mostFeeds)) {
    if (parts.clock.now() >= until) break;
    const proposal = await readFeedAt(url, parts);
    // /feed and /rss often lead to the same one.
    if (proposal) proposals.set(JSON.stringify([proposal.found.name, proposal.headlines]), proposal);
  }
  return [...proposals.values()];
}

async function readFeedAt(url: string, parts: FinderParts): Promise<Proposal | null> {
  try {
    return readAsFeed(await fetchBody(url, parts), url, parts);
  } catch (error) {
    if (error instanceof FetchError) return null;
    throw error;
  }
}

function readAsFeed(body: SourceBody, url: string, { readFeed }: FinderParts): Proposal | null {
  const parsed = unlessUnreadable(() => readFeed(body));
  return parsed && proposalOf({ kind: "feed", url, name: nameOf(parsed.feed.title, url) }, parsed);
}

const readAsSite = (body: SourceBody, { readSite }: FinderParts): SiteReading | null =>
  unlessUnreadable(() => readSite(body));

function proposeList(body: SourceBody, { list, title }: SiteReading, { readPage }: FinderParts): Proposal | null {
  if (list === null) return null;
  const parsed = unlessUnreadable(() => readPage(body, list));
  const { url } = body;
  return parsed && proposalOf({ kind: "page", url, name: nameOf(title, url), selectors: list }, parsed);
}

function unlessUnreadable<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ParseError) return null;
    throw error;
  }
}

function proposalOf(found: FoundSource, { items }: ParsedSource): Proposal {
  const headlines = items.slice(0, shownHeadlines).map(({ title, url }: Item) => editHeadline(title, "") || url);
  return { found, headlines: headlines.filter((headline) => headline !== null) };
}

function nameOf(title: string | null, url: string): string {
  const line = decodeReferences(title ?? "")
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim();
  return clip(line, longestName) || new URL(url).host;
}

/** The readers' comments are a feed too on many sites, and hardly what is meant. */
function mainFirst(proposals: readonly Proposal[]): readonly Proposal[] {
  const isAside = ({ found }: Proposal) =>
    /comments?\b|留言|評論|评论|コメント|댓글/i.test(`${found.name} ${found.url}`);
  return [...proposals.filter((proposal) => !isAside(proposal)), ...proposals.filter(isAside)];
}
