// Curate: an item and its extract become an article, filed under its story and written to the archive.
import { createHash } from "node:crypto";
import { profileOf, termsOf } from "../language/event-profile.ts";
import { ledeText } from "../language/lede-text.ts";
import { signText } from "../language/min-hash.ts";
import type { TermCounts } from "../language/term-counts.ts";
import type { Clock } from "../ports/clock.ts";
import { othersTurn } from "../ports/others-turn.ts";
import type { ArchiveEntry, ArticleStore, KnownArticle } from "../ports/store.ts";
import type { Summarizer } from "../ports/summarizer.ts";
import type { TrailStore } from "../ports/trail-store.ts";
import type { Coordination } from "../ports/worker-store.ts";
import type { Article, Summary } from "../records/article.ts";
import type { CollectedItem } from "../records/collected-item.ts";
import type { DroppedDuplicate } from "../records/trail.ts";
import { type Batch, createBatch } from "./batch.ts";
import { findStory } from "./find-story.ts";
import type { KnownTerms } from "./known-terms.ts";
import { storyKeysOf } from "./story.ts";

export interface CurateParts {
  readonly store: Pick<ArticleStore, "findArticles" | "findStory" | "findSignedTexts" | "findProfiles" | "archive"> &
    Pick<TrailStore, "noteDuplicates"> &
    Pick<Coordination, "inTurn">;
  readonly knownTerms: KnownTerms;
  readonly summarizer: Summarizer;
  readonly clock: Clock;
  /** A new UUID. */
  readonly newId: () => string;
}

/** How many items became new articles, changed one, or changed nothing. */
export interface CurateCounts {
  readonly imported: number;
  readonly updated: number;
  readonly duplicates: number;
}

/**
 * Edits one batch and archives it in one transaction. An item whose article is archived unchanged counts as a duplicate;
 * so does, `fromThePast`, an older version of it: posts on disk may hold an article once for every time it was edited.
 */
export async function curateItems(
  items: readonly CollectedItem[],
  parts: CurateParts,
  { fromThePast = false } = {},
): Promise<CurateCounts> {
  const summarized: SummarizedItem[] = [];
  for (const item of items) {
    // A question asked meanwhile waits for one article, not for all of a feed's.
    await othersTurn();
    const { lesson, ...summary } = await parts.summarizer.summarize(item.extract, { useEditorTags: true });
    summarized.push({ item, summary, lesson });
  }
  const terms = await parts.knownTerms();
  // Two reports of one event that are filed at the same moment would find no story, and begin one each.
  return parts.store.inTurn(() => fileItems(summarized, terms, parts, fromThePast));
}

interface SummarizedItem {
  readonly item: CollectedItem;
  readonly summary: Summary;
  /** What it teaches, when the tags are its publisher's. */
  readonly lesson: Uint8Array | undefined;
}

async function fileItems(
  items: readonly SummarizedItem[],
  terms: TermCounts,
  parts: CurateParts,
  fromThePast: boolean,
): Promise<CurateCounts> {
  const known = new Map(await parts.store.findArticles(items.map(({ item }) => item.identity)));
  const batch = createBatch();
  const counts = { imported: 0, updated: 0, duplicates: 0 };
  const dropped: DroppedDuplicate[] = [];
  for (const { item, lesson, ...found } of items) {
    await othersTurn();
    const earlier = known.get(item.identity);
    const summary = lesson === undefined ? withTagsKept(found.summary, item, earlier) : found.summary;
    const contentHash = contentHashOf(shownOf(summary, item));
    const isOlder = fromThePast && earlier !== undefined && item.publishedAt < earlier.publishedAt;
    if (isOlder || earlier?.contentHash === contentHash) {
      counts.duplicates += 1;
      if (earlier && earlier.sourceId !== item.sourceId) dropped.push(duplicateOf(earlier, item, parts.clock.now()));
      continue;
    }
    counts[earlier ? "updated" : "imported"] += 1;
    const { article } = await fileArticle({ item, summary, lesson, contentHash, earlier, batch, terms }, parts);
    known.set(item.identity, { ...article, contentHash });
  }
  if (batch.entries().length > 0) await parts.store.archive(batch.entries(), batch.merges());
  if (dropped.length > 0) await parts.store.noteDuplicates(dropped);
  return counts;
}

/**
 * What the desk finds grows with what it knows. The tags that it found once stay as long as the article says the same: else every poll
 * would archive anew what nobody changed.
 */
function withTagsKept(summary: Summary, item: CollectedItem, earlier: KnownArticle | undefined): Summary {
  if (earlier === undefined) return summary;
  const kept = { ...summary, tags: earlier.tags };
  return contentHashOf(shownOf(kept, item)) === earlier.contentHash ? kept : summary;
}

const shownOf = (summary: Summary, { extract, publishedAt }: CollectedItem): Shown => {
  const { text, image, author: byline } = extract;
  return { ...summary, text, image, byline, publishedAt };
};

/** The item came through two sources that were read at once: neither knew the other's. */
const duplicateOf = ({ identity }: KnownArticle, item: CollectedItem, droppedAt: number): DroppedDuplicate => ({
  of: identity,
  identity: item.identity,
  sourceId: item.sourceId,
  url: item.extract.url,
  headline: item.extract.title ?? "",
  droppedAt,
});

interface Filing extends SummarizedItem {
  readonly contentHash: string;
  readonly earlier: KnownArticle | undefined;
  readonly batch: Batch;
  readonly terms: TermCounts;
}

async function fileArticle(filing: Filing, { store, clock, newId }: CurateParts): Promise<ArchiveEntry> {
  const { item, summary, lesson, contentHash, earlier, batch, terms } = filing;
  const storyKeys = storyKeysOf(summary.headline, item.extract.text);
  const { extract, sourceId, publishedAt } = item;
  const signature = signText(extract.text);
  const reported = { headline: summary.headline, text: extract.text, language: summary.language };
  const reportTerms = termsOf(reported);
  if (!earlier) terms.add(reported.language, reportTerms.keys());
  const profile = profileOf(reported, reportTerms, terms);
  const report = { sourceId, publishedAt, storyKeys, signature, profile };
  const found = earlier ? null : await findStory(report, batch.reports(), store, terms);
  const article: Article = {
    ...summary,
    id: earlier?.id ?? newId(),
    sourceId,
    identity: item.identity,
    url: extract.url,
    byline: extract.author,
    text: extract.text,
    image: extract.image,
    publishedAt,
    collectedAt: clock.now(),
    storyId: earlier?.storyId ?? found?.storyId ?? newId(),
    original: {
      title: item.item.title ?? extract.title ?? "",
      author: item.item.author ?? extract.author,
      body: item.item.content ?? item.item.summary ?? "",
      categories: item.categories,
    },
  };
  const joined = earlier ? null : (found?.joined ?? { how: "began" as const });
  const entry = { article, contentHash, storyKeys, signature, profile, joined, lesson };
  batch.add(entry, found?.others ?? []);
  return entry;
}

type Shown = Pick<Article, "headline" | "lede" | "language" | "text" | "tags" | "image" | "byline" | "publishedAt">;

/** A digest of what a reader or a search could tell apart; the time of collecting is not part of it. */
export function contentHashOf(article: Shown): string {
  const { headline, text, tags, image, byline, publishedAt } = article;
  const shown = [headline, ledeText(article), text, tags, image, byline, publishedAt];
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url");
}
