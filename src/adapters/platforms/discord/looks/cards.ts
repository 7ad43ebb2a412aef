// The look "cards": the date above, then a frame a story.
import { digestTitle } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import type { Card } from "../../../../records/story.ts";
import { escapeMarkdown } from "../markdown.ts";
import { type Block, blockMessages, textBlock } from "./blocks.ts";
import { leftOverRows } from "./left-over.ts";
import { type EditionStep, messageStep } from "./step.ts";
import { storyFrame } from "./story-frame.ts";

export function cardSteps(edition: Edition, locale: Locale): readonly EditionStep[] {
  const blocks = [headingBlock(edition, locale), ...storyBlocks(edition.cards, locale), ...moreBlocks(edition, locale)];
  return blockMessages(blocks).map(messageStep);
}

/** The edition's date. */
export const headingBlock = ({ publishedAt, timeZone }: Edition, locale: Locale): Block =>
  textBlock(`## ${escapeMarkdown(digestTitle(publishedAt, timeZone, locale))}`);

/** Each story's frame with a small picture. Discord refuses a button twice in a message: a story that stands there twice has its first. */
export const storyBlocks = (cards: readonly Card[], locale: Locale): readonly Block[] =>
  cards.map((card, index) => {
    const hasButtons = cards.findIndex(({ articleId }) => articleId === card.articleId) === index;
    return storyFrame(card, locale, { picture: "small", hasButtons });
  });

/** What is left in the archive, if anything. */
export function moreBlocks(edition: Edition, locale: Locale): readonly Block[] {
  const { text, rows } = leftOverRows(edition, locale);
  return text ? [textBlock(`-# ${text}`), ...rows] : [];
}
