// A story as an embed.
import type { APIEmbed } from "discord.js";
import { markedParts } from "../../../language/marked-parts.ts";
import { readLabel } from "../../../language/phrases.ts";
import type { Locale } from "../../../records/channel.ts";
import type { Card } from "../../../records/story.ts";
import { bylineOf } from "./byline.ts";
import { cutText, escapeMarkdown, oneLine, singleLine } from "./markdown.ts";
import { limits, webAddress } from "./message.ts";

// A description holds the lede and the line below it; neither may crowd out the other.
const ledeLimit = 3000;

/** The story's embed, with what was looked for marked in its lede. */
export function cardEmbed(card: Card, locale: Locale, wanted: readonly string[] = []): APIEmbed {
  const url = webAddress(card.url, ["http:", "https:"]);
  const image = webAddress(card.image, ["https:"]);
  const author = cutText(oneLine(card.sourceName), limits.author);
  const lede = boldHits(card.lede, wanted) ?? singleLine(card.lede, ledeLimit);
  const description = [lede, bylineOf(card, locale)].filter(Boolean).join("\n");
  return {
    title: singleLine(card.headline, limits.title) || readLabel[locale],
    ...(description && { description }),
    ...(author && { author: { name: author } }),
    ...(url && { url }),
    ...(image && { thumbnail: { url: image } }),
  };
}

/** The lede with what was looked for in bold; null when there is nothing to mark, or no room for it. A title is bold as it is. */
function boldHits(lede: string, wanted: readonly string[]): string | null {
  const parts = wanted.length === 0 ? [] : markedParts(oneLine(lede), wanted);
  const text = parts
    .map((part) => (part.isHit ? `**${escapeMarkdown(part.text)}**` : escapeMarkdown(part.text)))
    .join("");
  return text === "" || text.length > ledeLimit ? null : text;
}

/** The embeds with a footer under the last. */
export function withFooter(embeds: readonly APIEmbed[], footer: string): readonly APIEmbed[] {
  const last = embeds.at(-1);
  return footer && last ? [...embeds.slice(0, -1), { ...last, footer: { text: footer } }] : embeds;
}
