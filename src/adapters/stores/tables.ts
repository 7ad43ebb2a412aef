// The database's tables, as Kysely types. Instants are epoch milliseconds; columns named `json` or typed so hold JSON.
import type { Generated, Kysely } from "kysely";
import type {
  ChannelTable,
  DeliveryTable,
  EditionTable,
  LedgerTable,
  QuotaTable,
  SubscriptionTable,
} from "./delivery-tables.ts";
import type { ChannelSettingsTable, PartingTable, SavedCardTable, VoteTable } from "./reader-tables.ts";

export interface Tables {
  readonly sources: SourceTable;
  readonly added_sources: AddedSourceTable;
  readonly articles: ArticleTable;
  readonly article_tags: ArticleTagTable;
  readonly tag_uses: TagUseTable;
  readonly tag_lessons: TagLessonTable;
  readonly stories: StoryTable;
  readonly story_keys: StoryKeyTable;
  readonly merged_stories: MergedStoryTable;
  readonly signed_texts: ComparedReportTable;
  readonly text_bands: TextBandTable;
  readonly event_profiles: ComparedReportTable;
  readonly event_keys: EventKeyTable;
  readonly headlines: HeadlineTable;
  readonly headline_beginnings: HeadlineBeginningTable;
  readonly story_joins: StoryJoinTable;
  readonly dropped_duplicates: DroppedDuplicateTable;
  readonly considered: ConsideredTable;
  readonly removed_articles: RemovedArticleTable;
  readonly row_drift: RowDriftTable;
  readonly headline_index: IndexTable;
  readonly body_index: IndexTable;
  readonly headline_terms: HeadlineTermTable;
  readonly channels: ChannelTable;
  readonly subscriptions: SubscriptionTable;
  readonly editions: EditionTable;
  readonly deliveries: DeliveryTable;
  readonly ledger: LedgerTable;
  readonly quotas: QuotaTable;
  readonly cache: CacheTable;
  readonly pushes: PushTable;
  readonly workers: WorkerTable;
  readonly saved_cards: SavedCardTable;
  readonly votes: VoteTable;
  readonly channel_settings: ChannelSettingsTable;
  readonly partings: PartingTable;
}

/** The connection that every section of the store is given. */
export type Database = Kysely<Tables>;

interface SourceTable {
  readonly id: string;
  readonly name: string;
  readonly due_at: number;
  readonly failures: Generated<number>;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly polled_at: number | null;
  readonly problem: string | null;
  readonly problem_code: Generated<string | null>;
  /** As the operator wrote it. */
  readonly url: Generated<string | null>;
  readonly moved_to: Generated<string | null>;
  readonly ended_at: Generated<number | null>;
  readonly paused_at: Generated<number | null>;
  readonly paused_by: Generated<string | null>;
  /** JSON of `Rhythm`. */
  readonly rhythm: Generated<string | null>;
  /** 1: its reports stand for their stories. */
  readonly preferred: Generated<number>;
  /** Until then the source is another worker's; 0 when it is nobody's. */
  readonly leased_until: Generated<number>;
  /** The worker whose it is, or was last. */
  readonly leased_by: Generated<string | null>;
}

interface AddedSourceTable {
  readonly id: string;
  /** The order in which they were added. */
  readonly number: Generated<number>;
  readonly json: string;
}

export interface ArticleTable {
  /** Orders articles by publication, see article-row.ts; also their row in both indexes. */
  readonly row: number;
  readonly id: string;
  readonly identity: string;
  readonly source_id: string;
  readonly story_id: string;
  readonly url: string | null;
  readonly headline: string;
  readonly lede: string;
  readonly tags: string;
  readonly language: string;
  readonly byline: string | null;
  readonly image: string | null;
  readonly published_at: number;
  readonly collected_at: number;
  readonly content_hash: string;
  readonly text: string;
  readonly original: string;
}

