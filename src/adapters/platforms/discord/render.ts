// Replies and editions in Discord's form: an embed a story, buttons for what to ask next.
import type { APIEmbed, APIEmbedField } from "discord.js";
import { markedParts } from "../../../language/marked-parts.ts";
import {
  alsoIn,
  correctedMark,
  digestTitle,
  moreStories,
  readLabel,
  rewrittenMark,
} from "../../../language/phrases.ts";
import type { DrawnPicture } from "../../../ports/pictures.ts";
import type { Locale } from "../../../records/channel.ts";
import type { Edition } from "../../../records/edition.ts";
import type { Field, Reply } from "../../../records/reply.ts";
import type { Card } from "../../../records/story.ts";
import { buttonRows } from "./buttons.ts";
import { cleanText, cutText, escapeMarkdown, oneLine } from "./markdown.ts";
import { menuRows } from "./menus.ts";
import { type AttachedFile, type DiscordMessage, groupEmbeds, limits } from "./message.ts";

// A description holds the lede and the line below it; neither may crowd out the other.
const ledeLimit = 3000;
const bylineLimit = 1000;

/** An edition as messages, nearly always one: its date above, then its stories. Stories are never cut in two. */
export function renderEdition(edition: Edition, locale: Locale): readonly DiscordMessage[] {
  const embeds = edition.cards.map((card) => cardEmbed(card, locale));
  const more = moreStories(edition.total - edition.cards.length, locale);
  const heading = `**${escapeMarkdown(digestTitle(edition.publishedAt, edition.timeZone, locale))}**`;
  const groups = groupEmbeds(withFooter(embeds, more));
  if (groups.length === 0) return [{ content: heading, embeds: [], components: [] }];
  return groups.map((group, index) => ({
    ...(index === 0 ? { content: heading } : {}),
    embeds: group,
    components: [],
  }));
}

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
  const groups = groupEmbeds(withFooter(shown, reply.footer));
  const asked = new Set(reply.menus.map(({ text }) => text));
  const buttons = buttonRows(reply.choices.filter(({ text }) => !asked.has(text)));
  const components = [...menuRows(reply.menus), ...buttons].slice(0, limits.rows);
  return groups.map((group, index) => ({
    embeds: group,
    components: index === groups.length - 1 ? components : [],
    files: index === 0 ? filesOf(reply, picture) : [],
  }));
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
const embedField = ({ name, value }: Field): APIEmbedField => ({
  name: singleLine(name, limits.fieldName) || "—",
  value: cutText(escapeMarkdown(cleanText(value)), limits.fieldValue) || "—",
});

function cardEmbed(card: Card, locale: Locale, wanted: readonly string[] = []): APIEmbed {
  const url = webAddress(card.url, ["http:", "https:"]);
  const image = webAddress(card.image, ["https:"]);
  const author = cutText(oneLine(card.sourceName), limits.author);
  const lede = boldHits(card.lede, wanted) ?? singleLine(card.lede, ledeLimit);
  return {
    title: singleLine(card.headline, limits.title) || readLabel[locale],
    ...filled("description", [lede, bylineOf(card, locale)].filter(Boolean).join("\n")),
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

/** When, what about, and who else reports. Discord shows the time in the reader's own zone. */
function bylineOf(card: Card, locale: Locale): string {
  const time = Number.isFinite(card.publishedAt) ? `<t:${Math.floor(card.publishedAt / 1000)}:f>` : "";
  const tags = card.tags.map(oneLine).filter(Boolean);
  const others = alsoIn(card.alsoIn.map(oneLine).filter(Boolean), locale);
  const mark = rewrittenMark(card.rewritten, locale);
  const corrected = card.isCorrected ? correctedMark[locale] : "";
  const texts = [corrected, mark, tags.map((tag) => `#${tag}`).join(" "), others].filter(Boolean);
  return [time, singleLine(texts.join(" · "), bylineLimit)].filter(Boolean).join(" · ");
}

function withFooter(embeds: readonly APIEmbed[], footer: string): readonly APIEmbed[] {
  const text = cutText(cleanText(footer), limits.footer);
  const last = embeds.at(-1);
  return text && last ? [...embeds.slice(0, -1), { ...last, footer: { text } }] : embeds;
}

const singleLine = (text: string, limit: number): string => cutText(escapeMarkdown(oneLine(text)), limit);

const filled = <Key extends string>(key: Key, text: string): Partial<Record<Key, string>> =>
  text ? ({ [key]: text } as Record<Key, string>) : {};

/** The address as Discord takes it, or null when it would refuse the whole message for it. */
function webAddress(address: string | null, protocols: readonly string[]): string | null {
  const url = address === null ? null : URL.parse(address);
  return url && protocols.includes(url.protocol) && url.href.length <= limits.url ? url.href : null;
}
