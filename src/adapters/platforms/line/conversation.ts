// An event is worked off: a question is answered, a newcomer greeted, a lost chat reported.
import type { messagingApi } from "@line/bot-sdk";
import { type Cache, keysOf } from "../../../ports/cache.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Command } from "../../../ports/command.ts";
import type { HeldEditions } from "../../../ports/held-editions.ts";
import type { Log } from "../../../ports/log.ts";
import { type Pictures, picturePath } from "../../../ports/pictures.ts";
import type { Answer } from "../../../ports/platform.ts";
import type { Channel, Locale } from "../../../records/channel.ts";
import type { Reply } from "../../../records/reply.ts";
import { type LineApi, LineCallError, type LineSource } from "./api.ts";
import type { Incoming } from "./events.ts";
import { greetingChoices, greetingText, wordlessText } from "./greeting.ts";
import { type Offering, showHeld, withOffer } from "./held.ts";
import { findPerson, type SettingsOf } from "./people.ts";
import { replyToPleasantry } from "./pleasantry.ts";
import { renderReply, renderText } from "./render.ts";

export interface Conversation {
  readonly api: LineApi;
  readonly answer: Answer;
  readonly commands: readonly Command[];
  readonly pictures: Pick<Pictures, "draw">;
  /** Where the internet reaches the desk, an https address; without it pictures are left out. */
  readonly publicUrl?: string | undefined;
  readonly timeZone: string;
  readonly settingsOf?: SettingsOf | undefined;
  readonly log: Log;
  readonly clock: Clock;
  readonly cache: Cache;
  /** What waits for room in the month's quota, for who asks. */
  readonly held?: HeldEditions | undefined;
  /** Told when the bot was blocked, or put out of a group; and when somebody added it, took it in, or asks. */
  readonly onGone?: ((channelId: string) => Promise<void> | void) | undefined;
  readonly onReturn?: ((channelId: string) => Promise<void> | void) | undefined;
}

type Ask = Extract<Incoming, { readonly kind: "ask" }>;
type Answerable = Exclude<Incoming, { readonly kind: "gone" }>;

/** An event that wants something, and when it came. */
export interface Received {
  readonly eventId: string;
  readonly receivedAt: number;
  readonly incoming: Incoming;
}

/** LINE says "about a minute" from the webhook. */
const replyWindowMs = 60_000;
const dayMs = 24 * 60 * 60_000;
const repeatsRememberedMs = dayMs;
const presenceRememberedMs = 30 * dayMs;
// Twenty pictures are sent at once: one word on them is enough.
const wordlessSilenceMs = 10 * 60_000;

/** Works one event off, once: LINE may send it again, at any time and in any order. */
export async function workOff({ eventId, receivedAt, incoming }: Received, conversation: Conversation): Promise<void> {
  const { cache, clock, log } = conversation;
  // A parting may be told twice: what it ends has ended. One that a killed process had begun is not lost.
  if (incoming.kind === "gone") return part(incoming, conversation);
  // A repeat may come to another worker, and at the same moment.
  const isFirst = await cache.add(`line:event:${eventId}`, repeatsRememberedMs);
  if (!isFirst) return;
  if (incoming.kind === "greet" ? !(await noteNews(incoming, cache)) : await isFromBefore(incoming, cache)) return;
  // The event of the return may be lost; whoever asks is back.
  await conversation.onReturn?.(channelIdOf(incoming.source));
  const waitedMs = clock.now() - receivedAt;
  if (waitedMs > replyWindowMs) return log.warn("A question waited longer than LINE takes an answer", { waitedMs });
  if (incoming.kind === "take") return show(incoming, conversation);
  if (incoming.kind === "wordless") {
    const isFirstOfMany = await cache.add(`${keysOf(channelIdOf(incoming.source))}wordless`, wordlessSilenceMs);
    if (!isFirstOfMany) return;
  }
  const { messages, isTelling } =
    incoming.kind === "ask" ? await reply(incoming, conversation) : plainly(await welcome(incoming, conversation));
  const isTaken = await send(incoming.replyToken, messages, receivedAt, conversation);
  if (isTelling && !isTaken) await conversation.held?.notTold(channelIdOf(incoming.source));
}

const plainly = (messages: messagingApi.Message[]): Offering => ({ messages, isTelling: false });

async function part(parting: Incoming, { cache, onGone }: Conversation): Promise<void> {
  if (await noteNews(parting, cache)) await onGone?.(channelIdOf(parting.source));
}

