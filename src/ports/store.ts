// The archive and all that must not be lost. One suite in test/conformance runs over every store.
import type { Article, SeenHeadline } from "../records/article.ts";
import type { Channel } from "../records/channel.ts";
import type { EventProfile } from "../records/event-profile.ts";
import type { ArticlePast } from "../records/exported-article.ts";
import type { ListedArticle } from "../records/listed-article.ts";
import type { PushSubscription } from "../records/push.ts";
import type { Query, SearchResult } from "../records/query.ts";
import type { Source, SourceState } from "../records/source.ts";
import type { Card } from "../records/story.ts";
import type { Subscription } from "../records/subscription.ts";
import type { Suggestions } from "../records/suggestions.ts";
import type { TagCounts } from "../records/tag-count.ts";
import type { TagLesson } from "../records/tag-lesson.ts";
import type { TextSignature } from "../records/text-signature.ts";
import type { StoryJoin, StoryMerge } from "../records/trail.ts";
import type { LivingStore } from "./living-store.ts";
import type { OutboxStore } from "./outbox-store.ts";
import type { PauseStore } from "./pause-store.ts";
import type { PrivacyStore } from "./privacy-store.ts";
import type { QuotaStore } from "./quota-store.ts";
import type { ReaderStore } from "./reader-store.ts";
import type { RetentionStore } from "./retention-store.ts";
import type { SelectionStore } from "./selection-store.ts";
import type { TrailStore } from "./trail-store.ts";
import type { Coordination, WorkerStore } from "./worker-store.ts";

/** `url`: as the operator wrote it; a folder of posts has none. */
export interface RegisteredSource {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  /** Whether its reports stand for their stories. */
  readonly preferred?: boolean;
}

/** Sources are claimed: a claimed one is another worker's until its lease ends. All instants are epoch milliseconds. */
export interface SourceStore {
  /**
   * Makes a state for sources that have none, due at once. One whose `url` is another than before begins anew, be it moved
   * or ended; the others are left alone. Names are kept for cards.
   */
  registerSources(sources: readonly RegisteredSource[], now: number): Promise<void>;
  /** The longest due of `among`, none that has ended or is paused. */
  claimDueSources(
    among: ReadonlySet<string>,
    now: number,
    leaseMs: number,
    limit: number,
  ): Promise<readonly SourceState[]>;
  /** Makes sources due that would come due later. One that is claimed stays claimed, one that has ended or is paused stays so. */
  hastenSources(ids: readonly string[], now: number): Promise<void>;
  /** One transaction: writes the states and gives their leases back, but for sources that another worker has claimed meanwhile. */
  finishPolls(states: readonly SourceState[]): Promise<void>;
  sourceStates(): Promise<readonly SourceState[]>;
  /** By id; of sources that are no longer listed, too. */
  sourceNames(): Promise<ReadonlyMap<string, string>>;
}

/** Sources that people added to those of the sources file. */
export interface AddedSourceStore {
  /** Keeps the source and makes it due at once; one with the same id is replaced and polled afresh, unless it is paused. */
  keepSource(source: Source, now: number): Promise<void>;
  /** True when there was one. Its articles stay. */
  dropSource(sourceId: string): Promise<boolean>;
  /** In the order in which they were added. */
  addedSources(): Promise<readonly Source[]>;
}

/** What the archive already holds of an item. */
export interface KnownArticle {
  readonly id: string;
  readonly identity: string;
  readonly sourceId: string;
  readonly storyId: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  /** Of headline, lede, text, tags and image: an equal one needs no update. */
  readonly contentHash: string;
  readonly tags: readonly string[];
}

export interface ArchiveEntry {
  readonly article: Article;
  readonly contentHash: string;
  /** Keys of what the article reports, such as its folded headline: a story is found again by any of them. */
  readonly storyKeys: readonly string[];
  /** Of the text, that others like it are found by; null when the text is too short to be compared. */
  readonly signature: TextSignature | null;
  /** Of what it reports, that reports of the same event are found by; null when that can't be told. */
  readonly profile: EventProfile | null;
  /** Kept of the first version alone: an update, which stays in its story, has null. */
  readonly joined: StoryJoin | null;
  /** What it teaches about tags, when the publisher gave them. */
  readonly lesson?: Uint8Array | undefined;
  /** Of an article that comes from another archive, all that it had there; see `ArticlePast`. */
  readonly headlines?: readonly SeenHeadline[];
}

