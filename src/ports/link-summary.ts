// Any article, summarised on demand: one of the archive, or one at an address that the desk has never read.
import type { Locale } from "../records/channel.ts";
import type { Card } from "../records/story.ts";

export interface LinkSummary {
  /** In the reader's language where a model is there to translate. `articleId` is empty for what is not archived. */
  readonly card: Card;
  /** The sentences that tell most of it, verbatim and in the text's order; none where the text holds none. */
  readonly sentences: readonly string[];
}

export interface SummarizeDesk {
  /** Throws UserError `unknown-article` for one that the archive does not hold. */
  summarizeArticle(articleId: string, locale: Locale): Promise<LinkSummary>;
  /**
   * Reads the page, unless the archive has it or it was read just now. Throws UserError `source-unreachable`, `page-forbidden` or
   * `no-article`, and `too-many-pages` for a reader who has had twenty pages read in ten minutes.
   */
  summarizeLink(url: string, locale: Locale, readerId: string): Promise<LinkSummary>;
}
