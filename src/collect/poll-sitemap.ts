// One poll of a sitemap: the files of an index are asked for their changes like the sitemap itself, and silence is told from loss.
import type { Cache } from "../ports/cache.ts";
import type { Clock } from "../ports/clock.ts";
import type { FetchAnswer, Fetcher } from "../ports/fetcher.ts";
import type { SitemapReader } from "../ports/source-reader.ts";
import { ParseError } from "../records/errors.ts";
import type { ParsedSource } from "../records/feed.ts";
import type { SitemapSource, SourceState } from "../records/source.ts";
import { type FetchFile, type FollowedSitemap, followSitemap } from "./follow-sitemap.ts";
import { changedLately } from "./plain-sitemap.ts";
import type { CheckRobots } from "./robots.ts";
import { sourceBodyOf } from "./source-body.ts";

export interface SitemapParts {
  readonly fetcher: Pick<Fetcher, "fetch">;
  readonly readSitemap: SitemapReader;
  readonly cache: Cache;
  readonly clock: Clock;
}

/** What a poll found. */
export interface SitemapFindings extends Pick<SourceState, "etag" | "lastModified"> {
  /** All that it lists, for its rhythm. Null when nothing has changed, or there is no news, as may be. */
  readonly listed: ParsedSource | null;
  /** What of it is to be collected. */
  readonly parsed: ParsedSource | null;
  /** To be called once all items were taken: what is remembered of the files is not asked for again. */
  readonly remember: () => Promise<void>;
}

/** What is kept of an index's files between polls. */
interface KeptFiles {
  readonly hasNews: boolean;
  readonly files: readonly (readonly [url: string, validators: Validators])[];
}
type Validators = Pick<SourceState, "etag" | "lastModified">;

export const sitemapsAccepted = "application/xml, text/xml, application/gzip;q=0.9, */*;q=0.1";

const dayMs = 24 * 60 * 60_000;
// Losing this costs one answer a file.
const keepMs = 30 * dayMs;
// A news sitemap lists what is younger than two days, so a quiet weekend leaves it empty.
const quietMs = 2 * dayMs;
const longestQuietMs = 14 * dayMs;

/** Throws FetchError, and ParseError for what is no sitemap any more or has lost its entries. */
export async function readSitemapAnswer(
  { id }: SitemapSource,
  state: SourceState,
  answer: Extract<FetchAnswer, { readonly state: "fetched" }>,
  checkRobots: CheckRobots,
  { fetcher, readSitemap, cache, clock }: SitemapParts,
): Promise<SitemapFindings> {
  const key = `sitemap:${id}`;
  const before = await cache.get<KeptFiles>(key);
  const known = new Map(before?.files);
  const current = new Map<string, Validators>();
  const fetchFile: FetchFile = async (url) => {
    await checkRobots(url);
    const validators = known.get(url);
    const file = await fetcher.fetch({ url, ...validators, accept: sitemapsAccepted, checkRedirect: checkRobots });
    const { etag, lastModified } = file.state === "fetched" ? file : (validators ?? noValidators);
    current.set(url, { etag, lastModified });
    return file.state === "fetched" ? sourceBodyOf(file) : null;
  };
  const followed = await followSitemap(sourceBodyOf(answer), readSitemap, fetchFile);
  // What changed beside the unchanged news are files of pages that are none.
  const isBesideNews = before?.hasNews === true && !followed.hasNews && followed.isPartlyUnchanged;
  const kept: KeptFiles = { hasNews: followed.hasNews || isBesideNews, files: [...current] };
  const listed = isBesideNews ? null : entriesOf(followed, state, clock.now());
  return {
    listed,
    parsed: listed === null || followed.hasNews ? listed : changedLately(listed, clock.now()),
    // An index need not change when its files do.
    ...(followed.isIndex ? noValidators : { etag: answer.etag, lastModified: answer.lastModified }),
    remember: async () => {
      if (followed.isIndex) await cache.set(key, kept, keepMs);
    },
  };
}

const noValidators: Validators = { etag: null, lastModified: null };

/** What is listed; null when that may be nothing. Throws ParseError when it may not. */
function entriesOf({ parsed, isPartlyUnchanged }: FollowedSitemap, state: SourceState, now: number) {
  if (parsed === null || parsed.items.length > 0) return parsed;
  if (isPartlyUnchanged || isQuiet(state, now)) return null;
  throw new ParseError(
    "The sitemap lists no article: the site has changed, or has published nothing so far. Look in its robots.txt for another sitemap, or add the site again.",
  );
}

/** Whether a sitemap without entries is no more than a publisher's holiday. Once it was found to have lost its entries, it is not. */
function isQuiet({ rhythm, problemCode }: SourceState, now: number): boolean {
  const silenceMs = now - (rhythm?.newestAt ?? now);
  return problemCode !== "parse" && silenceMs >= quietMs && silenceMs < longestQuietMs;
}
