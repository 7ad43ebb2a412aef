// Editions that wait for room in the month's quota: told of with an answer, and shown by a reply, which costs nothing.
import type { messagingApi } from "@line/bot-sdk";
import { lookOn } from "../../../language/look.ts";
import { digestReadyLabel, nothingWaits, rhythmNotice } from "../../../language/quota-text.ts";
import type { HeldEditions } from "../../../ports/held-editions.ts";
import type { Log } from "../../../ports/log.ts";
import type { Locale } from "../../../records/channel.ts";
import type { Delivery } from "../../../records/edition.ts";
import type { Rhythm } from "../../../records/quota.ts";
import { type LineApi, LineCallError } from "./api.ts";
import { renderEdition } from "./looks/edition.ts";

/** What a button carries that asks for what waits. */
export const takeHeld = "held";

/** In a push and in a reply (LINE Messaging API reference). */
const mostMessages = 5;
const mostQuickReplies = 13;

/** An edition, after a word on how often the chat is served where that is to be told: several messages of one push count as one. */
export function editionMessages({ edition, channel, settings }: Delivery): messagingApi.Message[] {
  const { locale } = channel;
  const notice = noticeOf(edition.rhythm ?? null, locale);
  const look = lookOn("line", edition.look ?? settings.look);
  return [...notice, ...renderEdition(edition, { locale, look, most: mostMessages - notice.length })];
}

function noticeOf(rhythm: Rhythm | null, locale: Locale): messagingApi.TextMessage[] {
  return rhythm === null || rhythm.kind === "scheduled" ? [] : [{ type: "text", text: rhythmNotice(rhythm, locale) }];
}

/** An answer, and whether it tells how often the chat is served. */
export interface Offering {
  readonly messages: messagingApi.Message[];
  readonly isTelling: boolean;
}

interface OfferParts {
  readonly held?: HeldEditions | undefined;
  readonly log: Log;
}

/** The answer, with a button for what waits for the chat, and a word on how often it is served where that is to be told. A fault of the desk offers nothing, and spoils no answer. */
export async function withOffer(
  messages: readonly messagingApi.Message[],
  channelId: string,
  locale: Locale,
  { held, log }: OfferParts,
): Promise<Offering> {
  try {
    const offer = (await held?.offer(channelId)) ?? null;
    if (offer === null) return { messages: [...messages], isTelling: false };
    const hasRoom = messages.length < mostMessages;
    if (!hasRoom && offer.rhythm !== null) await held?.notTold(channelId);
    const notice = hasRoom ? noticeOf(offer.rhythm, locale) : [];
    const told = [...notice, ...messages];
    return { messages: offer.isWaiting ? withButton(told, locale) : told, isTelling: notice.length > 0 };
  } catch (error) {
    log.error("what waits for a LINE chat could not be looked up", error, { channel: channelId });
    return { messages: [...messages], isTelling: false };
  }
}

/** LINE shows the quick replies of the last message only. */
function withButton(messages: readonly messagingApi.Message[], locale: Locale): messagingApi.Message[] {
  const label = digestReadyLabel[locale];
  const button: messagingApi.QuickReplyItem = {
    type: "action",
    action: { type: "postback", label, data: takeHeld, displayText: label },
  };
  return messages.map((message, index) => {
    if (index < messages.length - 1) return message;
    const items = [button, ...(message.quickReply?.items ?? [])].slice(0, mostQuickReplies);
    return { ...message, quickReply: { items } };
  });
}

interface ShowParts extends OfferParts {
  readonly api: Pick<LineApi, "reply">;
}

/** Answers with what waits for the chat, and writes down what became of it. `locale`: that of whoever asked. */
export async function showHeld(
  {
    replyToken,
    channelId,
    locale,
  }: { readonly replyToken: string; readonly channelId: string; readonly locale: Locale },
  { held, api, log }: ShowParts,
): Promise<void> {
  const delivery = (await held?.take(channelId)) ?? null;
  const messages: messagingApi.Message[] =
    delivery === null ? [{ type: "text", text: nothingWaits[locale] }] : editionMessages(delivery);
  try {
    await api.reply(replyToken, messages);
    if (delivery) await held?.settle(delivery, "shown");
  } catch (error) {
    if (!(error instanceof LineCallError)) throw error;
    log.warn("LINE did not take an edition that was asked for; it is offered again", { reason: error.message });
    const { status } = error;
    if (delivery) await held?.settle(delivery, status === null || status >= 500 ? "unknown" : "refused");
  }
}
