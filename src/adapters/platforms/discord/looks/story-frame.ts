// A story in a frame of its own: linked headline, lede, where and when, its picture, and what a reader can do with it.
import { type APIComponentInContainer, type APIContainerComponent, ComponentType } from "discord.js";
import { readLabel } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Card } from "../../../../records/story.ts";
import { bylineOf } from "../byline.ts";
import { linkAddress, linkedText } from "../links.ts";
import { cutText, oneLine, singleLine } from "../markdown.ts";
import { webAddress } from "../message.ts";
import { frame, textBlock } from "./blocks.ts";
import { storyButtonRow } from "./story-buttons.ts";

// With the longest address, encoded, a frame leaves room for the date above and the line below it.
const headlineLimit = 200;
const addressLimit = 2048;
const ledeLimit = 1000;
const sourceLimit = 100;
const bylineLimit = 300;

export type PictureSize = "small" | "large";

/** The story's frame. Without a picture that Discord loads (https only) it is text and buttons. */
export function storyFrame(
  card: Card,
  locale: Locale,
  { picture, hasButtons }: { readonly picture: PictureSize; readonly hasButtons: boolean },
): APIContainerComponent {
  const text = textBlock(storyText(card, locale));
  const url = webAddress(card.image, ["https:"]);
  const buttons = hasButtons ? storyButtonRow(card, locale) : [];
  return frame(...(url === null ? [text] : beside(text, url, picture)), ...buttons);
}

function beside(
  text: ReturnType<typeof textBlock>,
  url: string,
  picture: PictureSize,
): readonly APIComponentInContainer[] {
  if (picture === "large") return [{ type: ComponentType.MediaGallery, items: [{ media: { url } }] }, text];
  return [
    { type: ComponentType.Section, components: [text], accessory: { type: ComponentType.Thumbnail, media: { url } } },
  ];
}

function storyText(card: Card, locale: Locale): string {
  const headline = cutText(oneLine(card.headline), headlineLimit) || readLabel[locale];
  const byline = [singleLine(card.sourceName, sourceLimit), bylineOf(card, locale, bylineLimit)].filter(Boolean);
  return [
    `### ${linkedText(headline, linkAddress(card.url, addressLimit), readLabel[locale])}`,
    singleLine(card.lede, ledeLimit),
    byline.length > 0 ? `-# ${byline.join(" · ")}` : "",
  ]
    .filter(Boolean)
    .join("\n");
}
