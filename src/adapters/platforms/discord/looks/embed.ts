// The look "embed": the date above, then an embed a story, and a menu that opens one.
import { digestTitle } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import { cardEmbed, withFooter } from "../card-embed.ts";
import { escapeMarkdown } from "../markdown.ts";
import { groupEmbeds } from "../message.ts";
import { leftOverRows } from "./left-over.ts";
import { type EditionStep, messageStep } from "./step.ts";
import { storyMenuRows } from "./story-menu.ts";

export function embedSteps(edition: Edition, locale: Locale): readonly EditionStep[] {
  const { cards, publishedAt, timeZone } = edition;
  const content = `**${escapeMarkdown(digestTitle(publishedAt, timeZone, locale))}**`;
  const { text, rows } = leftOverRows(edition, locale);
  const embeds = cards.map((card) => cardEmbed(card, locale));
  const [first = [], ...others] = groupEmbeds(withFooter(embeds, text));
  const groups = [first, ...others];
  return groups.map((group, index) => {
    const before = groups.slice(0, index).flat().length;
    const menu = storyMenuRows(cards.slice(before, before + group.length), locale);
    const components = [...menu, ...(index === groups.length - 1 ? rows : [])];
    return messageStep({ ...(index === 0 && { content }), embeds: group, components });
  });
}
