// What a source's body says once it is read: the feed and its items, as published. Markup is kept, nothing is edited.

export interface Enclosure {
  readonly url: string;
  readonly type: string | null;
  /** Bytes, as the feed claims. */
  readonly length: number | null;
}

/** One entry as published. `summary` and `content` are markup; `title` may hold markup too. Instants are epoch milliseconds. */
export interface Item {
  /** The publisher's own identifier (guid, atom:id); null when the feed gives none. */
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly summary: string | null;
  readonly content: string | null;
  readonly author: string | null;
  readonly tags: readonly string[];
  readonly enclosures: readonly Enclosure[];
}

export interface Feed {
  readonly title: string | null;
  readonly link: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly id: string | null;
  readonly updatedAt: number | null;
  readonly author: string | null;
}

/** A body read as a source. `problems` says what was salvaged or left out, one sentence each, for the operator. */
export interface ParsedSource {
  readonly feed: Feed;
  readonly items: readonly Item[];
  readonly problems: readonly string[];
}
