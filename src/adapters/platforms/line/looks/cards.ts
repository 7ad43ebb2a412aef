// The look "cards": a carousel, a bubble a story.
import type { messagingApi } from "@line/bot-sdk";
import { type LeftOver, leftOver } from "../../../../language/left-over.ts";
import { digestTitle } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import type { Card } from "../../../../records/story.ts";
import { altTextOf } from "../alt-text.ts";
import { carouselOf, fitCarousel } from "../carousel.ts";
import { actionRow, flexMessage, smallLine, textButton, textLine } from "../flex.ts";
import { palette } from "../palette.ts";
import { askAction, askActions, openAction, readAction } from "../story-actions.ts";
import { headlineOf, ledeOf, notesOf, placeOf, type Reader, tagsOf } from "../story-texts.ts";
import { coverOf } from "./cover.ts";

// What five lines hold.
const ledeUnits = 220;

/** One message; stories that do not fit are counted in the closing bubble. */
export function cardsMessages(edition: Edition, locale: Locale): messagingApi.Message[] {
  const { cards, timeZone } = edition;
  const title = digestTitle(edition.publishedAt, timeZone, locale);
  const bubbles = cards.map((card, index) => {
    const kicker = index === 0 ? title : `${index + 1} / ${cards.length}`;
    return storyBubble(card, kicker, { locale, timeZone });
  });
  const fitting = fitCarousel(bubbles, (shown) => {
    const rest = leftOver(edition, shown, locale);
    return rest === null ? [] : [closingBubble(rest)];
  });
  return [flexMessage(carouselOf(fitting), altTextOf("", cards))];
}

function storyBubble(card: Card, kicker: string, reader: Reader): messagingApi.FlexBubble {
  const read = readAction(card, reader.locale);
  const asked = askActions(card, ["more", "save", "why"], reader.locale);
  const footer = [
    ...(read ? [{ ...textButton(read), style: "primary" as const }] : []),
    ...(asked.length > 0 ? [actionRow(asked)] : []),
  ];
  return {
    ...bubbleOf(storyLines(card, kicker, reader)),
    hero: coverOf(card, openAction(card, reader.locale)),
    ...(footer.length > 0 && { footer: { type: "box", layout: "vertical", spacing: "sm", contents: footer } }),
  };
}

/** All bubbles of a carousel have one size, or LINE refuses it. */
const bubbleOf = (
  lines: messagingApi.FlexComponent[],
  look: Partial<messagingApi.FlexBox> = {},
): messagingApi.FlexBubble => ({
  ...{ type: "bubble", size: "mega" },
  styles: { body: { backgroundColor: palette.paper }, footer: { backgroundColor: palette.shade } },
  body: { type: "box", layout: "vertical", spacing: "sm", paddingAll: "xl", ...look, contents: lines },
});

function storyLines(card: Card, kicker: string, reader: Reader): messagingApi.FlexText[] {
  return [
    textLine(kicker, { size: "xs", weight: "bold", color: palette.accent, maxLines: 1 }),
    textLine(headlineOf(card), { size: "md", weight: "bold", color: palette.headline, maxLines: 4 }),
    textLine(ledeOf(card, ledeUnits), { size: "sm", maxLines: 5 }),
    ...[tagsOf(card), placeOf(card, reader), ...notesOf(card, reader)].map(smallLine),
  ].filter(({ text }) => text !== "");
}

const closingBubble = ({ text, button }: LeftOver): messagingApi.FlexBubble => ({
  ...bubbleOf([textLine(text, { size: "md", align: "center" })], { justifyContent: "center" }),
  footer: {
    ...{ type: "box", layout: "vertical" },
    contents: [textButton(askAction(button))],
  },
});
