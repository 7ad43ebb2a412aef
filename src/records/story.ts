// Reports of one event: an edition shows the story once, with the other sources beside it.

/** A story as a channel is shown it: its representative article in short, and who else reported. */
export interface Card {
  readonly storyId: string;
  readonly articleId: string;
  readonly headline: string;
  readonly lede: string;
  /** Null for a post that has no address. */
  readonly url: string | null;
  readonly image: string | null;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly tags: readonly string[];
  readonly language: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  /** Names of other sources that report the same event. */
  readonly alsoIn: readonly string[];
  /** Headline and lede are not the article's own words: a language model wrote them, in its language or translated. */
  readonly rewritten?: "edited" | "translated";
  /** The newsroom changed its headline after it was shown. */
  readonly isCorrected?: boolean;
}
