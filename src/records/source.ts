// Where news comes from: what the operator wrote in config/sources.yaml, and what the desk remembers of polling it.

/** Fields every kind of source has. `id` is unique, `[a-z0-9-]{1,40}`, and never reused for another publisher. */
interface SourceBase {
  readonly id: string;
  /** The publisher's name as readers know it, such as 中央社. */
  readonly name: string;
  /** BCP 47, when the operator stated it; else it is found in the text. */
  readonly language?: string;
  /** Minutes between polls while all is well. */
  readonly intervalMinutes: number;
  /** Whether the full text is fetched from each item's page (`page`) or taken from the feed (`feed`). */
  readonly fullText: "page" | "feed";
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

/** A folder or `.tar.gz` of Jekyll posts; `path` is relative to the sources file. */
export interface PostsSource extends SourceBase {
  readonly kind: "posts";
  readonly path: string;
}

export type Source = FeedSource | PageSource | PostsSource;

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
}
