// The look "compact": the date, then a line a story, without previews of what they link to, and a menu that opens one.
import { MessageFlags } from "discord.js";
import { digestTitle } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import type { Card } from "../../../../records/story.ts";
import { escapeMarkdown } from "../markdown.ts";
import { limits } from "../message.ts";
import { leftOverRows } from "./left-over.ts";
import { type EditionStep, messageStep } from "./step.ts";
import { storyLine } from "./story-line.ts";
import { storyMenuRows } from "./story-menu.ts";

export function compactSteps(edition: Edition, locale: Locale, template: string | null): readonly EditionStep[] {
  const { cards, publishedAt, timeZone } = edition;
  const { text, rows } = leftOverRows(edition, locale);
  const groups = groupLines([
    { text: `**${escapeMarkdown(digestTitle(publishedAt, timeZone, locale))}**`, cards: [] },
    ...cards.map((card) => ({ text: storyLine(card, locale, template), cards: [card] })),
    ...(text ? [{ text: `-# ${text}`, cards: [] }] : []),
  ]);
  return groups.map((group, index) =>
    messageStep({
      content: group.text,
      flags: MessageFlags.SuppressEmbeds,
      components: [...storyMenuRows(group.cards, locale), ...(index === groups.length - 1 ? rows : [])],
    }),
  );
}

/** Text, and the stories that it shows. */
interface Lines {
  readonly text: string;
  readonly cards: readonly Card[];
}

/** The lines in as few texts as one message each can hold; each line fits one by itself. */
function groupLines(lines: readonly Lines[]): readonly Lines[] {
  const groups: Lines[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const joined = last && { text: `${last.text}\n${line.text}`, cards: [...last.cards, ...line.cards] };
    if (joined && joined.text.length <= limits.content) groups.splice(-1, 1, joined);
    else groups.push(line);
  }
  return groups;
}
