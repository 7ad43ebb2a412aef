// Somebody asks in a channel: the same shape from every platform.
import type { Channel } from "./channel.ts";

export interface Asker {
  /** The platform's identifier; used for cooldowns only. */
  readonly id: string;
  /** How the platform names this person, for the visible note; "" when it does not tell. */
  readonly name: string;
  /** "unknown" on platforms that tell a bot nothing of roles. */
  readonly mayManage: boolean | "unknown";
}

/** Option values by option name, as typed or as chosen. */
export type Arguments = Readonly<Record<string, string>>;

/** Either a command the platform has parsed itself (slash command), or a line of text. */
export type Ask =
  | { readonly form: "command"; readonly command: string; readonly args: Arguments }
  | { readonly form: "text"; readonly text: string };

export interface Question {
  readonly channel: Channel;
  readonly asker: Asker;
  readonly ask: Ask;
}
