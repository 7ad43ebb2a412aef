// What a source holds at this moment, and whether the full text of its items can be had. Nothing is archived.
import { editHeadline } from "../language/headline.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { PostsReader } from "../ports/source-reader.ts";
import type { SourceProblem, SourceTest, TestSource } from "../ports/source-test.ts";
import type { SourceStore } from "../ports/store.ts";
import { FetchError, ParseError } from "../records/errors.ts";
import type { Item } from "../records/feed.ts";
import type { PostsSource, Source } from "../records/source.ts";
import { linkOf } from "./combine.ts";
import { itemOf } from "./from-post.ts";
import { createVisits } from "./full-text.ts";
import { changedLately } from "./plain-sitemap.ts";
import { extractFromFeed } from "./poll-web.ts";
import { type ReadNowParts, readNow } from "./read-now.ts";
import { createRobots } from "./robots.ts";

export interface TestSourceParts extends ReadNowParts {
  readonly store: Pick<SourceStore, "sourceStates">;
  readonly readPosts: PostsReader;
  readonly clock: Clock;
  readonly log: Log;
}

const keepMs = 5 * 60_000;
const shownItems = 5;
// The newest may be a video, or stand on another site.
const pagesTried = 2;
// What is shorter is a teaser. A character of Chinese, Japanese or Korean says as much as two letters.
const fullTextLength = 200;
const isFull = (text: string): boolean =>
  text.length + (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0) >=
  fullTextLength;

/** `of`: the source as it was; one that was changed since is read anew. */
interface KeptTest {
  readonly of: string;
  readonly test: SourceTest;
}

/** The `TestSource` of a desk. */
export function createTestSource(parts: TestSourceParts): TestSource {
  const underWay = new Map<string, Promise<SourceTest>>();
  return async (source) => {
    const url = source.kind === "posts" ? source.path : await addressOf(source, parts);
    const of = JSON.stringify([source, url]);
    const key = `source-test:${source.id}`;
    const kept = await parts.cache.get<KeptTest>(key);
    if (kept?.of === of && kept.test.readAt > parts.clock.now() - keepMs) return kept.test;
    const running = underWay.get(of) ?? testNow(source, url, parts).finally(() => underWay.delete(of));
    underWay.set(of, running);
    const test = await running;
    await parts.cache.set(key, { of, test } satisfies KeptTest, keepMs);
    return test;
  };
}

async function addressOf(source: Exclude<Source, PostsSource>, { store }: TestSourceParts): Promise<string> {
  const states = await store.sourceStates();
  return states.find(({ sourceId }) => sourceId === source.id)?.movedTo ?? source.url;
}

async function testNow(source: Source, url: string, parts: TestSourceParts): Promise<SourceTest> {
  const readAt = parts.clock.now();
  try {
    const { count, newest } = await listItems(source, url, parts);
    const shown = newest.slice(0, shownItems).map((item) => ({
      headline: editHeadline(item.title, textOf(item, url)) || (linkOf(item) ?? ""),
      publishedAt: timeOf(item),
    }));
    const fullText = await findFullText(source, newest, parts);
    return { state: "read", readAt, count, newest: shown.filter(({ headline }) => headline !== ""), fullText };
  } catch (error) {
    if (!(error instanceof FetchError || error instanceof ParseError)) throw error;
    parts.log.debug("a source that was tested can't be read", { source: source.id, problem: error.message });
    return { state: "failed", readAt, problem: problemOf(error) };
  }
}

/** As many as it lists, and the newest few of them. */
interface Listed {
  readonly count: number;
  readonly newest: readonly Item[];
}

async function listItems(source: Source, url: string, parts: TestSourceParts): Promise<Listed> {
  if (source.kind === "posts") return listPosts(source, parts);
  const { parsed, hasNews } = await readNow(source, url, parts);
  const { items } = hasNews ? parsed : changedLately(parsed, parts.clock.now());
  return { count: items.length, newest: newestOf(items) };
}

/** A folder may hold a hundred thousand: only the newest are kept while it is gone through. */
async function listPosts({ path }: PostsSource, { readPosts }: TestSourceParts): Promise<Listed> {
  let newest: readonly Item[] = [];
  let count = 0;
  for await (const reading of readPosts(path)) {
    if (reading.state === "refused") continue;
    count += 1;
    newest = newestOf([...newest, itemOf(reading.post)]);
  }
  return { count, newest };
}

const timeOf = ({ publishedAt, updatedAt }: Item): number | null => publishedAt ?? updatedAt;

/** Those without a time stay as they are listed, after the others. */
const newestOf = (items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => (timeOf(b) ?? 0) - (timeOf(a) ?? 0)).slice(0, shownItems);

const textOf = (item: Item, url: string): string => extractFromFeed(item, url).text;

async function findFullText(
  source: Source,
  items: readonly Item[],
  parts: TestSourceParts,
): Promise<"page" | "source" | null> {
  const base = source.kind === "posts" ? "" : source.url;
  const isInSource = items.some((item) => isFull(textOf(item, base)));
  if (source.kind === "posts" || source.fullText === "feed") return isInSource ? "source" : null;
  const visit = createVisits(source.id, createRobots(parts), parts);
  const links = items.map(linkOf).filter((link) => link !== null);
  for (const link of links.slice(0, pagesTried)) {
    const { page } = await visit(link);
    if (page !== null && isFull(page.extract.text)) return "page";
  }
  return isInSource ? "source" : null;
}

function problemOf(error: FetchError | ParseError): SourceProblem {
  if (error instanceof ParseError) return "unreadable";
  const { code, status = 0, retryAfterMs } = error;
  if (code === "robots") return retryAfterMs === undefined ? "forbidden" : "unreachable";
  if (status === 404 || status === 410) return "not-there";
  if (status === 401 || status === 403 || status === 451) return "refused";
  if (status === 429 || status === 503) return "busy";
  return "unreachable";
}
