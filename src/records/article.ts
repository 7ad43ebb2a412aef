// An item edited and archived: headline, lede and tags for the digest, the text for search.

/** A sentence of the lede and where it stands in `Article.text` (UTF-16 offsets, end exclusive). */
export interface LedeSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What extraction finds on a page or in a feed's markup, before any editing. Instants are epoch milliseconds. */
export interface Extract {
  readonly url: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly publishedAt: number | null;
  /** BCP 47 as the page declares it. */
  readonly language: string | null;
  /** Plain text, paragraphs separated by one blank line. */
  readonly text: string;
  /** Absolute address of the lead image. */
  readonly image: string | null;
  /** The publisher's own tags, best first. */
  readonly tags: readonly string[];
}

/** What curating adds: the short form that people see. */
export interface Summary {
  readonly headline: string;
  /** The sentences joined are the lede: 120 CJK characters or 240 Latin ones at most. Empty when the text holds none. */
  readonly lede: readonly LedeSentence[];
  readonly tags: readonly string[];
  /** BCP 47: zh-Hant, zh-Hans, ja, ko, en …; "und" when it can't be told. */
  readonly language: string;
}

/** A summary, and what its article teaches about tags when the publisher gave them. */
export interface Summarized extends Summary {
  readonly lesson?: Uint8Array;
}

export interface Article extends Summary {
  /** UUID given on first arrival; an update keeps it. */
  readonly id: string;
  readonly sourceId: string;
  /** The key that makes a second arrival an update: canonical URL, or `guid:` and the publisher's identifier. */
  readonly identity: string;
  readonly url: string | null;
  readonly byline: string | null;
  readonly text: string;
  readonly image: string | null;
  readonly publishedAt: number;
  readonly collectedAt: number;
  readonly storyId: string;
  /** The title, author, markup and publisher's categories as they came, so that an export loses nothing. */
  readonly original: OriginalPost;
}

/** A headline that an article has or had. */
export interface SeenHeadline {
  readonly headline: string;
  /** When the desk first saw it, epoch milliseconds. */
  readonly seenAt: number;
}

/** The item as it came in, kept for export. */
interface OriginalPost {
  readonly title: string;
  readonly author: string | null;
  readonly body: string;
  readonly categories: readonly string[];
}
