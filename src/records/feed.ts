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

/** How often a feed wants to be asked, as far as it says. */
export interface PollingHints {
  /** Milliseconds that it may be kept before it is asked again (RSS `<ttl>`). */
  readonly ttlMs: number | null;
  /** Hours of the day, GMT, 0 to 23, in which nothing new comes (RSS `<skipHours>`). */
  readonly skipHours: readonly number[];
  /** Days of the week, GMT, 0 for Sunday (RSS `<skipDays>`). */
  readonly skipDays: readonly number[];
}

/** Where a feed says that its changes can be had as they happen (WebSub §4). */
export interface HubLinks {
  readonly hubs: readonly string[];
  /** The feed's own address, rel="self". */
  readonly self: string | null;
}

/** A body read as a source. `problems` says what was salvaged or left out, one sentence each, for the operator. */
export interface ParsedSource {
  readonly feed: Feed;
  readonly items: readonly Item[];
  readonly problems: readonly string[];
  /** Only of formats that have such hints. */
  readonly polling?: PollingHints;
  readonly hubLinks?: HubLinks;
}