interface HeadlineBeginningTable {
  readonly row: number;
  /** See beginning.ts. */
  readonly beginning: string;
}

interface ArticleTagTable {
  readonly row: number;
  /** The tag folded, to find it by. */
  readonly tag_key: string;
  readonly tag: string;
}

/** On how many articles a tag stands; `tag` as it was first written. */
interface TagUseTable {
  readonly tag_key: string;
  readonly tag: string;
  readonly uses: number;
}

interface TagLessonTable {
  readonly number: number;
  readonly article_id: string;
  readonly bytes: Uint8Array;
}

interface StoryTable {
  readonly id: string;
  /** When its first article was archived. */
  readonly archived_at: number;
}

interface StoryKeyTable {
  readonly key: string;
  readonly story_id: string;
  /** Of the story's latest article with this key. */
  readonly published_at: number;
}

/** A report that others are compared with. */
interface ComparedReportTable {
  readonly number: Generated<number>;
  readonly article_id: string;
  readonly source_id: string;
  readonly story_id: string;
  readonly published_at: number;
  readonly archived_at: number;
  readonly bytes: Uint8Array;
}

/** By which a signed text is found. */
interface TextBandTable {
  readonly number: number;
  readonly band: number;
}

/** By which an event's profile is found: the rows of a key in the order of publication. */
interface EventKeyTable {
  readonly key: number;
  readonly published_at: number;
  readonly number: number;
}

/** The headlines of articles whose headline was edited. */
interface HeadlineTable {
  readonly article_id: string;
  readonly seen_at: number;
  readonly headline: string;
}

/** A story that is gone, and the one that its articles are in. */
interface MergedStoryTable {
  readonly story_id: string;
  readonly into_id: string;
}

/** How an article came to its story. */
export interface StoryJoinTable {
  readonly article_id: string;
  readonly how: "began" | "headline" | "beginning" | "text" | "event" | "merged";
  readonly degree: number | null;
  readonly like_article_id: string | null;
}

/** Items that an article stands for. */
export interface DroppedDuplicateTable {
  readonly article_id: string;
  readonly source_id: string;
  readonly identity: string;
  readonly url: string | null;
  readonly headline: string;
  readonly dropped_at: number;
}

/** One row: the latest instant that stories were selected up to. */
interface ConsideredTable {
  readonly id: number;
  readonly until: number;
  /** What was published until then counts as sent: the desk that sent it was lost with its ledger. 0: nothing does. */
  readonly sent_until: Generated<number>;
  /** Until when stories that are out were looked over for changes. */
  readonly revised_until: Generated<number>;
}

/** Articles that retention removed: their items are not collected again. */
interface RemovedArticleTable {
  /** The identity's digest. */
  readonly identity_key: Uint8Array;
  /** The story that it was of, which the ledger knows. */
  readonly story_id: string;
  readonly removed_at: number;
}

/** One row: how far behind its minute's rows an article's row had to be placed at most. */
interface RowDriftTable {
  readonly id: number;
  readonly most: number;
}

/** Made of tokens, and matched by them only: see text-index.ts. */
interface IndexTable {
  readonly rowid: number;
  readonly tokens: string;
}

/** In how many headlines a token stands. */
interface HeadlineTermTable {
  readonly term: string;
  readonly doc: number;
}

interface CacheTable {
  readonly key: string;
  readonly value: string;
  readonly expires_at: number | null;
}

interface PushTable {
  readonly id: string;
  readonly source_id: string;
  readonly hub: string;
  readonly topic: string;
  readonly callback: string;
  readonly secret: string;
  readonly state: "wanted" | "ending";
  readonly lease_ends_at: number | null;
  readonly due_at: number;
  readonly attempts: number;
}

/** Processes that serve the desk; see records/worker.ts. */
interface WorkerTable {
  readonly id: string;
  readonly name: string;
  readonly role: "all" | "poll" | "deliver" | "web";
  readonly started_at: number;
  readonly seen_at: number;
}
