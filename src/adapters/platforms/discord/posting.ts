// One message of an edition, posted by the bot itself, and what every way to post has in common.
import { type REST, type RESTPostAPIChannelMessageJSONBody, Routes } from "discord.js";
import type { Log } from "../../../ports/log.ts";
import type { Posted } from "../../../records/edition.ts";
import type { Hook } from "../../../records/place.ts";
import type { EditionMessage } from "./looks/step.ts";
import { findMessage, type Sought } from "./standing-message.ts";

/** Where a message stands, as far as it can be changed there later. */
export type PostedMessage = Posted["messages"][number];

export interface NextMessage {
  readonly message: EditionMessage;
  /** 25 characters, the same for every attempt at this message; a forum's first message and a webhook's can't have one. */
  readonly nonce: string;
  /** The thread that this edition has opened. */
  readonly threadId: string | null;
  /** Told as soon as a thread is open, so that a later attempt goes on in it. */
  readonly onThread: (threadId: string) => void;
  /** An attempt had no answer: it may stand there already. */
  readonly mayStand: boolean;
  /** Discord still knows the nonce of such an attempt. */
  readonly nonceHolds: boolean;
  /** When the edition came out, epoch milliseconds. */
  readonly since: number;
}

export interface PlaceParts {
  readonly rest: Pick<REST, "post" | "get">;
  /** For what has no nonce: it repeats nothing by itself. */
  readonly once: Pick<REST, "post">;
  readonly log: Log;
  /** Told when a channel's webhook has been made, so that the next edition uses it, and when it turned out to be gone: null. */
  readonly onHook?: (address: string, hook: Hook | null) => Promise<void>;
}

export type PostNext = (next: NextMessage) => Promise<PostedMessage>;

const mentionsNobody = { allowed_mentions: { parse: [] } };

/** The message as Discord's API takes it. */
export const bodyOf = ({ embeds = [], components = [], ...text }: EditionMessage) => ({
  ...text,
  ...(embeds.length > 0 && { embeds: [...embeds] }),
  ...(components.length > 0 && { components: [...components] }),
  ...mentionsNobody,
});

/** As a message of the bot. */
export async function post(address: string, next: NextMessage, { rest }: PlaceParts): Promise<PostedMessage> {
  const { message, nonce } = next;
  const standing = next.nonceHolds
    ? null
    : await ifDoubtful(next, (sought) => findMessage(address, null, sought, rest));
  if (standing !== null) return { address, id: standing };
  const body: RESTPostAPIChannelMessageJSONBody = { ...bodyOf(message), nonce, enforce_nonce: true };
  return { address, id: idOf(await rest.post(Routes.channelMessages(address), { body })) };
}

/** What stands there already, looked for only where an answer was lost. */
export const ifDoubtful = async (
  { mayStand, message, since }: NextMessage,
  find: (sought: Sought) => Promise<string | null>,
): Promise<string | null> => (mayStand ? find({ message, since }) : null);

/** Every answer to a post is the message or the thread that it made. */
export const idOf = (made: unknown): string => String((made as { readonly id?: unknown } | undefined)?.id ?? "");
