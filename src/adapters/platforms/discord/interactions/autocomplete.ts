// What Discord offers while an option is being typed.
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  ApplicationCommandOptionType,
  InteractionResponseType,
} from "discord.js";
import type { Suggestion } from "../../../../ports/platform.ts";
import type { Question } from "../../../../records/question.ts";
import { cutText, oneLine } from "../markdown.ts";
import type { Responder } from "../responder.ts";
import type { InteractionParts } from "./parts.ts";
import { questionOf } from "./question.ts";
import { argumentsOf } from "./slash.ts";

// https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure
const mostChoices = 25;
const longestChoice = 100;

/** Answers with 25 choices at most, within three seconds. */
export async function answerAutocomplete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  responder: Responder,
  { commands, suggest }: Pick<InteractionParts, "commands" | "suggest">,
): Promise<void> {
  const { name, options } = interaction.data;
  const command = commands.find((one) => one.name === name);
  const asked = questionOf(interaction, { ask: { form: "command", command: name, args: {} }, command });
  const typing = typedOption(options);
  const halfTyped = ({ ask: _, ...whereAndWho }: Question, { name: option, value }: Typing) => ({
    ...whereAndWho,
    ...{ command: name, option, typed: String(value), args: argumentsOf(options, command) },
  });
  const suggestions = asked === null || typing === undefined ? [] : await suggest(halfTyped(asked, typing));
  await responder.respond({
    response: {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: choicesOf(suggestions) },
    },
  });
}

type Typing = APIApplicationCommandInteractionDataBasicOption;
type Options = APIApplicationCommandAutocompleteInteraction["data"]["options"];

/** The one that has the cursor, be it a subcommand's. */
function typedOption(options: Options): Typing | undefined {
  const basic = options.flatMap((option) => {
    if (option.type === ApplicationCommandOptionType.SubcommandGroup) return [];
    return option.type === ApplicationCommandOptionType.Subcommand ? (option.options ?? []) : [option];
  });
  return basic.find((option) => "focused" in option && option.focused === true);
}

/** What is too long to be chosen is left out: it would be asked cut off. */
function choicesOf(suggestions: readonly Suggestion[]) {
  const fitting = suggestions.filter(
    ({ value }) => value !== "" && value.length <= longestChoice && value.isWellFormed(),
  );
  const unique = [...new Map(fitting.map((suggestion) => [suggestion.value, suggestion])).values()];
  return unique.slice(0, mostChoices).map(({ label, value }) => ({
    name: cutText(oneLine(label) || value, longestChoice),
    value,
  }));
}
