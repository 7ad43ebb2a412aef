// Menus of a reply, each a row of its own.
import {
  type APIActionRowComponent,
  type APIChannelSelectComponent,
  type APIStringSelectComponent,
  ChannelType,
  ComponentType,
} from "discord.js";
import type { Menu } from "../../../records/reply.ts";
import { cutText, oneLine } from "./markdown.ts";
import { limits } from "./message.ts";

// https://docs.discord.com/developers/components/reference#string-select
const mostOptions = 25;
const longestOption = 100;
const longestPlaceholder = 150;

/** The kinds of channel that an edition can be posted to. Discord's specification has no media channels here, and the whole message would be refused. */
const postableTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
];

/** A row a menu. Options that Discord would not take are left out, and a menu without any. */
export function menuRows(
  menus: readonly Menu[],
): readonly APIActionRowComponent<APIStringSelectComponent | APIChannelSelectComponent>[] {
  // Discord refuses a message that holds one custom_id twice.
  return [...new Map(menus.map((menu) => [menu.text, menu])).values()]
    .filter(({ text }) => oneLine(text) !== "" && text.length <= limits.customId && text.isWellFormed())
    .flatMap((menu) => selectOf(menu) ?? [])
    .map((select) => ({ type: ComponentType.ActionRow, components: [select] }));
}

function selectOf(menu: Menu): APIStringSelectComponent | APIChannelSelectComponent | null {
  const placeholder = cutText(oneLine(menu.label), longestPlaceholder);
  if (menu.options === "channels")
    return { type: ComponentType.ChannelSelect, custom_id: menu.text, placeholder, channel_types: postableTypes };
  const fitting = menu.options.filter(
    ({ value }) => oneLine(value) !== "" && value.length <= longestOption && value.isWellFormed(),
  );
  const options = [...new Map(fitting.map((option) => [option.value, option])).values()].slice(0, mostOptions);
  if (options.length === 0) return null;
  const most = Math.min(menu.most, options.length);
  const chosen = new Set(options.filter(({ isChosen }) => isChosen).slice(0, most));
  return {
    type: ComponentType.StringSelect,
    custom_id: menu.text,
    placeholder,
    // Of several, none may hold as well.
    min_values: menu.most === 1 ? 1 : 0,
    max_values: most,
    options: options.map((option) => ({
      label: cutText(oneLine(option.label) || option.value, longestOption),
      value: option.value,
      default: chosen.has(option),
    })),
  };
}
