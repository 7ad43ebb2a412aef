// What Discord offers while an option is being typed.
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APICommandAutocompleteInteractionResponseCallbackData,
  InteractionResponseType,
} from "discord.js";
import type { Responder } from "../responder.ts";

type Choices = NonNullable<APICommandAutocompleteInteractionResponseCallbackData["choices"]>;

/** Answers with 25 choices at most, within three seconds. */
export async function answerAutocomplete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  responder: Responder,
): Promise<void> {
  const choices = choicesFor(interaction);
  await responder.respond({
    response: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } },
  });
}

// No option of the desk's commands asks for choices as yet.
const choicesFor = (_: APIApplicationCommandAutocompleteInteraction): Choices => [];
