// One story as a LINE Flex bubble.
import type { messagingApi } from "@line/bot-sdk";
import { markedParts } from "../../../language/marked-parts.ts";
import { alsoIn, readLabel, rewrittenMark, shortTime } from "../../../language/phrases.ts";
import type { Locale } from "../../../records/channel.ts";
import type { Card } from "../../../records/story.ts";
import { imageAddress, linkAddress, plainLine } from "./plain.ts";

/** How a card is set. All bubbles of a carousel have one size, or LINE refuses it. */
export interface BubbleStyle {
  readonly size: "mega" | "kilo";
  readonly hasImage: boolean;
  /** A line above the headline; "" for none. */
  readonly kicker: string;
  readonly locale: Locale;
  /** IANA name. */
  readonly timeZone: string;
  /** What was looked for, in bold where it stands in the lede. */
  readonly wanted?: readonly string[];
}

// 5.3:1 on white: what is small must not be pale as well (WCAG 2.2, 1.4.3).
const grey = "#6b6b6b";

/** The card as a bubble of 10 KB at most: image, headline, lede, tags, source and time, and a button to the article. */
export function storyBubble(card: Card, style: BubbleStyle): messagingApi.FlexBubble {
  const image = style.hasImage ? imageAddress(card.image) : null;
  const link = linkAddress(card.url);
  return {
    type: "bubble",
    size: style.size,
    ...(image && { hero: heroImage(image) }),
    body: { type: "box", layout: "vertical", spacing: "sm", contents: storyLines(card, style) },
    ...(link && { footer: buttonBox({ type: "uri", label: readLabel[style.locale], uri: link }) }),
  };
}

/** A bubble of one sentence and a button that types `command`. */
export function closingBubble(
  text: string,
  command: string,
  size: messagingApi.FlexBubble.SizeEnum,
): messagingApi.FlexBubble {
  return {
    type: "bubble",
    size,
    body: { type: "box", layout: "vertical", justifyContent: "center", contents: [textLine(text, { color: grey })] },
    footer: buttonBox({ type: "message", label: command, text: command }),
  };
}

/** What stands for a story where only one line is shown. Never empty. */
export function headlineOf(card: Card): string {
  return plainLine(card.headline, 200) || plainLine(card.lede, 200) || plainLine(card.sourceName, 200) || "—";
}

function storyLines(card: Card, { kicker, locale, timeZone, wanted = [] }: BubbleStyle): messagingApi.FlexText[] {
  const tags = card.tags.map((tag) => plainLine(tag, 30)).filter((tag) => tag !== "");
  const small = { size: "xs", color: grey };
  return [
    textLine(plainLine(kicker, 100), small),
    textLine(headlineOf(card), { weight: "bold", size: "md", maxLines: 4 }),
    textLine(plainLine(card.lede, 400), { size: "sm", maxLines: 8, ...boldHits(plainLine(card.lede, 400), wanted) }),
    textLine(
      tags
        .slice(0, 5)
        .map((tag) => `#${tag}`)
        .join(" "),
      small,
    ),
    textLine(plainLine(`${clipName(card.sourceName)} · ${shortTime(card.publishedAt, timeZone, locale)}`, 100), small),
    textLine(rewrittenMark(card.rewritten, locale), small),
    textLine(plainLine(alsoIn(card.alsoIn.map(clipName).slice(0, 5), locale), 200), small),
  ].filter((line) => line.text !== "");
}

/** The text as spans, of which LINE shows the hits in bold; nothing when there is none. */
function boldHits(text: string, wanted: readonly string[]): Partial<messagingApi.FlexText> {
  const parts = markedParts(text, wanted);
  if (!parts.some(({ isHit }) => isHit)) return {};
  return { contents: parts.map((part) => ({ type: "span", text: part.text, ...(part.isHit && { weight: "bold" }) })) };
}

const clipName = (name: string) => plainLine(name, 60);

function textLine(text: string, look: Partial<messagingApi.FlexText>): messagingApi.FlexText {
  return { type: "text", text, wrap: true, ...look };
}

function heroImage(url: string): messagingApi.FlexImage {
  return { type: "image", url, size: "full", aspectRatio: "20:13", aspectMode: "cover" };
}

function buttonBox(action: messagingApi.Action): messagingApi.FlexBox {
  return { type: "box", layout: "vertical", contents: [{ type: "button", style: "link", height: "sm", action }] };
}
