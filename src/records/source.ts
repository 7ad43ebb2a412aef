// Where news comes from: what the operator wrote in config/sources.yaml or added since, and what the desk remembers of polling it.
import type { PollingHints } from "./feed.ts";
import type { Keep } from "./keep.ts";

/** Fields every kind of source has. `id` is unique, `[a-z0-9-]{1,40}`, and never reused for another publisher. */
interface SourceBase {
  readonly id: string;
  /** The publisher's name as readers know it, such as 中央社. */
  readonly name: string;
  /** BCP 47, when the operator stated it; else it is found in the text. */
  readonly language?: string;
  /** Minutes between polls while all is well, when the operator stated them; else they follow the source's rhythm. */
  readonly intervalMinutes?: number;
  /** Whether the full text is fetched from each item's page (`page`) or taken from the feed (`feed`). */
  readonly fullText: "page" | "feed";
  /** How much of it the archive keeps, when the operator stated it; else as the setting KEEP says. */
  readonly keep?: Keep;
  /** Whether its reports stand for stories that others report too, as the operator stated. */
  readonly preferred?: boolean;
  /** The folders it was filed under in somebody's OPML, outermost first. */
  readonly categories?: readonly string[];
}

export interface FeedSource extends SourceBase {
  readonly kind: "feed";
  readonly url: string;
}

/** An HTML page that lists links. Selectors are CSS, resolved inside `item`. */
export interface PageSource extends SourceBase {
  readonly kind: "page";
  readonly url: string;
  readonly selectors: PageSelectors;
}

export interface PageSelectors {
  readonly item: string;
  readonly link: string;
  readonly title?: string;
  readonly time?: string;
  readonly summary?: string;
}

/** A sitemap of news (Google's extension of sitemaps.org), an index of such, or a sitemap that tells when its pages changed. */
export interface SitemapSource extends SourceBase {
  readonly kind: "sitemap";
  readonly url: string;
}

/** A folder or `.tar.gz` of Jekyll posts; `path` is relative to the sources file. */
export interface PostsSource extends SourceBase {
  readonly kind: "posts";
  readonly path: string;
}

export type Source = FeedSource | PageSource | SitemapSource | PostsSource;

/** What a source's last answers told of how often it has news, and how often it wants to be asked. */
export interface Rhythm {
  /** Typical milliseconds from one publication to the next; null while too few times are known. */
  readonly gapMs: number | null;
  /** Of the newest item, epoch milliseconds; null when none has a time. */
  readonly newestAt: number | null;
  /** Milliseconds for which the last answer said it stays fresh (Cache-Control), or null. */
  readonly maxAgeMs: number | null;
  readonly hints: PollingHints | null;
}

/** Somebody does not want a source to be polled for now. */
export interface Pause {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Who asked for it in a chat, "" where the chat tells no names; null when it was the operator, on the command line. */
  readonly by: string | null;
}

/** What the desk remembers of one source between polls. Instants are epoch milliseconds. */
export interface SourceState {
  readonly sourceId: string;
  readonly dueAt: number;
  readonly failures: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly polledAt: number | null;
  /** The last failure in one sentence, null after a success. */
  readonly problem: string | null;
  /** Null until its first answer. */
  readonly rhythm: Rhythm | null;
  /** The address that permanent redirects led to: it is polled instead of the operator's. Null while there is none. */
  readonly movedTo: string | null;
  /** When the source said that it is gone for good (410). It is not polled again until the operator changes its address. */
  readonly endedAt: number | null;
  /** `LedeError.code` of the last failure: "parse" tells that a page has changed. */
  readonly problemCode?: string | null;
}
