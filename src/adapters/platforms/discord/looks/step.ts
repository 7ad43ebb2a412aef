// What it takes to post an edition.
import type { APIEmbed, APIMessageTopLevelComponent, MessageFlags } from "discord.js";

/** The part of a message that its look decides. Components V2 stand alone: no content and no embeds beside them. */
export interface EditionMessage {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIMessageTopLevelComponent[];
  readonly flags?: MessageFlags;
}

/** One request after the other. A thread starts from the message before it, and what follows is posted there. */
export type EditionStep =
  | { readonly kind: "message"; readonly message: EditionMessage }
  | { readonly kind: "thread"; readonly name: string };

export const messageStep = (message: EditionMessage): EditionStep => ({ kind: "message", message });
