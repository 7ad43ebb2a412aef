// What readers keep for themselves, what they think of a channel's stories, and how a channel wants to be served.
import type { ChannelSettings } from "../records/channel-settings.ts";
import type { Card } from "../records/story.ts";

/** A reader's id is `<platform>:<the platform's own>`. */
interface SavedStore {
  /** False when the reader had saved the article before; the card is then left as it was saved. `at`: epoch milliseconds. */
  saveCard(readerId: string, card: Card, at: number): Promise<boolean>;
  /** True when it was saved. */
  dropSaved(readerId: string, articleId: string): Promise<boolean>;
  /** As they were saved, whether their articles are still in the archive or not; latest saved first. */
  savedCards(
    readerId: string,
    limit: number,
    offset: number,
  ): Promise<{ readonly total: number; readonly cards: readonly Card[] }>;
}

/** A reader's word on a story in a channel: 1 for more of this, -1 for less. */
interface Vote {
  readonly channelId: string;
  readonly readerId: string;
  readonly articleId: string;
  readonly value: 1 | -1;
  /** The article's tags as shown: what there shall be more or less of. */
  readonly tags: readonly string[];
  /** Epoch milliseconds. */
  readonly votedAt: number;
}

/** A tag that readers of a channel asked for more or less of. */
export interface TagWeight {
  readonly tag: string;
  /** Votes for more without those for less; never 0. */
  readonly weight: number;
}

interface VoteStore {
  /** A reader has one vote on an article in a channel; a later one replaces it. */
  castVote(vote: Vote): Promise<void>;
  /** By the votes since, the strongest first. */
  tagWeights(channelId: string, since: number): Promise<readonly TagWeight[]>;
  /** Takes all votes of a channel back; how many there were. */
  dropVotes(channelId: string): Promise<number>;
}

export interface ChannelSettingsStore {
  /** Of those that have set anything; a server's stand among them, see language/server-settings.ts. */
  channelSettings(channelIds: readonly string[]): Promise<ReadonlyMap<string, ChannelSettings>>;
  /** Its language becomes that of the channel's digests, too. */
  saveChannelSettings(channelId: string, settings: ChannelSettings): Promise<void>;
}

export type ReaderStore = SavedStore & VoteStore & ChannelSettingsStore;
