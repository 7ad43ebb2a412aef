// A pressed button or a choice from a list: its custom_id is a question as one would type it, so it works after any restart.
import { type APIMessageComponentInteractionData, ComponentType } from "discord.js";
import type { Command } from "../../../../ports/command.ts";
import { commandTyped } from "./parts.ts";
import type { Asked } from "./question.ts";

/** What a list's reader chose follows the question that its custom_id begins. */
export function readComponent(data: APIMessageComponentInteractionData, commands: readonly Command[]): Asked {
  const chosen = data.component_type === ComponentType.Button ? [] : data.values;
  const text = [data.custom_id, ...chosen].join(" ");
  return { ask: { form: "text", text }, command: commandTyped(text, commands) };
}
