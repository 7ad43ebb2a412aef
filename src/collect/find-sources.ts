// What can be followed at an address: the feed or sitemap itself, the feeds and news sitemaps of a site, or the list of links on a
// page that has neither.
import { clip } from "../language/clip.ts";
import { editHeadline } from "../language/headline.ts";
import { decodeReferences } from "../language/markup.ts";
import { badAddress, noSource, robotsForbid, sourceUnreachable } from "../language/source-errors.ts";
import { readWebAddress } from "../language/web-address.ts";
import type { Cache } from "../ports/cache.ts";
import type { Clock } from "../ports/clock.ts";
import type { FetchAnswer, Fetcher } from "../ports/fetcher.ts";
import type { FindSources, FoundSource, Proposal } from "../ports/source-finder.ts";
import type {
  FeedReader,
  PageReader,
  SitemapReader,
  SiteReader,
  SiteReading,
  SourceBody,
} from "../ports/source-reader.ts";
import { FetchError, ParseError } from "../records/errors.ts";
import type { Item, ParsedSource } from "../records/feed.ts";
import { type FetchBody, namedSitemaps, usualSitemaps } from "./find-sitemaps.ts";
import { followSitemap } from "./follow-sitemap.ts";
import { changedLately } from "./plain-sitemap.ts";
import { type CheckRobots, createRobots } from "./robots.ts";
import { sourceBodyOf } from "./source-body.ts";

export interface FinderParts {
  readonly fetcher: Pick<Fetcher, "fetch">;
  readonly readFeed: FeedReader;
  readonly readPage: PageReader;
  readonly readSite: SiteReader;
  readonly readSitemap: SitemapReader;
  readonly clock: Clock;
  /** For the rules of sites. */
  readonly cache: Cache;
}

/** Where publishing systems keep a feed that the page does not link. */
const usualPlaces = ["/feed", "/rss", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml"];
const mostTried = 12;
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
    const isOver = () => parts.clock.now() >= until;
    const checkRobots = createRobots(parts);
    const search = { ...parts, isOver, checkRobots, fetchBody: (url: string) => fetchBody(url, isOver, parts) };
    const body = await search.fetchBody(address.href).catch((cause: unknown) => {
      if (cause instanceof FetchError) throw sourceUnreachable(address.host, cause);
      throw cause;
    });
    const itself = readAsFeed(body, address.href, parts) ?? (await readAsSitemap(body, address.href, null, search));
    if (itself?.found.kind === "sitemap") await unlessForbidden(address, search);
    if (itself) return [itself];
    const site = readAsSite(body, parts);
    const feeds = await findFeeds(body.url, site?.feedUrls ?? [], search);
    const sitemaps = await findNewsSitemaps(body.url, site, feeds.length > 0, search);
    if (feeds.length + sitemaps.length > 0) return [...feeds, ...sitemaps];
    const list = site && proposeList(body, site, parts);
    if (!list) throw noSource(address.host);
    await unlessForbidden(new URL(body.url), search);
    return [list];
  };
}

/** One search: somebody waits for it. */
interface Search extends FinderParts {
  readonly isOver: () => boolean;
  readonly fetchBody: FetchBody;
  readonly checkRobots: CheckRobots;
}

/** Throws UserError `robots-forbid` for what would be refused at every poll; rules that can't be had at the moment are for the polls. */
async function unlessForbidden({ href, host }: URL, { checkRobots }: Search): Promise<void> {
  await checkRobots(href).catch((error: unknown) => {
    if (!(error instanceof FetchError)) throw error;
    if (error.retryAfterMs === undefined) throw robotsForbid(host);
  });
}

/** Throws UserError `bad-address`. People leave the scheme out. */
function readAddress(typed: string): URL {
  const text = typed.trim();
  const url = readWebAddress(/^(?:[a-z][a-z0-9+.-]*:\/\/|feed:)/i.test(text) ? text : `https://${text}`);
  if (url === null || /\s/.test(text) || !/[.:]/.test(url.host)) throw badAddress(typed);
  return url;
}

/** Throws FetchError, also when there is no time left. */
async function fetchBody(url: string, isOver: () => boolean, { fetcher }: FinderParts): Promise<SourceBody> {
  if (isOver()) throw new FetchError("timeout", `${url} was not asked for: the search took too long.`);
  const answer: FetchAnswer = await fetcher.fetch({ url, accept });
  if (answer.state === "not-modified") throw new FetchError("http-status", `${url} answered 304 to a first request.`);
  return sourceBodyOf(answer);
}

