// A command from the menu of a message or of a person.
import type { APIMessageApplicationCommandInteractionData, APIUserApplicationCommandInteractionData } from "discord.js";
import type { Asked } from "./question.ts";

/** The desk offers none as yet: null, and nothing is answered. */
export function readMenu(
  _: APIMessageApplicationCommandInteractionData | APIUserApplicationCommandInteractionData,
): Asked | null {
  return null;
}
