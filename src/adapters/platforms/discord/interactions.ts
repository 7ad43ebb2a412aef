// What users do in Discord, by kind: each is read in its own file, and most are asked as a question.
import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandType,
  InteractionType,
} from "discord.js";
import { localeOf } from "../../../language/locale.ts";
import type { Command, Form } from "../../../ports/command.ts";
import { answerAsked, tellPrivately } from "./interactions/answer.ts";
import { answerAutocomplete } from "./interactions/autocomplete.ts";
import { readComponent } from "./interactions/component.ts";
import { showForm } from "./interactions/form.ts";
import { keptNoMore, questionBehind } from "./interactions/long-questions.ts";
import { readMenu } from "./interactions/menu.ts";
import { readModal } from "./interactions/modal.ts";
import type { InteractionParts } from "./interactions/parts.ts";
import type { Asked } from "./interactions/question.ts";
import { isShare, shareMessage } from "./interactions/share.ts";
import { readSlash } from "./interactions/slash.ts";
import type { Responder } from "./responder.ts";

/**
 * Answers an interaction as Discord's API describes it, whichever way it came. Leaves what the desk does not understand. Throws
 * what discord.js throws when Discord takes no answer.
 */
export async function answerInteraction(
  interaction: APIInteraction,
  responder: Responder,
  parts: InteractionParts,
): Promise<void> {
  const answer = async (asked: Asked | null) => {
    if (asked && interaction.type !== InteractionType.Ping) await answerAsked(asked, interaction, responder, parts);
  };
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return answer(readCommand(interaction, parts.commands));
    case InteractionType.MessageComponent:
      return answerComponent(interaction, responder, parts);
    case InteractionType.ModalSubmit:
      return answer(readModal(interaction.data, parts.commands));
    case InteractionType.ApplicationCommandAutocomplete:
      return answerAutocomplete(interaction, responder, parts);
  }
}

async function answerComponent(
  interaction: APIMessageComponentInteraction,
  responder: Responder,
  parts: InteractionParts,
): Promise<void> {
  if (isShare(interaction)) return shareMessage(interaction, responder);
  const { data, locale } = interaction;
  const question = await questionBehind(data.custom_id, parts.cache);
  if (question === null) return tellPrivately(keptNoMore[localeOf(locale)], responder);
  const asked = readComponent({ ...data, custom_id: question }, parts.commands);
  const text = asked.ask.form === "text" ? asked.ask.text : "";
  const form = formAsked(text, asked.command);
  if (form === null) return answerAsked(asked, interaction, responder, parts);
  return showForm(form, text, localeOf(locale), responder);
}

const formAsked = (text: string, command: Command | undefined): Form | null =>
  command?.formFor?.(command.readText(text.replace(/^\S+\s*/, ""))) ?? null;

function readCommand({ data }: APIApplicationCommandInteraction, commands: readonly Command[]): Asked | null {
  switch (data.type) {
    case ApplicationCommandType.ChatInput:
      return readSlash(data, commands);
    case ApplicationCommandType.Message:
    case ApplicationCommandType.User:
      return readMenu(data, commands);
    default:
      return null;
  }
}
