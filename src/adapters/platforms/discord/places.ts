// The places that an edition can be posted to: a channel, a thread or a forum post of its own, a webhook, the followers of a channel.
import {
  ChannelType,
  DiscordAPIError,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIGuildForumThreadsJSONBody,
  type RESTPostAPIWebhookWithTokenJSONBody,
  Routes,
} from "discord.js";
import type { Log } from "../../../ports/log.ts";
import type { Place } from "../../../records/place.ts";
import { describeFault } from "./faults.ts";
import type { EditionMessage } from "./looks/step.ts";
import { cutText } from "./markdown.ts";
import { findForumPost, findMessage, findThread, type Sought } from "./standing-message.ts";

/** Where a message stands, as far as it can be changed there later. */
export interface PostedMessage {
  /** The channel or thread. */
  readonly address: string;
  readonly id: string;
}

interface NextMessage {
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
  /** Told when the channel's webhook has been made, so that the next edition uses it. */
  readonly onPlace?: (address: string, place: Place) => Promise<void>;
}

/** A thread's name; Discord takes 100 characters. */
const threadNameLimit = 100;
const maxForumTags = 5;

const tagRequired = 40_067;
const alreadyCrossposted = 40_033;

type PostNext = (next: NextMessage) => Promise<PostedMessage>;

/** Posts one message after the other to the place. Throws what discord.js throws when Discord does not take one. */
export function postTo(place: Place | null, address: string, title: string, parts: PlaceParts): PostNext {
  const name = cutText(title, threadNameLimit);
  switch (place?.kind) {
    case "thread":
      return async (next) => post(next.threadId ?? (await openThread(address, name, next, parts)), next, parts);
    case "forum":
      return (next) =>
        next.threadId === null
          ? openForumPost(address, name, place.tagIds, next, parts)
          : post(next.threadId, next, parts);
    case "webhook": {
      // Asked for once an edition, whatever becomes of it.
      let making: Promise<WebhookPlace["hook"]> | null = null;
      return async (next) => {
        making ??= place.hook === null ? makeWebhook(place, address, parts) : Promise.resolve(place.hook);
        return postByWebhook({ ...place, hook: await making }, address, next, parts);
      };
    }
    case "announcement":
      return async (next) =>
        next.threadId === null ? crosspost(await post(address, next, parts), parts) : post(next.threadId, next, parts);
    default:
      return (next) => post(next.threadId ?? address, next, parts);
  }
}

const mentionsNobody = { allowed_mentions: { parse: [] } };

/** The message as Discord's API takes it. */
export const bodyOf = ({ embeds = [], components = [], ...text }: EditionMessage) => ({
  ...text,
  ...(embeds.length > 0 && { embeds: [...embeds] }),
  ...(components.length > 0 && { components: [...components] }),
  ...mentionsNobody,
});

async function post(address: string, next: NextMessage, { rest }: PlaceParts): Promise<PostedMessage> {
  const { message, nonce } = next;
  const standing = next.nonceHolds
    ? null
    : await ifDoubtful(next, (sought) => findMessage(address, null, sought, rest));
  if (standing !== null) return { address, id: standing };
  const body: RESTPostAPIChannelMessageJSONBody = { ...bodyOf(message), nonce, enforce_nonce: true };
  return { address, id: idOf(await rest.post(Routes.channelMessages(address), { body })) };
}

/** What stands there already, looked for only where an answer was lost. */
const ifDoubtful = async (
  { mayStand, message, since }: NextMessage,
  find: (sought: Sought) => Promise<string | null>,
): Promise<string | null> => (mayStand ? find({ message, since }) : null);

async function openThread(
  address: string,
  name: string,
  next: NextMessage,
  { rest, once }: PlaceParts,
): Promise<string> {
  const body = { name, type: ChannelType.PublicThread };
  const threadId =
    (await ifDoubtful(next, (sought) => findThread(address, name, sought, rest))) ??
    idOf(await once.post(Routes.threads(address), { body }));
  next.onThread(threadId);
  return threadId;
}

