// The top of a card: the story's picture, or a block in its source's colour.
import type { messagingApi } from "@line/bot-sdk";
import type { Card } from "../../../../records/story.ts";
import { textLine } from "../flex.ts";
import { covers, palette } from "../palette.ts";
import { imageAddress, plainLine } from "../plain.ts";

/** A picture is cropped to 20:13 from its middle; the block is as high in a bubble of 300 px, so that headlines beside each other stay level. */
export function coverOf(card: Card, open: messagingApi.Action | null): messagingApi.FlexImage | messagingApi.FlexBox {
  const image = imageAddress(card.image);
  const action = open && { action: open };
  if (image === null) return { ...block(card), ...action };
  return {
    ...{ type: "image", url: image, size: "full", aspectRatio: "20:13", aspectMode: "cover" },
    ...{ backgroundColor: palette.line, ...action },
  };
}

function block({ sourceName, tags }: Card): messagingApi.FlexBox {
  const name = plainLine(sourceName, 40);
  const tag = plainLine(tags[0] ?? "", 30);
  const light = { color: palette.light, align: "center" } as const;
  const lines = [
    textLine(name, { ...light, size: "xl", weight: "bold", maxLines: 2 }),
    textLine(tag && `#${tag}`, { ...light, size: "sm", maxLines: 1 }),
  ].filter(({ text }) => text !== "");
  return {
    ...{ type: "box", layout: "vertical", height: "195px", paddingAll: "xl", spacing: "sm" },
    ...{ justifyContent: "center", backgroundColor: colorOf(name) },
    contents: lines,
  };
}

/** The same for all stories of a source. */
function colorOf(name: string): string {
  const sum = [...name].reduce((hash, sign) => (hash * 31 + (sign.codePointAt(0) ?? 0)) % 65_521, 7);
  return covers[sum % covers.length] ?? covers[0];
}
