// Finds what can be read at an address that somebody names, and makes it a source.
import type { FeedSource, PageSource, SitemapSource, Source } from "../records/source.ts";

type Found<Kind> = Omit<Kind, "id" | "intervalMinutes" | "fullText">;

/** What was found, before it is a source: no id yet. */
export type FoundSource = Found<FeedSource> | Found<PageSource> | Found<SitemapSource>;

/** Something that can be added, and its newest headlines, five at most, so that people see what they would get. */
export interface Proposal {
  readonly found: FoundSource;
  readonly headlines: readonly string[];
  /** Whether the publisher offers it to be followed. What was inferred is shown before it is added. */
  readonly isCertain: boolean;
}

/**
 * What the address leads to, the publisher's main feed first and news sitemaps after the feeds; a list of links only where there is
 * neither. Never empty.
 * Throws UserError `no-source` when nothing can be read there, `source-unreachable` when the address can't be fetched,
 * `robots-forbid` when the site does not want its page or sitemap to be read by programs.
 */
export type FindSources = (address: string) => Promise<readonly Proposal[]>;

/**
 * Adds what was found; it is polled in the next round. A page that was added before gets its
 * new selectors, and a sitemap that has become a page is followed as one.
 * Throws UserError `source-known` when the address is a source already.
 */
export type AddSource = (found: FoundSource) => Promise<Source>;

/** Adds many at once, unseen; those that are sources already are left out. Throws UserError `too-many-sources` before any is added. */
export type AddSources = (found: readonly FoundSource[]) => Promise<readonly Source[]>;
