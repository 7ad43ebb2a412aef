// The look "compact": the date, then a line a story, without previews of what they link to.
import { MessageFlags } from "discord.js";
import { digestTitle, moreStories } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import { escapeMarkdown } from "../markdown.ts";
import { limits } from "../message.ts";
import { type EditionStep, messageStep } from "./step.ts";
import { storyLine } from "./story-line.ts";

export function compactSteps(
  { cards, total, ...edition }: Edition,
  locale: Locale,
  template: string | null,
): readonly EditionStep[] {
  const more = moreStories(total - cards.length, locale);
  const lines = [
    `**${escapeMarkdown(digestTitle(edition.publishedAt, edition.timeZone, locale))}**`,
    ...cards.map((card) => storyLine(card, locale, template)),
    ...(more ? [`-# ${more}`] : []),
  ];
  return groupLines(lines).map((content) => messageStep({ content, flags: MessageFlags.SuppressEmbeds }));
}

/** The lines in as few texts as one message each can hold; each line fits one by itself. */
function groupLines(lines: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const joined = `${texts.at(-1)}\n${line}`;
    if (texts.length > 0 && joined.length <= limits.content) texts.splice(-1, 1, joined);
    else texts.push(line);
  }
  return texts;
}
