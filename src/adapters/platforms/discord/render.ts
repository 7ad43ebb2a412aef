// Replies in Discord's form: an embed a story, buttons for what to ask next.
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed, APIEmbedField } from "discord.js";
import type { DrawnPicture } from "../../../ports/pictures.ts";
import type { Locale } from "../../../records/channel.ts";
import type { Field, Reply } from "../../../records/reply.ts";
import { buttonRows } from "./buttons.ts";
import { cardEmbed, withFooter } from "./card-embed.ts";
import { cleanText, cutText, escapeMarkdown, oneLine, singleLine } from "./markdown.ts";
import { menuRows } from "./menus.ts";
import { type AttachedFile, type DiscordMessage, groupEmbeds, limits } from "./message.ts";

/** A message with what is attached to it. */
export interface DiscordReply extends DiscordMessage {
  readonly files: readonly AttachedFile[];
}

const pictureName = "picture.png";

/** A reply as messages, nearly always one. The picture stands in the first, the buttons under the last. */
export function renderReply(reply: Reply, locale: Locale, picture: DrawnPicture | null): readonly DiscordReply[] {
  const [first = {}, ...more] = introEmbeds(reply);
  const shownPicture = picture ? { image: { url: `attachment://${pictureName}` } } : {};
  const intro = [{ ...first, ...shownPicture }, ...more].filter((embed) => Object.keys(embed).length > 0);
  const embeds = [...intro, ...reply.cards.map((card) => cardEmbed(card, locale, reply.wanted))];
  // Discord refuses an embed of nothing, and an interaction left without an answer looks like a fault.
  const shown = embeds.length > 0 ? embeds : [{ description: "…" }];
  const groups = groupEmbeds(withFooter(shown, cutText(cleanText(reply.footer), limits.footer)));
  const components = controlRows(reply);
  return groups.map((group, index) => ({
    embeds: group,
    components: index === groups.length - 1 ? components : [],
    files: index === 0 ? filesOf(reply, picture) : [],
  }));
}

/** The reply's menus and buttons, in so many rows at most. */
export function controlRows(
  { menus, choices }: Pick<Reply, "menus" | "choices">,
  most: number = limits.rows,
): readonly APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const asked = new Set(menus.map(({ text }) => text));
  const buttons = buttonRows(choices.filter(({ text }) => !asked.has(text)));
  return [...menuRows(menus), ...buttons].slice(0, most);
}

function filesOf({ picture: chart }: Reply, picture: DrawnPicture | null): readonly AttachedFile[] {
  if (picture === null) return [];
  const description = singleLine(chart?.alt ?? "", limits.altText);
  return [{ name: pictureName, data: picture.png, ...(description && { description }) }];
}

// One embed of a title, a text so short, fields of this size and a footer stays within the 6000 characters of a message.
const textBesideFields = 1000;
const fieldGroupSize = 4000;

function introEmbeds(reply: Reply): readonly APIEmbed[] {
  const intro: APIEmbed = {
    ...filled("title", singleLine(reply.title, limits.title)),
    ...filled("description", cutText(escapeMarkdown(cleanText(reply.text)), limits.description)),
  };
  const [first, ...rest] = fieldGroups(reply.fields).map((fields): APIEmbed => ({ fields: [...fields] }));
  const isLong = (intro.description?.length ?? 0) > textBesideFields;
  const shown = isLong && first ? [intro, first] : [{ ...intro, ...first }];
  return [...shown.filter((embed) => Object.keys(embed).length > 0), ...rest];
}

function fieldGroups(fields: readonly Field[]): readonly (readonly APIEmbedField[])[] {
  const groups: APIEmbedField[][] = [];
  let room = 0;
  for (const field of fields.filter(({ name, value }) => oneLine(name) || oneLine(value)).map(embedField)) {
    const group = groups.at(-1);
    const size = field.name.length + field.value.length;
    if (group && group.length < limits.fields && size <= room) {
      group.push(field);
      room -= size;
    } else {
      groups.push([field]);
      room = fieldGroupSize - size;
    }
  }
  return groups;
}

// Discord refuses a field of which one half is empty.
const embedField = ({ name, value, channel }: Field): APIEmbedField => {
  const mention = channel === undefined ? [] : [`<#${channel}>`];
  const shown = [...mention, escapeMarkdown(cleanText(value))].filter(Boolean).join(" · ");
  return { name: singleLine(name, limits.fieldName) || "—", value: cutText(shown, limits.fieldValue) || "—" };
};

const filled = <Key extends string>(key: Key, text: string): Partial<Record<Key, string>> =>
  text ? ({ [key]: text } as Record<Key, string>) : {};