async function openForumPost(
  address: string,
  name: string,
  tagIds: readonly string[],
  next: NextMessage,
  { rest, once }: PlaceParts,
): Promise<PostedMessage> {
  const open = async (tags: readonly string[]) => {
    const applied = tags.length > 0 ? { applied_tags: tags.slice(0, maxForumTags) } : {};
    const body: RESTPostAPIGuildForumThreadsJSONBody = { name, message: bodyOf(next.message), ...applied };
    return idOf(await once.post(Routes.threads(address), { body }));
  };
  const threadId =
    (await ifDoubtful(next, (sought) => findForumPost(address, name, sought, rest))) ??
    (await open(tagIds).catch(async (error: unknown) => {
      if (!isRefusal(error, tagRequired)) throw error;
      return open(await anyTag(address, error, rest));
    }));
  next.onThread(threadId);
  // A post's first message has the id of its thread.
  return { address: threadId, id: threadId };
}

/** The first of the forum's tags that anybody may give. Throws the refusal when there is none. */
async function anyTag(address: string, refusal: unknown, rest: PlaceParts["rest"]): Promise<readonly string[]> {
  const forum = (await rest.get(Routes.channel(address))) as {
    readonly available_tags?: readonly { readonly id: string; readonly moderated: boolean }[];
  };
  const tag = forum.available_tags?.find(({ moderated }) => !moderated);
  if (!tag) throw refusal;
  return [tag.id];
}

type WebhookPlace = Extract<Place, { readonly kind: "webhook" }>;

/** By the channel's webhook; by the bot itself where it may not make one. */
async function postByWebhook(
  { hook, name, picture }: WebhookPlace,
  address: string,
  next: NextMessage,
  parts: PlaceParts,
): Promise<PostedMessage> {
  if (hook === null) return post(next.threadId ?? address, next, parts);
  const place = next.threadId ?? address;
  const standing = await ifDoubtful(next, (sought) => findMessage(place, hook, sought, parts.rest));
  if (standing !== null) return { address: place, id: standing };
  const face = { username: name, ...(picture !== null && { avatar_url: picture }) };
  const body: RESTPostAPIWebhookWithTokenJSONBody = { ...bodyOf(next.message), ...face };
  // Without the wait Discord would not say whether it took the message.
  const thread = next.threadId === null || next.threadId === address ? {} : { thread_id: next.threadId };
  const query = new URLSearchParams({ wait: "true", with_components: "true", ...thread });
  const posted = await parts.once.post(Routes.webhook(hook.id, hook.token), { body, query, auth: false });
  return { address: place, id: idOf(posted) };
}

/** Makes the channel's webhook and has it kept; null where the bot may not. */
async function makeWebhook(
  place: WebhookPlace,
  address: string,
  { rest, log, onPlace }: PlaceParts,
): Promise<WebhookPlace["hook"]> {
  try {
    const made = (await rest.post(Routes.channelWebhooks(address), { body: { name: place.name } })) as {
      readonly id: string;
      readonly token: string;
    };
    const hook = { id: made.id, token: made.token };
    await onPlace?.(address, { ...place, hook });
    return hook;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    log.warn(
      "no webhook could be made in a channel; the bot posts there itself. It needs the permission Manage Webhooks",
      {
        channel: address,
        problem: describeFault(error),
      },
    );
    return null;
  }
}

/** To the channels that follow. The message stands in its own channel whatever becomes of this, so nothing is posted again for it. */
async function crosspost(posted: PostedMessage, { rest, log }: PlaceParts): Promise<PostedMessage> {
  try {
    await rest.post(Routes.channelMessageCrosspost(posted.address, posted.id));
  } catch (error) {
    if (!isRefusal(error, alreadyCrossposted))
      log.warn("an edition was not passed on to the channels that follow", {
        channel: posted.address,
        problem: describeFault(error),
      });
  }
  return posted;
}

const isRefusal = (error: unknown, code: number): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === code;

// Every answer to a post is the message or the thread that it made.
const idOf = (made: unknown): string => String((made as { readonly id?: unknown } | undefined)?.id ?? "");
