// Replies and editions as LINE messages. Every limit of the Messaging API holds, whatever the content is.
import { Buffer } from "node:buffer";
import type { messagingApi } from "@line/bot-sdk";
import { digestTitle, latestCommand, moreStories } from "../../../language/phrases.ts";
import type { Locale } from "../../../records/channel.ts";
import type { Edition } from "../../../records/edition.ts";
import type { Choice, Reply } from "../../../records/reply.ts";
import type { Card } from "../../../records/story.ts";
import { closingBubble, headlineOf, storyBubble } from "./bubble.ts";
import { imageAddress, plainLine, plainText, splitText } from "./plain.ts";

/** Sizes of the Messaging API reference; texts in UTF-16 units. */
const limits = {
  messages: 5,
  text: 5000,
  altText: 1500,
  bubbles: 12,
  quickReplies: 13,
  quickLabel: 20,
  actionText: 300,
};
/** LINE allows 50 KB; whether its KB is 1000 or 1024 bytes is not said. */
const carouselBytes = 50_000;

/** An edition as one carousel: stories that do not fit go, last first, and are counted in the closing bubble. */
export function renderEdition(edition: Edition, locale: Locale): messagingApi.Message[] {
  const title = digestTitle(edition.publishedAt, edition.timeZone, locale);
  const { timeZone } = edition;
  const stories = edition.cards.map((card, index) =>
    storyBubble(card, { size: "mega", hasImage: true, kicker: index === 0 ? title : "", locale, timeZone }),
  );
  const closing = (shown: number) => moreStories(Math.max(edition.total, stories.length) - shown, locale);
  const bubbles = fitCarousel(stories, (shown) => {
    const text = closing(shown);
    return text === "" ? [] : [closingBubble(text, latestCommand[locale], "mega")];
  });
  return bubbles.length === 0 ? [textMessage(title)] : [carousel(bubbles, altText([], edition.cards) || title)];
}

/**
 * A reply as texts, its picture where it has a public address, and its cards in compact form; the choices are quick replies under the
 * last message. Never empty.
 */
export function renderReply(
  reply: Reply,
  {
    locale,
    timeZone,
    picture,
  }: { readonly locale: Locale; readonly timeZone: string; readonly picture: string | null },
): messagingApi.Message[] {
  const style = { size: "kilo", hasImage: false, kicker: "", locale, timeZone, wanted: reply.wanted } as const;
  const bubbles = fitCarousel(
    reply.cards.map((card) => storyBubble(card, style)),
    () => [],
  );
  const flex = bubbles.length === 0 ? [] : [carousel(bubbles, altText([plainLine(reply.title, 200)], reply.cards))];
  const images = [imageAddress(picture)].filter((address) => address !== null).map(imageMessage);
  const room = limits.messages - images.length - flex.length;
  const texts = splitText(replyText(reply, locale), limits.text, room).map(textMessage);
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

/** As many bubbles as fit beside what closes the carousel, which is asked for each number of stories shown. */
function fitCarousel(
  stories: readonly messagingApi.FlexBubble[],
  closingFor: (shown: number) => readonly messagingApi.FlexBubble[],
): readonly messagingApi.FlexBubble[] {
  for (let shown = Math.min(stories.length, limits.bubbles); shown > 0; shown--) {
    const bubbles = [...stories.slice(0, shown), ...closingFor(shown)];
    if (bubbles.length <= limits.bubbles && byteLength(bubbles) <= carouselBytes) return bubbles;
  }
  return closingFor(0);
}

/** UTF-8 bytes as JSON, with room for the carousel around the bubbles. */
const byteLength = (bubbles: readonly messagingApi.FlexBubble[]) => Buffer.byteLength(JSON.stringify(bubbles)) + 100;

/** What a notification shows: whole headlines only, as many as fit. */
function altText(before: readonly string[], cards: readonly Card[]): string {
  let text = "";
  for (const line of [...before.filter((line) => line !== ""), ...cards.map(headlineOf)]) {
    const longer = text === "" ? line : `${text}\n${line}`;
    if (longer.length > limits.altText) break;
    text = longer;
  }
  return text;
}

function carousel(bubbles: readonly messagingApi.FlexBubble[], alternative: string): messagingApi.FlexMessage {
  return { type: "flex", altText: alternative, contents: { type: "carousel", contents: [...bubbles] } };
}

function textMessage(text: string): messagingApi.TextMessage {
  return { type: "text", text };
}

/** LINE takes a preview of up to a megabyte: a chart is small enough to be its own. */
function imageMessage(address: string): messagingApi.ImageMessage {
  return { type: "image", originalContentUrl: address, previewImageUrl: address };
}

function withChoices(messages: messagingApi.Message[], choices: readonly Choice[]): messagingApi.Message[] {
  const items = choices.flatMap(quickReply).slice(0, limits.quickReplies);
  if (items.length === 0) return messages;
  // LINE shows the quick replies of the last message only.
  return messages.map((message, index) =>
    index === messages.length - 1 ? { ...message, quickReply: { items } } : message,
  );
}

/** None for a command that is too long: cut short it would be another command. */
function quickReply({ label, text }: Choice): messagingApi.QuickReplyItem[] {
  const typed = plainText(text);
  if (typed === "" || typed.length > limits.actionText) return [];
  const shown = plainLine(label, limits.quickLabel) || plainLine(typed, limits.quickLabel);
  return [{ type: "action", action: { type: "message", label: shown, text: typed } }];
}
