// A slash command: its options become the command's arguments.
import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteractionData,
  ApplicationCommandOptionType,
} from "discord.js";
import type { Command } from "../../../../ports/command.ts";
import type { Arguments } from "../../../../records/question.ts";
import type { Asked } from "./question.ts";

/** What was chosen and filled in. A command that the desk no longer has is asked too: the answer says so. */
export function readSlash(
  { name, options = [] }: APIChatInputApplicationCommandInteractionData,
  commands: readonly Command[],
): Asked {
  const command = commands.find((one) => one.name === name);
  return { ask: { form: "command", command: name, args: argumentsOf(options, command) }, command };
}

/**
 * The options by name. A chosen subcommand's own options stand beside its name, which is the value of the argument that the
 * command sets aside for it.
 */
export function argumentsOf(
  options: readonly APIApplicationCommandInteractionDataOption[],
  command: Command | undefined,
): Arguments {
  return Object.fromEntries(
    options.flatMap((option): [string, string][] => {
      if (option.type === ApplicationCommandOptionType.SubcommandGroup) return [];
      if (option.type !== ApplicationCommandOptionType.Subcommand) return [namedValue(option)];
      const chosen: [string, string][] = command?.subcommands ? [[command.subcommands.argument, option.name]] : [];
      return [...chosen, ...(option.options ?? []).map(namedValue)];
    }),
  );
}

const namedValue = ({ name, value }: APIApplicationCommandInteractionDataBasicOption): [string, string] => [
  name,
  String(value),
];
