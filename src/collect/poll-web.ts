// A feed, a list page or a sitemap, polled over HTTP.
import type { Clock } from "../ports/clock.ts";
import type { FetchAnswer } from "../ports/fetcher.ts";
import { othersTurn } from "../ports/others-turn.ts";
import type { FeedReader, PageReader, SourceBody } from "../ports/source-reader.ts";
import type { Extract } from "../records/article.ts";
import type { CollectedItem } from "../records/collected-item.ts";
import type { Item, ParsedSource } from "../records/feed.ts";
import type { FeedSource, PageSource, SitemapSource, SourceState } from "../records/source.ts";
import { canonicalUrl } from "./canonical-url.ts";
import { combine, linkOf } from "./combine.ts";
import { collectEntries, type DeclaredAddress, type Entry, type EntryParts } from "./entries.ts";
import { extractFragment } from "./extract/extract-fragment.ts";
import { createVisits, type VisitedPage, type VisitPage, type VisitParts } from "./full-text.ts";
import { declaredIdentity, identifyItems } from "./identify.ts";
import { isNewsPage } from "./plain-sitemap.ts";
import { readSitemapAnswer, type SitemapParts, sitemapsAccepted } from "./poll-sitemap.ts";
import type { PushDesk } from "./push/note-offer.ts";
import { offerOf } from "./push/offer.ts";
import { learnRhythm } from "./rhythm.ts";
import { type CheckRobots, createRobots } from "./robots.ts";
import { sourceBodyOf } from "./source-body.ts";

export interface WebParts extends EntryParts, VisitParts, SitemapParts {
  readonly readFeed: FeedReader;
  readonly readPage: PageReader;
  /** Absent on a desk that hubs can't reach. */
  readonly push?: PushDesk;
}

type WebSource = FeedSource | PageSource | SitemapSource;

/** What is asked for, by kind of source (RFC 9110 §12.5.1). */
export const accepted = {
  feed: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1",
  page: "text/html,application/xhtml+xml,*/*;q=0.1",
  sitemap: sitemapsAccepted,
};

// Small, since each item may cost a visit to its page: what is read is archived soon, and little is read again after a crash.
const batchSize = 10;

/** What a poll that succeeded leaves for the next one. */
export type PollFindings = Pick<SourceState, "etag" | "lastModified" | "rhythm" | "movedTo">;

/** Yields new and changed items, returns what the next poll needs. Throws FetchError and ParseError. */
export async function* pollWeb(
  source: WebSource,
  state: SourceState,
  parts: WebParts,
): AsyncGenerator<readonly CollectedItem[], PollFindings> {
  const checkRobots = createRobots(parts);
  const answer = await fetchSource(source, state, checkRobots, parts);
  const movedTo = answer.movedTo ?? state.movedTo;
  const now = parts.clock.now();
  if (answer.state === "not-modified") {
    const { etag, lastModified } = state;
    return { etag, lastModified, movedTo, rhythm: learnRhythm(state.rhythm, answer, null, now) };
  }
  if (source.kind === "sitemap") {
    const findings = await readSitemapAnswer(source, state, answer, checkRobots, parts);
    const { listed, parsed, etag, lastModified } = findings;
    if (parsed !== null) yield* collectParsed(source, parsed, checkRobots, parts);
    await findings.remember();
    return { etag, lastModified, movedTo, rhythm: learnRhythm(state.rhythm, answer, listed, now) };
  }
  const parsed = await readBody(source, sourceBodyOf(answer), parts);
  yield* collectParsed(source, parsed, checkRobots, parts);
  if (source.kind === "feed") await parts.push?.noteOffer(source.id, offerOf(answer, parsed));
  const { etag, lastModified } = answer;
  return { etag, lastModified, movedTo, rhythm: learnRhythm(state.rhythm, answer, parsed, now) };
}

/** Yields the new and changed items of what a feed's hub pushed, as if they had been polled. Throws ParseError. */
export async function* collectPushed(
  source: FeedSource,
  body: SourceBody,
  parts: WebParts,
): AsyncGenerator<readonly CollectedItem[], void> {
  yield* collectParsed(source, await readBody(source, body, parts), createRobots(parts), parts);
}

