// The look "embed": the date above, then an embed a story.
import { digestTitle, moreStories } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import { cardEmbed, withFooter } from "../card-embed.ts";
import { escapeMarkdown } from "../markdown.ts";
import { groupEmbeds } from "../message.ts";
import { type EditionStep, messageStep } from "./step.ts";

export function embedSteps({ cards, total, ...edition }: Edition, locale: Locale): readonly EditionStep[] {
  const content = `**${escapeMarkdown(digestTitle(edition.publishedAt, edition.timeZone, locale))}**`;
  const more = moreStories(total - cards.length, locale);
  const embeds = cards.map((card) => cardEmbed(card, locale));
  const [first = [], ...others] = groupEmbeds(withFooter(embeds, more));
  return [{ content, embeds: first }, ...others.map((group) => ({ embeds: group }))].map(messageStep);
}
