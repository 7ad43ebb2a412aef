// The places that an edition can be posted to: a channel, a thread or a forum post of its own, a webhook, the followers of a channel.
import { ChannelType, type RESTPostAPIGuildForumThreadsJSONBody, Routes } from "discord.js";
import type { Place } from "../../../records/place.ts";
import { webhookPoster } from "./by-webhook.ts";
import { describeFault, isRefusal, tagRequired } from "./faults.ts";
import { cutText } from "./markdown.ts";
import {
  bodyOf,
  idOf,
  ifDoubtful,
  type NextMessage,
  type PlaceParts,
  type PostedMessage,
  type PostNext,
  post,
} from "./posting.ts";
import { findForumPost, findThread } from "./standing-message.ts";

/** A thread's name; Discord takes 100 characters. */
const threadNameLimit = 100;
const maxForumTags = 5;

const alreadyCrossposted = 40_033;

/** Posts one message after the other to the place. Throws what discord.js throws when Discord does not take one. */
export function postTo(place: Place | null, address: string, title: string, parts: PlaceParts): PostNext {
  const name = cutText(title, threadNameLimit);
  switch (place?.kind) {
    case "thread":
      return async (next) => post(next.threadId ?? (await openThread(address, name, next, parts)), next, parts);
    case "forum":
      return (next) =>
        next.threadId === null
          ? openForumPost(address, name, place.tags, next, parts)
          : post(next.threadId, next, parts);
    case "webhook":
      return webhookPoster(place, address, parts);
    case "announcement":
      return async (next) =>
        next.threadId === null ? crosspost(await post(address, next, parts), parts) : post(next.threadId, next, parts);
    default:
      return (next) => post(next.threadId ?? address, next, parts);
  }
}

async function openThread(
  address: string,
  name: string,
  next: NextMessage,
  { rest, once }: PlaceParts,
): Promise<string> {
  const open = async (type: ChannelType) => idOf(await once.post(Routes.threads(address), { body: { name, type } }));
  const threadId =
    (await ifDoubtful(next, (sought) => findThread(address, name, sought, rest))) ??
    (await open(ChannelType.PublicThread).catch((refusal: unknown) => {
      if (!isWrongThread(refusal)) throw refusal;
      // An announcement channel has threads of its own kind alone.
      return open(ChannelType.AnnouncementThread).catch((fault: unknown) => {
        throw isWrongThread(fault) ? refusal : fault;
      });
    }));
  next.onThread(threadId);
  return threadId;
}

/** Not in a channel of this type, or not such a thread. */
const isWrongThread = (error: unknown): boolean => [50_024, 50_035].some((code) => isRefusal(error, code));

async function openForumPost(
  address: string,
  name: string,
  tags: readonly string[],
  next: NextMessage,
  { rest, once }: PlaceParts,
): Promise<PostedMessage> {
  const open = async (tagIds: readonly string[]) => {
    const applied = tagIds.length > 0 ? { applied_tags: tagIds.slice(0, maxForumTags) } : {};
    const body: RESTPostAPIGuildForumThreadsJSONBody = { name, message: bodyOf(next.message), ...applied };
    return idOf(await once.post(Routes.threads(address), { body }));
  };
  const threadId =
    (await ifDoubtful(next, (sought) => findForumPost(address, name, sought, rest))) ??
    (await open(await tagsCalled(tags, address, rest)).catch(async (error: unknown) => {
      if (!isRefusal(error, tagRequired)) throw error;
      return open(await anyTag(address, error, rest));
    }));
  next.onThread(threadId);
  // A post's first message has the id of its thread.
  return { address: threadId, id: threadId };
}

/** The forum's tags of these names, in any case and width; what it has no tag for is left out. */
async function tagsCalled(names: readonly string[], address: string, rest: PlaceParts["rest"]) {
  if (names.length === 0) return [];
  const plain = (name: string) => name.normalize("NFKC").trim().toLowerCase();
  const wanted = new Set(names.map(plain));
  return (await openTags(address, rest)).filter(({ name }) => wanted.has(plain(name))).map(({ id }) => id);
}

/** The first of the forum's tags that anybody may give. Throws the refusal when there is none. */
async function anyTag(address: string, refusal: unknown, rest: PlaceParts["rest"]): Promise<readonly string[]> {
  const [tag] = await openTags(address, rest);
  if (!tag) throw refusal;
  return [tag.id];
}

interface ForumTag {
  readonly id: string;
  readonly name: string;
  readonly moderated: boolean;
}

/** Those that anybody may give. */
async function openTags(address: string, rest: PlaceParts["rest"]): Promise<readonly ForumTag[]> {
  const forum = (await rest.get(Routes.channel(address))) as { readonly available_tags?: readonly ForumTag[] };
  return (forum.available_tags ?? []).filter(({ moderated }) => !moderated);
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