/** A large feed takes a tenth of a second, and many come at once. */
async function readBody(source: FeedSource | PageSource, body: SourceBody, parts: WebParts): Promise<ParsedSource> {
  await othersTurn();
  return source.kind === "feed" ? parts.readFeed(body) : parts.readPage(body, source.selectors);
}

async function* collectParsed(
  source: WebSource,
  parsed: ParsedSource,
  checkRobots: CheckRobots,
  parts: WebParts,
): AsyncGenerator<readonly CollectedItem[], void> {
  logProblems(source, parsed, parts);
  const visit = source.fullText === "page" ? createVisits(source.id, checkRobots, parts) : null;
  const rules = { sourceId: source.id, batchSize, yieldsToOthers: true };
  yield* collectEntries(entriesOf(source, parsed, visit, parts.clock), rules, parts);
}

async function fetchSource(
  { kind, url: written }: WebSource,
  { etag, lastModified, movedTo }: SourceState,
  checkRobots: CheckRobots,
  { fetcher }: WebParts,
): Promise<FetchAnswer> {
  const url = movedTo ?? written;
  const request = { url, etag, lastModified, accept: accepted[kind] };
  if (kind === "feed") return fetcher.fetch(request);
  await checkRobots(url);
  return fetcher.fetch({ ...request, checkRedirect: checkRobots });
}

// A feed with a flaw in every item would flood the log.
const problemsLogged = 5;

function logProblems({ id }: WebSource, { problems }: ParsedSource, { log }: WebParts): void {
  for (const problem of problems.slice(0, problemsLogged)) log.warn("a source has a flaw", { source: id, problem });
  const more = problems.length - problemsLogged;
  if (more > 0) log.warn("a source has more flaws of this kind", { source: id, more });
}

function entriesOf(
  source: WebSource,
  { feed, items }: ParsedSource,
  visit: VisitPage | null,
  clock: Clock,
): readonly Entry[] {
  const identities = identifyItems(items, source.id);
  return items.map((item, index) => ({
    identity: identities[index] ?? "",
    sourceId: source.id,
    item,
    categories: item.tags,
    extract: async () => {
      const inFeed = extractFromFeed(item, source.url);
      const link = linkOf(item);
      const { page, mayComeLater } = visit && link ? await visit(link) : { page: null, mayComeLater: false };
      const onPage = page?.extract ?? null;
      const isTold = source.kind !== "sitemap" || item.title !== null;
      if (!isTold && (onPage === null || !isNewsPage(onPage, clock.now()))) return { extract: null, mayComeLater };
      const findings = { item, inFeed, onPage, stated: source.language, declared: feed.language };
      // Items that share one link have identities of their own, of which their page knows nothing.
      const isByLink = link !== null && canonicalUrl(link) === identities[index];
      const extract = combine(findings);
      if (isWordless(extract)) return { extract: null, mayComeLater };
      return { extract, mayComeLater, declared: isByLink ? declaredBy(page) : null };
    },
  }));
}

/** A link or a picture alone makes no article: there would be nothing to show, to search or to tell it by. */
const isWordless = ({ title, text }: Extract): boolean => (title ?? "").trim() === "" && text.trim() === "";

function declaredBy(page: VisitedPage | null): DeclaredAddress | null {
  if (page?.canonical == null) return null;
  const identity = declaredIdentity(page.canonical, page.url);
  return identity === null ? null : { identity, url: page.canonical };
}

/** From the content, or from the summary when that says more: some contents are a lone picture. */
export function extractFromFeed({ content, summary, url }: Item, feedUrl: string): Extract {
  const inContent = extractFragment(content ?? "", url ?? feedUrl);
  if (summary === null) return inContent;
  const inSummary = extractFragment(summary, url ?? feedUrl);
  return inContent.text.length >= inSummary.text.length ? inContent : inSummary;
}
