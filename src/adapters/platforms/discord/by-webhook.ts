// An edition posted by a channel's webhook, under another name and picture.
import { DiscordAPIError, type RESTPostAPIWebhookWithTokenJSONBody, Routes } from "discord.js";
import type { Hook, Place } from "../../../records/place.ts";
import { describeFault, isHookGone } from "./faults.ts";
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
import { findMessage } from "./standing-message.ts";

type WebhookPlace = Extract<Place, { readonly kind: "webhook" }>;

/** By the channel's webhook, which is made where there is none and anew where somebody deleted it; by the bot itself where it may not make one. */
export function webhookPoster(place: WebhookPlace, address: string, parts: PlaceParts): PostNext {
  // Asked for once an edition, whatever becomes of it.
  let settled = place.hook === null ? null : Promise.resolve<Hook | null>(place.hook);
  const make = () => {
    settled = makeWebhook(place, address, parts);
    return settled;
  };
  return async (next) => {
    const hook = await (settled ?? make());
    if (hook === null) return post(next.threadId ?? address, next, parts);
    try {
      return await postByHook(hook, place, address, next, parts);
    } catch (error) {
      if (!isHookGone(error)) throw error;
      await parts.onHook?.(address, null);
      const another = await make();
      if (another === null) return post(next.threadId ?? address, next, parts);
      return await postByHook(another, place, address, next, parts);
    }
  };
}

async function postByHook(
  hook: Hook,
  { name, picture }: WebhookPlace,
  address: string,
  next: NextMessage,
  parts: PlaceParts,
): Promise<PostedMessage> {
  const place = next.threadId ?? address;
  const standing = await ifDoubtful(next, (sought) => findMessage(place, hook, sought, parts.rest));
  if (standing !== null) return { address: place, id: standing, webhookId: hook.id };
  const face = { username: name, ...(picture !== null && { avatar_url: picture }) };
  const body: RESTPostAPIWebhookWithTokenJSONBody = { ...bodyOf(next.message), ...face };
  // Without the wait Discord would not say whether it took the message.
  const thread = next.threadId === null || next.threadId === address ? {} : { thread_id: next.threadId };
  const query = new URLSearchParams({ wait: "true", with_components: "true", ...thread });
  const posted = await parts.once.post(Routes.webhook(hook.id, hook.token), { body, query, auth: false });
  return { address: place, id: idOf(posted), webhookId: hook.id };
}

/** Makes the channel's webhook and has it kept; null where the bot may not. */
async function makeWebhook(
  { name }: WebhookPlace,
  address: string,
  { rest, log, onHook }: PlaceParts,
): Promise<Hook | null> {
  try {
    const made = (await rest.post(Routes.channelWebhooks(address), { body: { name } })) as Hook;
    const hook = { id: made.id, token: made.token };
    await onHook?.(address, hook);
    return hook;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    log.warn(
      "no webhook could be made in a channel; the bot posts there itself. It needs the permission Manage Webhooks",
      { channel: address, problem: describeFault(error) },
    );
    return null;
  }
}
