// A command from the menu of a message: the message's text says what is asked.
import {
  type APIMessage,
  type APIMessageApplicationCommandInteractionData,
  type APIUserApplicationCommandInteractionData,
  ApplicationCommandType,
} from "discord.js";
import type { Command } from "../../../../ports/command.ts";
import type { Asked } from "./question.ts";

/** Null for what the desk does not offer. */
export function readMenu(
  data: APIMessageApplicationCommandInteractionData | APIUserApplicationCommandInteractionData,
  commands: readonly Command[],
): Asked | null {
  if (data.type !== ApplicationCommandType.Message) return null;
  const command = commands.find(({ menu }) => menu !== undefined && menu.names.en === data.name);
  if (command === undefined) return null;
  const message = data.resolved.messages[data.target_id];
  if (message === undefined) return null;
  return { ask: { form: "message", command: command.name, text: textOf(message) }, command };
}

/** All that a reader sees of it as text: a bot's message often has nothing but embeds. */
function textOf({ content, embeds }: Pick<APIMessage, "content" | "embeds">): string {
  const shown = embeds.flatMap(({ title, description, url }) => [title, url, description]);
  return [content, ...shown].filter((text) => text !== undefined && text !== "").join("\n");
}
