// Who asks, where and in what language: the same for every kind of interaction.
import { type APIInteraction, PermissionFlagsBits, PermissionsBitField } from "discord.js";
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
  const channelAt = (address: string): Channel => ({
    ...{ id: `discord:${address}`, platform: "discord", address },
    locale: channelLocale(interaction, command),
    ...(interaction.guild_id !== undefined && { server: interaction.guild_id }),
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
      mayManage: member
        ? new PermissionsBitField(BigInt(member.permissions)).has(PermissionFlagsBits.ManageChannels)
        : interaction.guild_id === undefined,
      ...(member && {
        mayManageServer: new PermissionsBitField(BigInt(member.permissions)).has(PermissionFlagsBits.ManageGuild),
      }),
    },
    ask,
  };
}

/**
 * The asker's own language, except for what managers set up: that is for the whole server, so the server's language wins.
 * Servers that never chose one all claim `en-US`; for those the manager's language is the better guess.
 */
function channelLocale({ locale, guild_locale: serverLocale }: AskedInteraction, command: Command | undefined): Locale {
  const isForServer = command?.access === "managers" && serverLocale && serverLocale !== "en-US";
  return localeOf(isForServer ? serverLocale : locale);
}
