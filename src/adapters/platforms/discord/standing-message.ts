// Finds what stands in its place already, though Discord's answer was lost: a webhook's message and a forum's post have no nonce.
import { DiscordAPIError, HTTPError, type REST, Routes, SnowflakeUtil } from "discord.js";
import type { Hook } from "../../../records/place.ts";
import type { EditionMessage } from "./looks/step.ts";

export interface Sought {
  readonly message: EditionMessage;
  /** It can't be older. Epoch milliseconds. */
  readonly since: number;
}

type Reading = Pick<REST, "get">;

interface ReadMessage {
  readonly id: string;
  readonly webhook_id?: string;
}

interface ReadThread {
  readonly id: string;
  readonly name: string;
  readonly parent_id: string | null;
  /** Of all messages ever, but for a forum post's first. */
  readonly total_message_sent?: number;
}

// The desk's clock and Discord's may differ.
const skewMs = 60_000;
// As many as one request brings: whoever looks comes back within minutes.
const latest = "100";

/**
 * The id of the message in the channel or thread, posted by the hook or else by the bot; null where there is none, or where the bot may not
 * read what was said. Throws what discord.js throws.
 */
export async function findMessage(
  address: string,
  hook: Hook | null,
  sought: Sought,
  rest: Reading,
): Promise<string | null> {
  const read = await ifAllowed(
    rest.get(Routes.channelMessages(address), { query: new URLSearchParams({ limit: latest }) }),
  );
  const mayBeIt = ((read ?? []) as readonly ReadMessage[]).filter(
    ({ id, webhook_id }) => webhook_id === hook?.id && isNewEnough(id, sought),
  );
  for (const posted of mayBeIt) {
    if (isSame(posted, sought.message)) return posted.id;
    // A bot is told what its own messages say, and what its webhook's do when it asks as that webhook.
    if (hook !== null && isSame(await readByHook(hook, address, posted.id, rest), sought.message)) return posted.id;
  }
  return null;
}

async function readByHook({ id, token }: Hook, address: string, messageId: string, rest: Reading): Promise<unknown> {
  const read = (inThread: Record<string, string>) =>
    rest.get(Routes.webhookMessage(id, token, messageId), { query: new URLSearchParams(inThread), auth: false });
  try {
    return await read({});
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 404) return await ifFound(read({ thread_id: address }));
    throw error;
  }
}

/** The id of the forum's post that begins with the message, or null; see findMessage. */
export async function findForumPost(
  forum: string,
  name: string,
  sought: Sought,
  rest: Reading,
): Promise<string | null> {
  for (const { id } of await threadsOf(forum, name, sought, rest))
    if (isSame(await ifFound(rest.get(Routes.channelMessage(id, id))), sought.message)) return id;
  return null;
}

/** The id of the channel's thread that holds the message, or else of one that was opened for it and holds nothing; or null. */
export async function findThread(channel: string, name: string, sought: Sought, rest: Reading): Promise<string | null> {
  const threads = await threadsOf(channel, name, sought, rest);
  for (const { id } of threads) if ((await findMessage(id, null, sought, rest)) !== null) return id;
  return threads.find(({ total_message_sent }) => total_message_sent === 0)?.id ?? null;
}

/** Only those that nobody has closed are listed: a new one closes after an hour at the earliest. */
async function threadsOf(parent: string, name: string, sought: Sought, rest: Reading): Promise<readonly ReadThread[]> {
  const channel = (await ifAllowed(rest.get(Routes.channel(parent)))) as { readonly guild_id?: string } | null;
  if (channel?.guild_id === undefined) return [];
  const active = await ifAllowed(rest.get(Routes.guildActiveThreads(channel.guild_id)));
  const { threads = [] } = (active ?? {}) as { readonly threads?: readonly ReadThread[] };
  return threads.filter(
    (thread) => thread.parent_id === parent && thread.name === name && isNewEnough(thread.id, sought),
  );
}

const isNewEnough = (id: string, { since }: Sought): boolean =>
  /^\d+$/.test(id) && SnowflakeUtil.timestampFrom(id) >= since - skewMs;

/** Null where the bot may not read, or what stands between it and Discord can only post: waiting would not help. */
const ifAllowed = (reading: Promise<unknown>): Promise<unknown> => unlessAnswered([403, 501], reading);

/** Null of what is gone or may not be read. */
const ifFound = (reading: Promise<unknown>): Promise<unknown> => unlessAnswered([404], ifAllowed(reading));

async function unlessAnswered(statuses: readonly number[], reading: Promise<unknown>): Promise<unknown> {
  try {
    return await reading;
  } catch (error) {
    // What the API says has a code and a message; a page of a proxy, and every 5xx, has its status alone.
    const isAnswer = error instanceof DiscordAPIError || error instanceof HTTPError;
    if (isAnswer && statuses.includes(error.status)) return null;
    throw error;
  }
}

/** A channel gets each story once, so that a message which says the same is the same. */
const isSame = (posted: unknown, message: EditionMessage): boolean =>
  JSON.stringify(said(posted)) === JSON.stringify(said(message));

// What a message says and which buttons it has, in order. White space is left out: Discord trims it, and fills in what nobody asked for.
function said(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(said);
  if (typeof part !== "object" || part === null) return [];
  return spokenFields.flatMap((name) => {
    const value: unknown = Reflect.get(part, name);
    if (typeof value !== "string") return said(value);
    const text = value.replace(/\s+/gu, "");
    return text === "" ? [] : [text];
  });
}

const spokenFields = [
  ...["content", "embeds", "components", "accessory", "custom_id", "title", "description", "author", "name", "footer"],
  "text",
];
