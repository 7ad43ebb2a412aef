// Summaries on demand, for /summarize and the button under a story: the same parts that edit the news, and the archive.
import { createHash } from "node:crypto";
import { extractPage } from "./collect/extract/extract-page.ts";
import { identitiesOfLink } from "./collect/identify.ts";
import { createRobots } from "./collect/robots.ts";
import { decodeText } from "./language/decode.ts";
import { keySentences } from "./language/key-sentences.ts";
import { ledeText } from "./language/lede-text.ts";
import { sourceUnreachable } from "./language/source-errors.ts";
import { noArticleThere, pageForbidden, tooManyPages } from "./language/summarize-errors.ts";
import { unknownArticle } from "./language/why-errors.ts";
import type { Cache } from "./ports/cache.ts";
import type { Clock } from "./ports/clock.ts";
import type { Fetcher } from "./ports/fetcher.ts";
import type { LinkSummary, SummarizeDesk } from "./ports/link-summary.ts";
import type { Rewriter } from "./ports/rewriter.ts";
import type { ArticleStore } from "./ports/store.ts";
import type { Summarizer } from "./ports/summarizer.ts";
import type { TrailStore } from "./ports/trail-store.ts";
import type { Extract } from "./records/article.ts";
import type { Locale } from "./records/channel.ts";
import { FetchError } from "./records/errors.ts";
import type { Card } from "./records/story.ts";

export interface SummarizeParts {
  readonly store: Pick<ArticleStore, "findCard" | "textsOf"> & Pick<TrailStore, "articleOf">;
  readonly fetcher: Pick<Fetcher, "fetch">;
  readonly summarizer: Summarizer;
  readonly rewriter: Rewriter;
  readonly cache: Cache;
  readonly clock: Clock;
}

/** What /summarize asks. A page is read as politely as a poll reads it, and nothing of it is kept. */
export function createSummarizeDesk(parts: SummarizeParts): SummarizeDesk {
  const summarizeArticle = async (articleId: string, locale: Locale): Promise<LinkSummary> => {
    const card = await parts.store.findCard(articleId);
    const text = (await parts.store.textsOf([articleId])).get(articleId);
    if (card === null || text === undefined) throw unknownArticle();
    return summaryOf(card, text, locale, parts);
  };
  return {
    summarizeArticle,
    summarizeLink: async (url, locale, readerId) => {
      const known = await parts.store.articleOf(identitiesOfLink(url));
      if (known !== null) return summarizeArticle(known, locale);
      const key = `summary:${locale}:${createHash("sha256").update(url).digest("base64url")}`;
      const kept = await parts.cache.get<LinkSummary>(key);
      if (kept !== undefined) return kept;
      await countPage(readerId, parts);
      const extract = await readPage(url, parts);
      const summary = await summaryOf(await cardOf(extract, parts), extract.text, locale, parts);
      await parts.cache.set(key, summary, keepMs);
      return summary;
    },
  };
}

// Forty readers who press the same button cost a publisher one request.
const keepMs = 10 * 60_000;
// The desk must be no tool to flood a site with.
const mostPages = 20;

/** Throws UserError when the reader has had too many pages read. */
async function countPage(readerId: string, { cache, clock }: Pick<SummarizeParts, "cache" | "clock">): Promise<void> {
  const key = `pages:${readerId}`;
  const since = clock.now() - keepMs;
  const readAt = ((await cache.get<readonly number[]>(key)) ?? []).filter((at) => at > since);
  if (readAt.length >= mostPages) throw tooManyPages();
  await cache.set(key, [...readAt, clock.now()], keepMs);
}

async function summaryOf(
  card: Card,
  text: string,
  locale: Locale,
  { rewriter }: Pick<SummarizeParts, "rewriter">,
): Promise<LinkSummary> {
  const textsOf = async () => new Map([[card.articleId, text]]);
  const [rewriting] = await rewriter.rewrite([card], { locale, textsOf });
  return { card: rewriting?.card ?? card, sentences: keySentences(text, card.headline, card.language) };
}

async function readPage(url: string, { fetcher, cache }: SummarizeParts): Promise<Extract> {
  try {
    const checkRobots = createRobots({ fetcher, cache });
    await checkRobots(url);
    const accept = "text/html,application/xhtml+xml,*/*;q=0.1";
    const answer = await fetcher.fetch({ url, accept, checkRedirect: checkRobots });
    if (answer.state === "not-modified") throw noArticleThere(hostOf(url));
    const extract = extractPage(decodeText(answer.body, answer.contentType), answer.url);
    if (extract.title === null && extract.text === "") throw noArticleThere(hostOf(url));
    return { ...extract, url: extract.url ?? answer.url };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    throw error.code === "robots" ? pageForbidden(hostOf(url), error) : sourceUnreachable(hostOf(url), error);
  }
}

async function cardOf(extract: Extract, { summarizer, clock }: SummarizeParts): Promise<Card> {
  const summary = await summarizer.summarize(extract, { useEditorTags: true });
  if (summary.headline === "" && summary.lede.length === 0) throw noArticleThere(hostOf(extract.url ?? ""));
  const nowhere = { storyId: "", articleId: "", sourceId: "", alsoIn: [] };
  return {
    ...nowhere,
    headline: summary.headline,
    lede: ledeText(summary),
    tags: summary.tags,
    language: summary.language,
    url: extract.url,
    image: extract.image,
    sourceName: hostOf(extract.url ?? ""),
    publishedAt: extract.publishedAt ?? clock.now(),
  };
}

const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, "") ?? "";
