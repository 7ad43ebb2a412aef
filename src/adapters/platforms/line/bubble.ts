// One story of an answer as a small LINE Flex bubble without a picture.
import type { messagingApi } from "@line/bot-sdk";
import { markedParts } from "../../../language/marked-parts.ts";
import { readLabel } from "../../../language/phrases.ts";
import type { Card } from "../../../records/story.ts";
import { smallLine, textButton, textLine } from "./flex.ts";
import { palette } from "./palette.ts";
import { linkAddress } from "./plain.ts";
import { headlineOf, ledeOf, notesOf, placeOf, type Reader, tagsOf } from "./story-texts.ts";

/** Headline, lede, tags, source and time, and a button to the article. `wanted` is what was looked for, in bold where it stands in the lede. */
export function storyBubble(card: Card, wanted: readonly string[], reader: Reader): messagingApi.FlexBubble {
  const link = linkAddress(card.url);
  return {
    type: "bubble",
    size: "kilo",
    styles: { body: { backgroundColor: palette.paper }, footer: { backgroundColor: palette.paper } },
    body: { type: "box", layout: "vertical", spacing: "sm", contents: storyLines(card, wanted, reader) },
    ...(link && { footer: buttonBox({ type: "uri", label: readLabel[reader.locale], uri: link }) }),
  };
}

function storyLines(card: Card, wanted: readonly string[], reader: Reader): messagingApi.FlexText[] {
  const lede = ledeOf(card, 400);
  return [
    textLine(headlineOf(card), { weight: "bold", size: "md", color: palette.headline, maxLines: 4 }),
    textLine(lede, { size: "sm", maxLines: 8, ...boldHits(lede, wanted) }),
    ...[tagsOf(card), placeOf(card, reader), ...notesOf(card, reader)].map(smallLine),
  ].filter((line) => line.text !== "");
}

/** The text as spans, of which LINE shows the hits in bold; nothing when there is none. */
function boldHits(text: string, wanted: readonly string[]): Partial<messagingApi.FlexText> {
  const parts = markedParts(text, wanted);
  if (!parts.some(({ isHit }) => isHit)) return {};
  return { contents: parts.map((part) => ({ type: "span", text: part.text, ...(part.isHit && { weight: "bold" }) })) };
}

const buttonBox = (action: messagingApi.Action): messagingApi.FlexBox => ({
  ...{ type: "box", layout: "vertical" },
  contents: [textButton(action)],
});
