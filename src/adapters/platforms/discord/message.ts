// Discord's limits on a message, and how embeds are shared out over as many messages as they need.
import type { APIEmbed, APIMessageTopLevelComponent, MessageFlags } from "discord.js";

/** What is posted: the part of a message that the REST API and discord.js name alike. At least one part is not empty. */
export interface DiscordMessage {
  readonly content?: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags?: MessageFlags;
}

/** A file that a message shows; `description` is its alternative text. */
export interface AttachedFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly description?: string;
}

/**
 * Characters and counts that Discord accepts (https://docs.discord.com/developers/resources/message#embed-object-embed-limits).
 * Discord counts code points; UTF-16 units, which are never fewer, are counted here. Author and footer stay below
 * Discord's own 256 and 2048, so that a single embed never fills a message's total.
 */
export const limits = {
  embeds: 10,
  embedsTotal: 6000,
  title: 256,
  description: 4096,
  author: 128,
  footer: 512,
  url: 2048,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  altText: 1024,
  content: 2000,
  /** Of Components V2, nested ones counted. */
  components: 40,
  /** Of all texts of Components V2 together. */
  texts: 4000,
  threadName: 100,
} as const;

/** The embeds in order, in as few groups as one message each can hold; no embed is taken apart. */
export function groupEmbeds(embeds: readonly APIEmbed[]): readonly (readonly APIEmbed[])[] {
  const groups: APIEmbed[][] = [];
  let room = 0;
  for (const embed of embeds) {
    const group = groups.at(-1);
    const size = embedSize(embed);
    if (group && group.length < limits.embeds && size <= room) {
      group.push(embed);
      room -= size;
    } else {
      groups.push([embed]);
      room = limits.embedsTotal - size;
    }
  }
  return groups;
}

// What of an embed counts towards a message's total.
function embedSize(embed: APIEmbed): number {
  const fields = embed.fields ?? [];
  const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text];
  return [...texts, ...fields.flatMap(({ name, value }) => [name, value])].reduce(
    (size, text) => size + (text?.length ?? 0),
    0,
  );
}

/** The address as Discord takes it, or null when it would refuse the whole message for it. */
export function webAddress(address: string | null, protocols: readonly string[]): string | null {
  const url = address === null ? null : URL.parse(address);
  return url && protocols.includes(url.protocol) && url.href.length <= limits.url ? url.href : null;
}
