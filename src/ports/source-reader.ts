// A kind of source: how its body is read. Pure: bytes in, items out.
import type { ParsedSource } from "../records/feed.ts";
import type { PageSelectors } from "../records/source.ts";

export interface SourceBody {
  readonly bytes: Uint8Array;
  /** The address it came from, after redirects; relative links resolve against it. */
  readonly url: string;
  readonly contentType: string | null;
  /** The Content-Location header, as sent. */
  readonly contentLocation?: string | null;
}

/** Throws ParseError when the body is no feed at all; a bad item costs only itself and stands in `problems`. */
export type FeedReader = (body: SourceBody) => ParsedSource;

/** Throws ParseError when the selectors find nothing: a page that changed is an alert, not silence. */
export type PageReader = (body: SourceBody, selectors: PageSelectors) => ParsedSource;

/** A file that a sitemap index names. */
export interface SitemapChild {
  readonly url: string;
  /** Epoch milliseconds; null when the index does not say. */
  readonly changedAt: number | null;
}

/**
 * A sitemap: articles, newest first, or an index of further sitemaps. With `hasNews` the items are news as their publisher announces
 * it; without, they are pages of which only the address and the time of their last change (`updatedAt`) are known.
 */
export type SitemapReading =
  | { readonly state: "entries"; readonly hasNews: boolean; readonly parsed: ParsedSource }
  | { readonly state: "index"; readonly children: readonly SitemapChild[] };

/** Throws ParseError when the body is no sitemap; one without any entry is read. */
export type SitemapReader = (body: SourceBody) => SitemapReading;

/** What a page tells of sources: the feeds it links, in its own order, and the list of articles on it. */
export interface SiteReading {
  readonly title: string | null;
  /** Absolute addresses, those the page declares before those it only links. */
  readonly feedUrls: readonly string[];
  /** Absolute addresses of `rel=sitemap`. */
  readonly sitemapUrls: readonly string[];
  /** Selectors that find the page's repeating list of headlines; null when it shows none. */
  readonly list: PageSelectors | null;
}

/** Reads any page as a way to sources. Throws ParseError for what no page can be. */
export type SiteReader = (body: SourceBody) => SiteReading;

/** One Jekyll post, or why it is refused. `file` is its path inside the folder or archive; `kept`: what an export wrote beside it, as JSON. */
export type PostReading =
  | { readonly state: "read"; readonly file: string; readonly post: Post; readonly kept?: string }
  | { readonly state: "refused"; readonly file: string; readonly reason: string };

/** A Jekyll post's front matter and body. `body` is HTML, after Markdown is rendered. Instants are epoch milliseconds. */
export interface Post {
  readonly title: string;
  readonly url: string | null;
  readonly publishedAt: number;
  readonly author: string | null;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly body: string;
}

/** Reads files, folders (in name order) and `.tar.gz` archives (in their own order), one post at a time. Throws ParseError when a path can't be opened. */
export type PostsReader = (path: string) => AsyncIterable<PostReading>;

/** A text that changes whenever a post under the path does, from sizes and times alone. Throws ParseError when the path can't be opened. */
export type PostsVersion = (path: string) => Promise<string>;
