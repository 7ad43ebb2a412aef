// A sitemap as one list of articles: its own, or those of the files that its index names.
import type { SitemapReader, SitemapReading, SourceBody } from "../ports/source-reader.ts";
import { FetchError, ParseError } from "../records/errors.ts";
import type { ParsedSource } from "../records/feed.ts";
import { chooseFiles } from "./sitemap-files.ts";

/** What a sitemap lists. */
export interface FollowedSitemap {
  /** As in `SitemapReading`. */
  readonly hasNews: boolean;
  /** Null when no file of the index has changed. */
  readonly parsed: ParsedSource | null;
  readonly isIndex: boolean;
  /** Whether some file of the index has not changed, so that what it lists is not among the items. */
  readonly isPartlyUnchanged: boolean;
}

/** Fetches a file of an index; null when it has not changed. Throws FetchError. */
export type FetchFile = (url: string) => Promise<SourceBody | null>;

/** Some systems name an index in their index. */
const deepest = 2;
const mostRequests = 5;

/**
 * Reads the sitemap, and when it is an index the newest of its files: five requests at most. Where any file has news, the plain ones
 * count for nothing. A file that fails costs only itself. Throws ParseError for what is no sitemap, and what its files threw when
 * none could be read.
 */
export async function followSitemap(
  body: SourceBody,
  readSitemap: SitemapReader,
  fetchFile: FetchFile,
): Promise<FollowedSitemap> {
  const first = readSitemap(body);
  if (first.state === "entries") return { ...first, isIndex: false, isPartlyUnchanged: false };
  const walk: Walk = { lists: [], failures: [], requestsLeft: mostRequests, isPartlyUnchanged: false };
  const visit = async (urls: readonly string[], depth: number): Promise<void> => {
    for (const url of urls) {
      if (walk.requestsLeft === 0) return;
      walk.requestsLeft -= 1;
      try {
        const file = await fetchFile(url);
        const reading = file && readSitemap(file);
        if (reading === null) walk.isPartlyUnchanged = true;
        else if (reading.state === "entries") walk.lists.push(reading);
        else if (depth < deepest) await visit(chooseFiles(reading.children), depth + 1);
      } catch (error) {
        if (!(error instanceof FetchError || error instanceof ParseError)) throw error;
        walk.failures.push(error);
      }
    }
  };
  await visit(chooseFiles(first.children), 1);
  // That a file is there and no sitemap tells more than that another is not there.
  const failure = walk.failures.find((error) => error instanceof ParseError) ?? walk.failures[0];
  if (failure !== undefined && walk.lists.length === 0 && !walk.isPartlyUnchanged) throw failure;
  return { ...merged(walk), isIndex: true, isPartlyUnchanged: walk.isPartlyUnchanged };
}

type List = Extract<SitemapReading, { readonly state: "entries" }>;

interface Walk {
  readonly lists: List[];
  readonly failures: Error[];
  requestsLeft: number;
  isPartlyUnchanged: boolean;
}

function merged({ lists, failures, isPartlyUnchanged }: Walk): Pick<FollowedSitemap, "hasNews" | "parsed"> {
  const hasNews = lists.some((list) => list.hasNews);
  const counted = lists.filter((list) => list.hasNews === hasNews).map(({ parsed }) => parsed);
  const [first] = counted;
  if (first === undefined && isPartlyUnchanged) return { hasNews, parsed: null };
  const items = new Map(counted.flatMap((list) => list.items).map((item) => [item.url, item]));
  const problems = [
    ...counted.flatMap((list) => list.problems),
    ...failures.map(({ message }) => `A file of the sitemap could not be read: ${message}`),
  ];
  return { hasNews, parsed: { feed: first?.feed ?? noFeed, items: [...items.values()], problems } };
}

const noFeed = { title: null, link: null, description: null, language: null, id: null, updatedAt: null, author: null };
