// One story of an answer as a small LINE Flex bubble without a picture.
import type { messagingApi } from "@line/bot-sdk";
import { markedParts } from "../../../language/marked-parts.ts";
import type { Card } from "../../../records/story.ts";
import { actionRow, smallLine, textButton, textLine } from "./flex.ts";
import { palette } from "./palette.ts";
import { askActions, readAction } from "./story-actions.ts";
import { headlineOf, ledeOf, notesOf, placeOf, type Reader, tagsOf } from "./story-texts.ts";

/** Headline, lede, tags, source and time, a button to the article, and what the desk can be asked about it. `wanted` is what was looked for, in bold where it stands in the lede. */
export function storyBubble(card: Card, wanted: readonly string[], reader: Reader): messagingApi.FlexBubble {
  const read = readAction(card, reader.locale);
  const asked = askActions(card, ["story", "save", "why"], reader.locale);
  const footer = [...(read ? [textButton(read)] : []), ...(asked.length > 0 ? [actionRow(asked)] : [])];
  return {
    type: "bubble",
    size: "kilo",
    styles: { body: { backgroundColor: palette.paper }, footer: { backgroundColor: palette.paper } },
    body: { type: "box", layout: "vertical", spacing: "sm", contents: storyLines(card, wanted, reader) },
    ...(footer.length > 0 && { footer: { type: "box", layout: "vertical", contents: footer } }),
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
