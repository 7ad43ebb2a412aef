// A search, read from what was typed. Parsing is language/query.ts; stores turn it into their own full-text search.

/** Texts as typed, not folded. All parts must hold. Instants are epoch milliseconds. */
export interface Query {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  /** Words or phrases that must not occur. */
  readonly without: readonly string[];
  /** Source ids or names, any of which. */
  readonly sources: readonly string[];
  /** Tags, all of which. */
  readonly tags: readonly string[];
  /** Inclusive. */
  readonly after: number | null;
  /** Exclusive. */
  readonly before: number | null;
}

/** A found article. `snippet` is text as published, around the first hit. */
export interface Hit {
  readonly id: string;
  readonly storyId: string;
  readonly url: string | null;
  readonly headline: string;
  readonly lede: string;
  readonly sourceId: string;
  /** The publisher as readers know it. */
  readonly sourceName: string;
  readonly tags: readonly string[];
  readonly image: string | null;
  readonly language: string;
  readonly publishedAt: number;
  readonly snippet: string;
}

export interface SearchResult {
  /** Articles in which all parts hold. When they don't fill the page, near ones follow in `hits` that this does not count. */
  readonly total: number;
  readonly hits: readonly Hit[];
}
