// Replies as LINE messages. Every limit of the Messaging API holds, whatever the content is; editions are in looks/.
import type { messagingApi } from "@line/bot-sdk";
import type { Locale } from "../../../records/channel.ts";
import type { Choice, Reply } from "../../../records/reply.ts";
import { altTextOf } from "./alt-text.ts";
import { storyBubble } from "./bubble.ts";
import { carouselOf, fitCarousel } from "./carousel.ts";
import { flexMessage, textMessage } from "./flex.ts";
import { imageAddress, plainLine, plainText, splitText } from "./plain.ts";
import { withChoices } from "./quick-replies.ts";
import type { Reader } from "./story-texts.ts";

/** Messages in a reply, and UTF-16 units in a text (LINE Messaging API reference). */
const limits = { messages: 5, text: 5000 };

/**
 * A reply as texts, its picture where it has a public address, and its cards in compact form; the choices are quick replies under the
 * last message. Never empty.
 */
export function renderReply(
  reply: Reply,
  { picture, ...reader }: Reader & { readonly picture: string | null },
): messagingApi.Message[] {
  const bubbles = fitCarousel(
    reply.cards.map((card) => storyBubble(card, reply.wanted, reader)),
    () => [],
  );
  const alternative = () => altTextOf(plainLine(reply.title, 200), reply.cards);
  const flex = bubbles.length === 0 ? [] : [flexMessage(carouselOf(bubbles), alternative())];
  const images = [imageAddress(picture)].filter((address) => address !== null).map(imageMessage);
  const room = limits.messages - images.length - flex.length;
  const texts = splitText(replyText(reply, reader.locale), limits.text, room).map(textMessage);
  const messages = [...texts, ...images, ...flex];
  return withChoices(messages.length === 0 ? [textMessage("…")] : messages, reply.choices);
}

/** One text with quick replies, such as a greeting. */
export function renderText(text: string, choices: readonly Choice[]): messagingApi.Message[] {
  return withChoices([textMessage(text)], choices);
}

function replyText({ title, text, fields, footer }: Reply, locale: Locale): string {
  const colon = /^(zh|ja)/.test(locale) ? "：" : ": ";
  const lines = fields.map(({ name, value }) => [name, value].map(plainText).filter(Boolean).join(colon));
  return [title, text, lines.join("\n"), footer].map(plainText).filter(Boolean).join("\n\n");
}

/** LINE takes a preview of up to a megabyte: a chart is small enough to be its own. */
function imageMessage(address: string): messagingApi.ImageMessage {
  return { type: "image", originalContentUrl: address, previewImageUrl: address };
}
