// Somebody asks in a channel: the same shape from every platform.
import type { Channel } from "./channel.ts";
import type { ChannelForm } from "./place.ts";

export interface Asker {
  /** The platform's identifier; used for cooldowns only. */
  readonly id: string;
  /** How the platform names this person, for the visible note; "" when it does not tell. */
  readonly name: string;
  /** "unknown" on platforms that tell a bot nothing of roles. */
  readonly mayManage: boolean | "unknown";
  /** The whole server; left out where a platform has none. */
  readonly mayManageServer?: boolean;
}

/** Option values by option name, as typed or as chosen. */
export type Arguments = Readonly<Record<string, string>>;

/** A command the platform has parsed itself (slash command), a line of text, or a command about a message. */
export type Ask =
  | { readonly form: "command"; readonly command: string; readonly args: Arguments }
  | { readonly form: "text"; readonly text: string }
  /** A command from a message's menu, and that message's text. */
  | { readonly form: "message"; readonly command: string; readonly text: string };

export interface Question {
  /** Where it was asked. */
  readonly channel: Channel;
  /** How that channel is posted to, on platforms that have more than one kind. */
  readonly form?: ChannelForm;
  /** The channel that it is a thread of. */
  readonly parent?: Channel;
  readonly asker: Asker;
  readonly ask: Ask;
}