/** Some of the lessons that tagged articles gave, in the order of their numbers. */
export interface TagLessons {
  readonly lessons: readonly TagLesson[];
  /** How many there are up to the last of these: fewer than were seen, when some are gone meanwhile. */
  readonly kept: number;
  /** False when more follow. */
  readonly isAll: boolean;
}

/** An archived report that may be like another. */
export interface ComparedReport {
  readonly articleId: string;
  readonly sourceId: string;
  readonly storyId: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  /** Of its `TextSignature` or its `EventProfile`. */
  readonly bytes: Uint8Array;
}

/** A headline with the text under it. */
interface PlainReport {
  readonly headline: string;
  readonly text: string;
  readonly language: string;
}

export interface ArticleStore {
  findArticles(identities: readonly string[]): Promise<ReadonlyMap<string, KnownArticle>>;
  /** The story that any of the keys was filed under by an article published from `from` to `until`, and that key; or null. */
  findStory(
    storyKeys: readonly string[],
    from: number,
    until: number,
  ): Promise<{ readonly storyId: string; readonly key: string } | null>;
  /**
   * Texts that share any of the bands, published from `from` to `until`: they may be alike, their bytes tell. A hundred at most,
   * latest archived first. Only texts archived in the last week are kept for this.
   */
  findSignedTexts(bands: readonly number[], from: number, until: number): Promise<readonly ComparedReport[]>;
  /**
   * Reports that share two keys at least, published from `from` to `until`, of stories that began no earlier: they may be of one
   * event. Forty at most, those that share most first. Only reports archived in the last week are kept for this.
   */
  findProfiles(keys: readonly number[], from: number, until: number): Promise<readonly ComparedReport[]>;
  /** The newest articles by publication, as far as their terms are counted. */
  recentReports(limit: number): Promise<readonly PlainReport[]>;
  /** What articles archived since the lesson of the number teach about tags; 0: all of the latest `mostTagLessons`. */
  tagLessonsAfter(number: number): Promise<TagLessons>;
  /**
   * One transaction: new articles are added, known identities replaced in place (id, story and collectedAt stay).
   * A new story counts as archived at its first article's collectedAt, or just after the latest `until` that stories were
   * selected up to, so that an article on its way into the archive while an edition came out is in the next one.
   * Then stories are merged: a channel that was shown one of them has been shown what they become, which counts as archived when the
   * later of both was. An article that is archived under a story gone by then goes to its heir.
   */
  archive(entries: readonly ArchiveEntry[], merges?: readonly StoryMerge[]): Promise<void>;
  countArticles(): Promise<number>;
  /** Texts by article id, of those that are archived. */
  textsOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The article's headlines, oldest first, the present one last; empty when there is no such article. */
  headlinesOf(articleId: string): Promise<readonly SeenHeadline[]>;
  /** What is remembered of each of the articles, by id. */
  pastsOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, ArticlePast>>;
  /** Every article, oldest first. */
  eachArticle(): AsyncIterable<Article>;
  /** The article as a card; null when there is no such article. */
  findCard(articleId: string): Promise<Card | null>;
  /** A story once, by its newest article, newest first by publication. No source ids: of all sources. */
  latestCards(sourceIds: readonly string[], limit: number, offset: number): Promise<readonly Card[]>;
}

