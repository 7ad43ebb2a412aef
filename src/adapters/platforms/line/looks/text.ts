// The look "text": plain messages, for small screens, screen readers and whoever passes stories on.
import type { messagingApi } from "@line/bot-sdk";
import { leftOver } from "../../../../language/left-over.ts";
import { digestTitle } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import type { Card } from "../../../../records/story.ts";
import { textMessage } from "../flex.ts";
import { linkAddress } from "../plain.ts";
import { withChoices } from "../quick-replies.ts";
import { headlineOf, ledeOf, placeOf, type Reader } from "../story-texts.ts";

/** UTF-16 units (LINE Messaging API reference). */
const longestText = 5000;

/**
 * As many messages as it takes, each from one story's border to another's. The date is at the end: a notification shows the beginning, which
 * is a headline. `most`: messages in all.
 */
export function textMessages(edition: Edition, locale: Locale, most: number): messagingApi.Message[] {
  const { cards, publishedAt, timeZone } = edition;
  const title = digestTitle(publishedAt, timeZone, locale);
  const stories = cards.map((card, index) => storyText(card, index + 1, { locale, timeZone }));
  for (let shown = stories.length; ; shown--) {
    const rest = leftOver(edition, shown, locale);
    const end = rest ? `${title}\n${rest.text}` : title;
    const texts = joined([...stories.slice(0, shown), end]);
    if (texts.length > most && shown > 0) continue;
    return withChoices(texts.map(textMessage), rest ? [rest.button] : []);
  }
}

/** Some 1,900 units at most. */
function storyText(card: Card, number: number, reader: Reader): string {
  const lines = [
    `${number}. ${headlineOf(card)}`,
    ledeOf(card, 400),
    placeOf(card, reader),
    linkAddress(card.url) ?? "",
  ];
  return lines.filter((line) => line !== "").join("\n");
}

/** The parts in their order, a blank line between two, in as few texts as they fit. */
function joined(parts: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const part of parts) {
    const longer = `${texts.at(-1) ?? ""}\n\n${part}`;
    if (texts.length === 0 || longer.length > longestText) texts.push(part);
    else texts[texts.length - 1] = longer;
  }
  return texts;
}
