// The look "list": one wide bubble of numbered headlines, each of which opens its article, with their ledes.
import type { messagingApi } from "@line/bot-sdk";
import { type LeftOver, leftOver } from "../../../../language/left-over.ts";
import { digestTitle } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import type { Card } from "../../../../records/story.ts";
import { altTextOf } from "../alt-text.ts";
import { byteLength, flexBytes, flexMessage, textButton, textLine } from "../flex.ts";
import { palette } from "../palette.ts";
import { askAction, askActions, openAction } from "../story-actions.ts";
import { headlineOf, ledeOf, placeOf, type Reader } from "../story-texts.ts";

const mostStories = 10;
// What two lines hold.
const ledeUnits = 120;

/** One message; stories that do not fit are counted at its end. */
export function listMessages(edition: Edition, locale: Locale): messagingApi.Message[] {
  const { cards, timeZone } = edition;
  const title = digestTitle(edition.publishedAt, timeZone, locale);
  const rows = cards.slice(0, mostStories).map((card, index) => storyRow(card, index + 1, { locale, timeZone }));
  const bubble = fitRows(rows, (some) => listBubble(title, some, leftOver(edition, some.length, locale)));
  return [flexMessage(bubble, altTextOf("", cards))];
}

/** As many rows as a bubble takes, one at least: a row has some 3 KB at most. */
function fitRows(
  rows: readonly messagingApi.FlexBox[],
  bubbleFor: (some: readonly messagingApi.FlexBox[]) => messagingApi.FlexBubble,
): messagingApi.FlexBubble {
  const bubble = bubbleFor(rows);
  return rows.length <= 1 || byteLength(bubble) <= flexBytes.bubble ? bubble : fitRows(rows.slice(0, -1), bubbleFor);
}

function listBubble(
  title: string,
  rows: readonly messagingApi.FlexBox[],
  rest: LeftOver | null,
): messagingApi.FlexBubble {
  return {
    ...{ type: "bubble", size: "giga" },
    styles: {
      header: { backgroundColor: palette.accent },
      body: { backgroundColor: palette.paper },
      footer: { backgroundColor: palette.shade },
    },
    header: {
      ...{ type: "box", layout: "vertical", paddingAll: "lg", paddingStart: "xl", paddingEnd: "xl" },
      contents: [textLine(title, { weight: "bold", size: "md", color: palette.light })],
    },
    body: {
      ...{ type: "box", layout: "vertical", spacing: "lg", paddingAll: "xl" },
      contents: rows.flatMap((row, index) => (index === 0 ? [row] : [separator, row])),
    },
    ...(rest && { footer: footerOf(rest) }),
  };
}

const separator: messagingApi.FlexSeparator = { type: "separator", color: palette.line };

function storyRow(card: Card, number: number, reader: Reader): messagingApi.FlexBox {
  const open = openAction(card, reader.locale);
  const lines = [
    textLine(headlineOf(card), { weight: "bold", size: "md", color: palette.headline, maxLines: 3 }),
    textLine(ledeOf(card, ledeUnits), { size: "sm", maxLines: 2 }),
    textLine(placeOf(card, reader), { size: "xs", color: palette.small, maxLines: 1 }),
  ].filter(({ text }) => text !== "");
  const numeral = textLine(String(number), { weight: "bold", size: "md", color: palette.accent, flex: 0, wrap: false });
  return {
    ...{ type: "box", layout: "horizontal", spacing: "lg", ...(open && { action: open }) },
    contents: [
      numeral,
      { type: "box", layout: "vertical", spacing: "xs", contents: lines },
      ...moreOf(card, reader.locale),
    ],
  };
}

/** What else can be done with the story stands below it once the desk shows it: ten times three links would be a wall of them. */
const moreOf = (card: Card, locale: Locale): readonly messagingApi.FlexText[] =>
  askActions(card, ["story"], locale).map((action) =>
    textLine("⋯", { size: "lg", color: palette.accent, flex: 0, wrap: false, action }),
  );

const footerOf = ({ text, button }: LeftOver): messagingApi.FlexBox => ({
  ...{ type: "box", layout: "vertical", spacing: "xs" },
  contents: [textLine(text, { size: "sm", align: "center", color: palette.small }), textButton(askAction(button))],
});
