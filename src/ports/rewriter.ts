// Puts what an edition shows into its readers' words and language. The archive keeps the extract: only what is shown is rewritten.
import type { Locale } from "../records/channel.ts";
import type { RewriterState, Rewriting } from "../records/rewriting.ts";
import type { Card } from "../records/story.ts";

export interface RewriteRequest {
  /** The language of the channel. */
  readonly locale: Locale;
  /** The articles' texts by article id; asked for at most once, and only when there is something to rewrite. */
  readonly textsOf: (articleIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Once aborted, what is not rewritten yet is kept as it is. */
  readonly stopSignal?: AbortSignal | undefined;
}

export interface Rewriter {
  /**
   * One rewriting a card, in order: the card with headline, lede and tags in the channel's language, or the card as it was and why.
   * Ends within the part's time limit and throws only what `textsOf` throws, so that an edition is always on time.
   */
  rewrite(cards: readonly Card[], request: RewriteRequest): Promise<readonly Rewriting[]>;
  /** Which model, and what it did today by the desk's time zone; null when the part is off. Throws LedeError, with what to do, when it can't be used. */
  check(): Promise<RewriterState | null>;
}
