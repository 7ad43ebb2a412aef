// A Discord to play a journey on: the fake one, or any other that is driven alike.
import type { RESTPutAPIApplicationCommandsJSONBody } from "discord.js";
import type { PostedBody } from "../fakes/discord-limits.ts";

export interface StageOptions {
  /** How long an interaction waits for its first answer; Discord's own 3000 when left out. */
  readonly answerWithinMs?: number;
  /** A free one when left out. */
  readonly port?: number;
  /** How many the gateway recommends; one when left out. */
  readonly shards?: number;
}

/** The options of a slash command, as Discord sends them. */
export function optionsOf({ args = {}, order }: Asking) {
  const options = Object.entries(args).map(([name, value]) => ({ type: 3, name, value }));
  return order === undefined ? options : [{ type: 1, name: order, options }];
}

export interface PostedMessage extends PostedBody {
  readonly id: string;
}

/** Who asks, and where. A server whose owners chose no language says `en-US`. */
export interface Asking {
  readonly args?: Readonly<Record<string, string>>;
  /** The subcommand that takes the arguments. */
  readonly order?: string;
  readonly locale?: string;
  readonly serverLocale?: string;
  readonly isDirect?: boolean;
  /** Somebody took the bot along: to a server that it is no member of, or to a direct message with somebody else. */
  readonly takenTo?: "server" | "people";
  readonly mayManage?: boolean;
  /** Wait for the message that follows the first, and tell of that one. */
  readonly wantsFollowUp?: boolean;
  /** Called when the answer is announced for later. */
  readonly onDeferred?: () => void;
}

/** `retryAfter`: seconds, for status 429. */
export interface PostFailure {
  readonly status: number;
  readonly retryAfter?: number;
}

export type Answered =
  | {
      readonly state: "answered";
      readonly isDeferred: boolean;
      readonly isEphemeral: boolean;
      readonly message: PostedMessage;
    }
  | { readonly state: "missed" };

export interface DiscordStage {
  readonly token: string;
  readonly url: string;
  /** The one text channel where everything happens. */
  readonly channelId: string;
  registered(): RESTPutAPIApplicationCommandsJSONBody;
  posted(): readonly PostedMessage[];
  /** What a client did that Discord would refuse. */
  violations(): readonly string[];
  slash(name: string, asking?: Asking): Promise<Answered>;
  press(customId: string, asking?: Asking): Promise<Answered>;
  /** The next posts to channels fail like this, one each. */
  failPosts(...failures: readonly PostFailure[]): void;
  dropConnections(): void;
  /** The gateway wants its bot to connect anew and to go on. */
  askToReconnect(): void;
  /** The gateway has forgotten its bot, which has to begin anew. */
  endSessions(): void;
  close(): Promise<void>;
}
