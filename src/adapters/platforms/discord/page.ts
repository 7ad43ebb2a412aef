// Replies in components alone, beside which a digest can be shown as it would be posted. A message that once was one stays one.
import { MessageFlags } from "discord.js";
import type { Locale } from "../../../records/channel.ts";
import type { Reply } from "../../../records/reply.ts";
import { type Block, sizeOf, sumOf, textBlock } from "./looks/blocks.ts";
import { previewBlocks } from "./looks/preview.ts";
import { storyFrame } from "./looks/story-frame.ts";
import { cleanText, cutText, escapeMarkdown, singleLine } from "./markdown.ts";
import { limits } from "./message.ts";
import { controlRows, type DiscordReply } from "./render.ts";

// Components that stand alone have no limit of rows; each takes two components at least, and the stories want the most.
const most = { rows: 7, text: 800, field: 250, fields: 800, footer: 200 } as const;

/** The reply as one message; of its stories, or its preview, as much as has room. */
export function renderPage(reply: Reply, locale: Locale): readonly DiscordReply[] {
  const said = [textOf(reply), ...fieldsOf(reply)].filter(Boolean).map(textBlock);
  const footer = singleLine(reply.footer, most.footer);
  const rest = [...(footer ? [textBlock(`-# ${footer}`)] : []), ...controlRows(reply, most.rows)];
  const stories = reply.preview
    ? previewBlocks(reply.preview, locale)
    : reply.cards.map((card) => storyFrame(card, locale, { picture: "small", hasButtons: false }));
  const blocks = joinTexts([...said, ...fitting(stories, [...said, ...rest]), ...rest]);
  const components = blocks.length > 0 ? blocks : [textBlock("…")];
  return [{ flags: MessageFlags.IsComponentsV2, embeds: [], components, files: [] }];
}

function textOf({ title, text }: Reply): string {
  const heading = singleLine(title, limits.title);
  return [heading && `## ${heading}`, cutText(escapeMarkdown(cleanText(text)), most.text)].filter(Boolean).join("\n");
}

function fieldsOf({ fields }: Reply): readonly string[] {
  const lines = fields.map(({ name, value, channel }) => {
    const shown = [channel && `<#${channel}>`, singleLine(value, most.field)].filter(Boolean).join(" · ");
    return `**${singleLine(name, 50)}** ${shown}`;
  });
  const kept = lines.filter((_, index) => lines.slice(0, index + 1).join("\n").length <= most.fields);
  return kept.length > 0 ? [kept.join("\n")] : [];
}

/** The first of the blocks, as many as there is room for beside the others. */
function fitting(blocks: readonly Block[], others: readonly Block[]): readonly Block[] {
  const taken = sumOf(others.map(sizeOf));
  const end = blocks.findIndex((_, index) => {
    const { components, characters } = sumOf([taken, ...blocks.slice(0, index + 1).map(sizeOf)]);
    return components > limits.components || characters + index + others.length > limits.texts;
  });
  return end < 0 ? blocks : blocks.slice(0, end);
}

/** Lines that follow each other are one text. */
function joinTexts(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && "content" in last && "content" in block)
      joined.splice(-1, 1, textBlock(`${last.content}\n${block.content}`));
    else joined.push(block);
  }
  return joined;
}
