// Who asks, where and in what language: the same for every kind of interaction.
import {
  type APIInteraction,
  type APIInteractionGuildMember,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionType,
  PermissionFlagsBits,
  PermissionsBitField,
} from "discord.js";
import { localeOf } from "../../../../language/locale.ts";
import type { Command } from "../../../../ports/command.ts";
import type { Channel, Locale } from "../../../../records/channel.ts";
import type { Ask, Question } from "../../../../records/question.ts";
import { channelForm } from "./channel-form.ts";

/** What an interaction asks; the command that it is about, where it names one. */
export interface Asked {
  readonly ask: Ask;
  readonly command: Command | undefined;
}

/** An interaction that somebody caused: all but Discord's own handshake. */
export type AskedInteraction = Exclude<APIInteraction, { readonly type: 1 }>;

/** Null when Discord tells neither the channel nor the asker: there is nobody to answer. */
export function questionOf(interaction: AskedInteraction, { ask, command }: Asked): Question | null {
  const { member } = interaction;
  const user = member?.user ?? interaction.user;
  const place = interaction.channel;
  if (place === undefined || user === undefined) return null;
  const server = interaction.authorizing_integration_owners[ApplicationIntegrationType.GuildInstall];
  const channelAt = (address: string): Channel => ({
    ...{ id: `discord:${address}`, platform: "discord", address },
    locale: channelLocale(interaction, command),
    ...(server === interaction.guild_id && server !== undefined && { server }),
  });
  const form = channelForm(place.type);
  // Any other channel's parent is the category that it is listed in.
  const parentId = form === "thread" && "parent_id" in place ? place.parent_id : null;
  return {
    channel: channelAt(place.id),
    ...(interaction.guild_id !== undefined && { form }),
    ...(parentId && { parent: channelAt(parentId) }),
    asker: {
      id: user.id,
      name: user.global_name ?? user.username,
      mayManage: member ? mayManage(member, interaction, command) : interaction.guild_id === undefined,
      ...(member && { mayManageServer: permissionsOf(member).has(PermissionFlagsBits.ManageGuild) }),
    },
    ask,
  };
}

/**
 * Discord lets nobody type a command of managers but them, or whom the server's settings name instead. What is pressed, and a command
 * that is for managers in part, has no such gate.
 */
function mayManage(
  member: APIInteractionGuildMember,
  { type, data }: AskedInteraction,
  command: Command | undefined,
): boolean {
  const isTyped = type === InteractionType.ApplicationCommand && data.type === ApplicationCommandType.ChatInput;
  if (isTyped && command?.access === "managers") return true;
  return permissionsOf(member).has(PermissionFlagsBits.ManageChannels);
}

const permissionsOf = ({ permissions }: APIInteractionGuildMember) => new PermissionsBitField(BigInt(permissions));

/**
 * The asker's own language, except for what managers set up: that is for the whole server, so the server's language wins.
 * Servers that never chose one all claim `en-US`; for those the manager's language is the better guess.
 */
function channelLocale({ locale, guild_locale: serverLocale }: AskedInteraction, command: Command | undefined): Locale {
  const isForServer = command?.access === "managers" && serverLocale && serverLocale !== "en-US";
  return localeOf(isForServer ? serverLocale : locale);
}