/** Those that the page links, its main feed first; else those at the usual places. */
async function findFeeds(page: string, linked: readonly string[], search: Search): Promise<readonly Proposal[]> {
  const asFeed = async (url: string) => readAsFeed(await search.fetchBody(url), url, search);
  const found = await readEach(linked, asFeed, search);
  if (found.length > 0) return mainFirst(found);
  const usual = usualPlaces.map((path) => new URL(path, page).href);
  return mainFirst(distinct(await readEach(usual, asFeed, search), headlinesOf));
}

/** Beside feeds only those that the site names: guessing is for sites that have nothing else. */
async function findNewsSitemaps(
  page: string,
  site: SiteReading | null,
  hasFeeds: boolean,
  search: Search,
): Promise<readonly Proposal[]> {
  const read = async (url: string) => {
    await search.checkRobots(url);
    const body = await search.fetchBody(url);
    // RSS and Atom are sitemaps too (https://www.sitemaps.org/protocol.html#otherformats).
    const proposal =
      (hasFeeds ? null : readAsFeed(body, url, search)) ?? (await readAsSitemap(body, url, site, search));
    return proposal?.isCertain ? proposal : null;
  };
  const named = await namedSitemaps(page, site?.sitemapUrls ?? [], search.fetchBody);
  const found = await readEach(named, read, search);
  if (hasFeeds || found.length > 0) return found;
  return (await readEach(usualSitemaps(page), read, search)).slice(0, 1);
}

/** One after the other, since they stand on one host; what can't be had is passed over, and so is the same list of the same name again. */
async function readEach(
  urls: readonly string[],
  read: (url: string) => Promise<Proposal | null>,
  { isOver }: Search,
): Promise<readonly Proposal[]> {
  const proposals: Proposal[] = [];
  for (const url of urls.slice(0, mostTried)) {
    if (isOver()) break;
    const proposal = await read(url).catch((error: unknown) => {
      if (error instanceof FetchError) return null;
      throw error;
    });
    if (proposal !== null) proposals.push(proposal);
  }
  return distinct(proposals, (proposal) => `${proposal.found.name}\n${headlinesOf(proposal)}`);
}

/** /feed and /rss often lead to one feed, or to one list in two formats. */
const headlinesOf = ({ found, headlines }: Proposal): string => headlines.join("\n") || found.url;

/** The first of each. */
function distinct(proposals: readonly Proposal[], keyOf: (proposal: Proposal) => string): readonly Proposal[] {
  const byKey = new Map<string, Proposal>();
  for (const proposal of proposals) if (!byKey.has(keyOf(proposal))) byKey.set(keyOf(proposal), proposal);
  return [...byKey.values()];
}

/** News is certain; a plain sitemap of pages that changed lately is not. */
async function readAsSitemap(
  body: SourceBody,
  url: string,
  site: SiteReading | null,
  { readSitemap, fetchBody, clock }: Search,
): Promise<Proposal | null> {
  try {
    const { parsed, hasNews } = await followSitemap(body, readSitemap, fetchBody);
    const listed = parsed && (hasNews ? parsed : changedLately(parsed, clock.now()));
    if (listed === null || listed.items.length === 0) return null;
    const name = nameOf(listed.feed.title ?? site?.title ?? null, url);
    return proposalOf({ kind: "sitemap", url, name }, listed, hasNews);
  } catch (error) {
    if (error instanceof ParseError || error instanceof FetchError) return null;
    throw error;
  }
}

function readAsFeed(body: SourceBody, url: string, { readFeed }: FinderParts): Proposal | null {
  const parsed = unlessUnreadable(() => readFeed(body));
  return parsed && proposalOf({ kind: "feed", url, name: nameOf(parsed.feed.title, url) }, parsed, true);
}

const readAsSite = (body: SourceBody, { readSite }: FinderParts): SiteReading | null =>
  unlessUnreadable(() => readSite(body));

function proposeList(body: SourceBody, { list, title }: SiteReading, { readPage }: FinderParts): Proposal | null {
  if (list === null) return null;
  const parsed = unlessUnreadable(() => readPage(body, list));
  const { url } = body;
  return parsed && proposalOf({ kind: "page", url, name: nameOf(title, url), selectors: list }, parsed, false);
}

function unlessUnreadable<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ParseError) return null;
    throw error;
  }
}

function proposalOf(found: FoundSource, { items }: ParsedSource, isCertain: boolean): Proposal {
  const headlines = items.slice(0, shownHeadlines).map(({ title, url }: Item) => editHeadline(title, "") || url);
  return { found, headlines: headlines.filter((headline) => headline !== null), isCertain };
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
