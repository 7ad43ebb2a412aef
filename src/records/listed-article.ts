// An article as a feed of the archive lists it.

export interface ListedArticle {
  readonly id: string;
  readonly url: string | null;
  readonly headline: string;
  readonly lede: string;
  readonly tags: readonly string[];
  /** BCP 47; "und" when it can't be told. */
  readonly language: string;
  readonly byline: string | null;
  readonly image: string | null;
  /** The publisher as readers know it. */
  readonly sourceName: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  /** When its headline was last changed, or else when it was published. */
  readonly updatedAt: number;
}
