// Which stories an edition brings. Editions of one search and span share all of it that is no channel's own.
import type { Query } from "../records/query.ts";
import type { Card } from "../records/story.ts";

/** What is looked for. Instants are epoch milliseconds. */
export interface WantedStories {
  readonly query: Query;
  readonly from: number;
  /** Not in the future. */
  readonly until: number;
  /** "best" for a digest (by language/news-value.ts, of the hundred most covered and newest), "oldest" for a running channel. */
  readonly order: "best" | "oldest";
  readonly limit: number;
}

/** Stories for an edition, best first, and how many there are in all. */
export interface StorySelection {
  readonly cards: readonly Card[];
  readonly total: number;
}

/** What was found for any channel. It holds nothing open, and is as of the instant when it was read. */
export interface OpenSelection {
  /** All of it: for whom the archive knows no channel, and for channels that were sent none of it and have no votes. */
  readonly forAnyone: StorySelection;
  /** Without what the channel was sent until now, and in the order that its readers' votes make. */
  forChannel(channelId: string): Promise<StorySelection>;
}

export interface SelectionStore {
  /**
   * Stories with an article that matches, first archived after `from` and until `until`. The card is that of such articles which
   * stands for the story: the longest of a preferred source, else the earliest full one.
   */
  openSelection(wanted: WantedStories): Promise<OpenSelection>;
}