/** The latest that is known of the bot's place in a chat. */
interface Presence {
  readonly at: number;
  readonly isGone: boolean;
}

const presenceKey = ({ source }: Incoming): string => `${keysOf(channelIdOf(source))}presence`;

/** Keeps it, unless something later is known: one who blocked the bot and came back is not lost. Whether it was kept. */
async function noteNews(incoming: Incoming, cache: Cache): Promise<boolean> {
  const known = await cache.get<Presence>(presenceKey(incoming));
  if ((known?.at ?? 0) > incoming.at) return false;
  const presence: Presence = { at: incoming.at, isGone: incoming.kind === "gone" };
  await cache.set(presenceKey(incoming), presence, presenceRememberedMs);
  return true;
}

/** Whether it was asked before the bot was blocked or put out: there is nobody to answer, and what it orders would go to nobody. */
async function isFromBefore(incoming: Incoming, cache: Cache): Promise<boolean> {
  const known = await cache.get<Presence>(presenceKey(incoming));
  return known?.isGone === true && known.at > incoming.at;
}

async function reply(ask: Ask, conversation: Conversation): Promise<Offering> {
  // Waited for before the reply is sent: an animation that starts after it would run on.
  const [answered] = await Promise.all([answerInForm(ask, conversation), showLoading(ask.source, conversation)]);
  return answered;
}

async function answerInForm({ source, ask }: Ask, conversation: Conversation): Promise<Offering> {
  const { name, locale, timeZone } = await findPerson(source, conversation);
  const pleasantry = source.kind === "user" && ask.form === "text" ? replyToPleasantry(ask.text) : null;
  if (pleasantry) return plainly(renderText(pleasantry(locale), greetingChoices(conversation.commands, locale)));
  const answered = await conversation.answer({
    channel: channelOf(source, locale),
    // Nobody else is there; of groups LINE tells no roles.
    asker: { id: source.userId ?? source.address, name, mayManage: source.kind === "user" || "unknown" },
    ask,
  });
  const picture = await pictureAddress(answered, conversation);
  const messages = renderReply(answered, { locale, timeZone, picture });
  return withOffer(messages, channelIdOf(source), locale, conversation);
}

async function show({ source, replyToken }: Answerable, conversation: Conversation): Promise<void> {
  const [{ locale }] = await Promise.all([findPerson(source, conversation), showLoading(source, conversation)]);
  await showHeld({ replyToken, channelId: channelIdOf(source), locale }, conversation);
}

/** Where LINE fetches the reply's picture. It is drawn before it is linked: what can't be drawn would be an empty frame. */
async function pictureAddress({ picture }: Reply, { publicUrl, pictures }: Conversation): Promise<string | null> {
  if (picture === null || publicUrl === undefined) return null;
  const drawn = await pictures.draw(picture);
  return drawn && publicUrl.replace(/\/+$/, "") + picturePath(drawn.id);
}

async function welcome({ kind, source }: Incoming, conversation: Conversation): Promise<messagingApi.Message[]> {
  // Whoever brought the bot into a group is not told; the group's language is that set for it, or the desk's.
  const { locale } = await findPerson(source, conversation);
  const text = kind === "wordless" ? wordlessText(locale) : greetingText(source.kind, locale);
  return renderText(text, greetingChoices(conversation.commands, locale));
}

async function showLoading(source: LineSource, { api, log }: Conversation): Promise<void> {
  if (source.kind !== "user") return;
  try {
    await api.showLoading(source.address);
  } catch (error) {
    if (!(error instanceof LineCallError)) throw error;
    log.debug("LINE shows no loading animation", { reason: error.message });
  }
}

/** Whether LINE took it. An answer that comes too late is dropped with a line in the log: a push in its place would cost quota. */
async function send(
  replyToken: string,
  messages: messagingApi.Message[],
  receivedAt: number,
  { api, clock, log }: Conversation,
): Promise<boolean> {
  const tookMs = clock.now() - receivedAt;
  if (tookMs > replyWindowMs) {
    log.warn("An answer came too late for LINE's reply token", { tookMs });
    return false;
  }
  try {
    await api.reply(replyToken, messages);
    return true;
  } catch (error) {
    if (!(error instanceof LineCallError)) throw error;
    log.warn("LINE did not take an answer", { reason: error.message, tookMs });
    return false;
  }
}

function channelOf(source: LineSource, locale: Locale): Channel {
  return { id: channelIdOf(source), platform: "line", address: source.address, locale };
}

const channelIdOf = ({ address }: LineSource) => `line:${address}`;
