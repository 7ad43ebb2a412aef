// A slash command or a pressed button: asked as a question, answered within Discord's three seconds.
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import { localeOf } from "../../../language/locale.ts";
import type { Command } from "../../../ports/command.ts";
import type { DrawnPicture, Pictures } from "../../../ports/pictures.ts";
import type { Answer } from "../../../ports/platform.ts";
import type { Locale } from "../../../records/channel.ts";
import type { Arguments, Ask, Question } from "../../../records/question.ts";
import type { Reply } from "../../../records/reply.ts";
import { renderReply } from "./render.ts";

type Asking = ChatInputCommandInteraction | ButtonInteraction;

export interface InteractionParts {
  readonly commands: readonly Command[];
  readonly answer: Answer;
  readonly pictures: Pick<Pictures, "draw">;
  /** Discord waits 3000 ms from the press of the key; an answer later than this is announced first. */
  readonly deferAfterMs: number;
}

/** Answers what the desk understands and leaves the rest. Throws what discord.js throws when Discord takes no answer. */
export async function answerInteraction(interaction: Interaction, parts: InteractionParts): Promise<void> {
  if (!interaction.isChatInputCommand() && !interaction.isButton()) return;
  if (interaction.channelId === null) return;
  const command = commandOf(interaction, parts.commands);
  const question = questionOf(interaction, interaction.channelId, command);
  const answering = answerWithPicture(question, parts);
  const isDeferred = await isStillPending(answering, parts.deferAfterMs);
  // Who sees a late answer must be said before it is known: what managers change concerns the channel, all else its asker.
  const isOpenToAll = command?.access === "managers";
  if (isDeferred) await interaction.deferReply(isOpenToAll ? {} : { flags: MessageFlags.Ephemeral });
  const { reply, picture } = await answering;
  const visibility = reply.isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
  for (const [index, message] of renderReply(reply, question.channel.locale, picture).entries()) {
    const shown = { ...message, allowedMentions: { parse: [] } };
    if (index > 0) await interaction.followUp({ ...shown, ...visibility });
    else if (isDeferred) await interaction.editReply(shown);
    else await interaction.reply({ ...shown, ...visibility });
  }
}

async function answerWithPicture(
  question: Question,
  { answer, pictures }: InteractionParts,
): Promise<{ readonly reply: Reply; readonly picture: DrawnPicture | null }> {
  const reply = await answer(question);
  return { reply, picture: reply.picture && (await pictures.draw(reply.picture)) };
}

async function isStillPending(answering: Promise<unknown>, afterMs: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<true>();
  const timer = setTimeout(() => resolve(true), afterMs);
  try {
    return await Promise.race([answering.then(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}

function questionOf(interaction: Asking, channelId: string, command: Command | undefined): Question {
  return {
    channel: {
      id: `discord:${channelId}`,
      platform: "discord",
      address: channelId,
      locale: channelLocale(interaction, command),
    },
    asker: {
      id: interaction.user.id,
      name: interaction.user.displayName,
      mayManage: interaction.memberPermissions?.has(PermissionFlagsBits.ManageChannels) ?? !interaction.inGuild(),
    },
    ask: askOf(interaction),
  };
}

/**
 * The asker's own language, except for what managers set up: that is for the whole server, so the server's language wins.
 * Servers that never chose one all claim `en-US`; for those the manager's language is the better guess.
 */
function channelLocale(interaction: Asking, command: Command | undefined): Locale {
  const isForServer = command?.access === "managers" && interaction.guildLocale && interaction.guildLocale !== "en-US";
  return localeOf(isForServer ? interaction.guildLocale : interaction.locale);
}

function askOf(interaction: Asking): Ask {
  if (interaction.isButton()) return { form: "text", text: interaction.customId };
  const args: Arguments = Object.fromEntries(interaction.options.data.map(({ name, value }) => [name, String(value)]));
  return { form: "command", command: interaction.commandName, args };
}

function commandOf(interaction: Asking, commands: readonly Command[]): Command | undefined {
  if (!interaction.isButton()) return commands.find(({ name }) => name === interaction.commandName);
  const word = interaction.customId.replace(/^\//, "").split(/\s/, 1)[0] ?? "";
  return commands.find(({ name, names }) => name === word || Object.values(names).includes(word));
}