export interface SearchStore {
  search(query: Query, limit: number, offset: number): Promise<SearchResult>;
  /** Articles in which all parts of the query hold, or those of the sources, newest first by publication. */
  newestArticles(
    wanted: Query | { readonly sourceIds: readonly string[] },
    limit: number,
    offset: number,
  ): Promise<readonly ListedArticle[]>;
  /**
   * What somebody who has typed this may be going to type, `limit` of each at most: tags by use, sources, and headlines, the newest
   * first. In any script and case; nothing for a text without a letter or digit, and headlines from the second character on.
   */
  suggest(beginning: string, limit: number): Promise<Suggestions>;
  /** Tags by number of articles published since. */
  topTags(since: number, limit: number): Promise<readonly { readonly tag: string; readonly count: number }[]>;
  /**
   * The recent period, `between` to `until`, against the past one, `from` to `between`, by publication and to the minute. Tags of
   * `atLeast` recent articles, most frequent first, a thousand at most.
   */
  tagCounts(periods: {
    readonly from: number;
    readonly between: number;
    readonly until: number;
    readonly atLeast: number;
  }): Promise<TagCounts>;
  /** A short transaction: does a part of what keeps searches fast as the archive grows. False when nothing is left to do. */
  mergeIndex(): Promise<boolean>;
}

export interface SubscriptionStore {
  /** Adds the channel if it is new, else updates its locale. A language that the channel set for itself stays. */
  saveChannel(channel: Channel): Promise<void>;
  findChannel(channelId: string): Promise<Channel | null>;
  addSubscription(subscription: Subscription): Promise<void>;
  /** Changes what it takes, when, and how it looks; false when it has ended meanwhile. */
  changeSubscription(subscription: Subscription): Promise<boolean>;
  /** True when there was one. */
  removeSubscription(subscriptionId: string): Promise<boolean>;
  subscriptionsOf(channelId: string): Promise<readonly Subscription[]>;
  /** The longest due first; those that follow `after` in this order, one that was read before. */
  dueSubscriptions(
    now: number,
    limit: number,
    after?: Pick<Subscription, "dueAt" | "id">,
  ): Promise<readonly Subscription[]>;
  /** Those of the subscriptions that had an edition after the instant. */
  withEditionSince(subscriptionIds: readonly string[], since: number): Promise<ReadonlySet<string>>;
  /**
   * The ids of the searches for which `openSelection` would find a story that was sent nowhere yet, by one reading of what was archived
   * since the earliest `from`, however many searches there are.
   */
  searchesWithNews(
    searches: readonly { readonly id: string; readonly query: Query; readonly from: number }[],
    until: number,
  ): Promise<ReadonlySet<string>>;
}

/** Rows that keyv keeps its values in. */
export interface CacheRows {
  readCache(key: string): Promise<string | undefined>;
  /** `expiresAt`: the row may be swept from then on; null to keep it. */
  writeCache(key: string, value: string, expiresAt: number | null): Promise<void>;
  /** False, and nothing is written, when the row is there and has not expired. */
  addCache(key: string, value: string, expiresAt: number, now: number): Promise<boolean>;
  deleteCache(key: string): Promise<boolean>;
  clearCache(prefix: string): Promise<void>;
  /** Drops the rows that expired before the instant. */
  sweepCache(now: number): Promise<void>;
}

/** Subscriptions at hubs that push a feed's news. */
export interface PushStore {
  /** Adds it, or replaces the one with its id. */
  keepPush(push: PushSubscription): Promise<void>;
  dropPush(id: string): Promise<void>;
  findPush(id: string): Promise<PushSubscription | null>;
  pushesOf(sourceId: string): Promise<readonly PushSubscription[]>;
  allPushes(): Promise<readonly PushSubscription[]>;
  /** The longest due, as they were; nobody else is given them until the lease ends. */
  claimDuePushes(now: number, leaseMs: number, limit: number): Promise<readonly PushSubscription[]>;
}

export interface Store
  extends SourceStore,
    AddedSourceStore,
    PauseStore,
    ArticleStore,
    SearchStore,
    SubscriptionStore,
    SelectionStore,
    OutboxStore,
    CacheRows,
    PushStore,
    TrailStore,
    RetentionStore,
    WorkerStore,
    ReaderStore,
    PrivacyStore,
    LivingStore,
    QuotaStore,
    Coordination {
  /** One sentence a problem; empty when the database is sound. */
  check(): Promise<readonly string[]>;
  close(): Promise<void>;
}
