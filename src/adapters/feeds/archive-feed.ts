// A feed of the archive before it is written in either format.
import type { ListedArticle } from "../../records/listed-article.ts";

/** One page of it. Addresses are absolute; `next` and `previous` are null where there is none. */
export interface ArchiveFeed {
  readonly title: string;
  /** Of the first page: also what the feed is known by. */
  readonly first: string;
  readonly self: string;
  readonly next: string | null;
  readonly previous: string | null;
  /** The desk's own page. */
  readonly home: string;
  /** Newest first. */
  readonly articles: readonly ListedArticle[];
}

/** An article's name for good, wherever the desk stands. Its id is a UUID. */
export const articleUrn = ({ id }: ListedArticle): string => `urn:uuid:${id}`;

/** Who wrote it: its byline, or else its publisher. */
export const authorName = ({ byline, sourceName }: ListedArticle): string => byline ?? sourceName;

/** When the newest of the articles was changed, epoch milliseconds; 0 for none. */
export const lastChange = ({ articles }: Pick<ArchiveFeed, "articles">): number =>
  Math.max(0, ...articles.map(({ updatedAt }) => updatedAt));
