// Commands as Discord's list of slash commands, in every language.
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Command, CommandOption, Subcommand } from "../../../ports/command.ts";
import type { Localized } from "../../../records/channel.ts";

/** The body of the one request that replaces all global commands. Options that must be given stand first, as Discord demands. */
export function registrationOf(commands: readonly Command[]): RESTPutAPIApplicationCommandsJSONBody {
  return [...commands.map(chatCommand), ...commands.flatMap(messageMenu)];
}

const chatCommand = (command: Command) => ({
  name: command.name,
  name_localizations: translationsOf(command.names),
  description: command.description.en,
  description_localizations: translationsOf(command.description),
  options: command.subcommands ? command.subcommands.list.map(subcommandOf) : optionsOf(command.options),
  default_member_permissions: command.access === "managers" ? String(PermissionFlagsBits.ManageChannels) : null,
  ...placesOf(command),
});

/** Anybody may take the bot along and ask it anywhere; what sets up a channel needs the bot in it. */
const placesOf = ({ access }: Command) =>
  access === "managers"
    ? {
        integration_types: [ApplicationIntegrationType.GuildInstall],
        contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
      }
    : {
        integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
        contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
      };

function messageMenu(command: Command) {
  if (command.menu === undefined) return [];
  const { names } = command.menu;
  return [
    {
      type: ApplicationCommandType.Message as const,
      name: names.en,
      name_localizations: translationsOf(names),
      ...placesOf(command),
    },
  ];
}

const subcommandOf = ({ name, names, description, options }: Subcommand) => ({
  type: ApplicationCommandOptionType.Subcommand as const,
  name,
  name_localizations: translationsOf(names),
  description: description.en,
  description_localizations: translationsOf(description),
  options: optionsOf(options),
});

const optionsOf = (options: readonly CommandOption[]) =>
  options.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired)).map(optionOf);

const optionOf = (option: CommandOption) => ({
  type: ApplicationCommandOptionType.String as const,
  name: option.name,
  name_localizations: translationsOf(option.names),
  description: option.description.en,
  description_localizations: translationsOf(option.description),
  required: option.isRequired,
  ...(option.suggest && { autocomplete: true as const }),
});

// Discord names these languages as we do; English is the text that all other readers see.
const translationsOf = ({ en: _, ...others }: Localized) => others;
