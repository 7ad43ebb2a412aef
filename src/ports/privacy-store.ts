// What the desk knows of a person, and how it is forgotten.
import type { ChannelSettings } from "../records/channel-settings.ts";
import type { Card } from "../records/story.ts";
import type { Subscription } from "../records/subscription.ts";

/** All that is stored of a reader. The instants are epoch milliseconds. */
export interface PersonalData {
  /** Latest first. */
  readonly saved: readonly { readonly at: number; readonly card: Card }[];
  /** Latest first. */
  readonly votes: readonly {
    readonly at: number;
    readonly channelId: string;
    readonly articleId: string;
    readonly value: number;
  }[];
  /** Those that the reader made, in whichever channel of the platform. */
  readonly subscriptions: readonly Subscription[];
  /** Null where there is none, or nothing is known of it. */
  readonly chat: ChatRecord | null;
}

/** What is known of a one-on-one chat. */
export interface ChatRecord {
  /** Null: nothing was set. */
  readonly settings: ChannelSettings | null;
  /** What arrived; of the stories it is known which they are, so that none comes twice. */
  readonly sent: { readonly editions: number; readonly stories: number; readonly latestAt: number | null };
}

/** A reader's id is `<platform>:<the platform's own>`; on LINE that is also the id of the one-on-one chat. */
export interface PrivacyStore {
  personalData(readerId: string): Promise<PersonalData>;
  /**
   * One transaction: what the reader saved and voted goes, what is remembered under `keysOf` the reader, and with the one-on-one chat all
   * that it ordered, set and was sent. What the reader ordered for other channels stays theirs; who did it is forgotten.
   */
  eraseReader(readerId: string): Promise<void>;
  /** The bot was put out of a group, or blocked: its data waits for the return. `at`: epoch milliseconds. */
  noteParting(channelId: string, at: number): Promise<void>;
  noteReturn(channelId: string): Promise<void>;
  /** The channels, at most `limit`, that the bot was put out of before the instant and that are not forgotten yet. */
  partedBefore(instant: number, limit: number): Promise<readonly string[]>;
}
