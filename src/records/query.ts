// A search, read from what was typed. Parsing is language/query.ts; stores turn it into their own full-text search.

/** One thing to look for, as typed, not folded. A language is a BCP 47 tag, in lower case. */
export interface Term {
  readonly kind: "word" | "phrase" | "tag" | "source" | "language";
  readonly text: string;
}

/** Alternatives, any of which must hold; never empty. */
export type Clause = readonly Term[];

/** What to look for. Instants are epoch milliseconds. */
export interface Query {
  /** All must hold. Words and phrases stand in headline or text; a source is an id or a part of a name. */
  readonly clauses: readonly Clause[];
  /** None may hold. */
  readonly without: readonly Term[];
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
  /** False when there are more than `total`, which counting stopped at. */
  readonly isCounted: boolean;
  readonly hits: readonly Hit[];
}
