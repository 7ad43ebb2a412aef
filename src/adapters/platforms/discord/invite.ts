// The address by which somebody invites the bot, with the permission for each thing that it does.
import { PermissionFlagsBits } from "discord.js";

const permissions: readonly bigint[] = [
  // Posts digests with cards, embeds and charts.
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.AttachFiles,
  // Opens a thread or a forum's post for an edition, and goes on in it.
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
  // Posts under a name and picture of a subscription's own.
  PermissionFlagsBits.ManageWebhooks,
  // Looks whether an edition arrived whose answer was lost.
  PermissionFlagsBits.ReadMessageHistory,
];

/** The permissions as Discord's addresses have them: a decimal number. */
const invitePermissions = String(permissions.reduce((all, one) => all | one, 0n));

export const inviteAddress = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${invitePermissions}`;
