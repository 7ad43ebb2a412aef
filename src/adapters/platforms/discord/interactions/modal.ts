// A filled-in form: its custom_id is a question as one would type it, and each field is named after the option that it fills.
import { type APIModalSubmission, type APIModalSubmissionComponent, ComponentType } from "discord.js";
import type { Command } from "../../../../ports/command.ts";
import type { Arguments } from "../../../../records/question.ts";
import { commandTyped } from "./parts.ts";
import type { Asked } from "./question.ts";

/** Fields that were left empty are not given. A form of a command that the desk no longer has is asked as its text. */
export function readModal({ custom_id: text, components }: APIModalSubmission, commands: readonly Command[]): Asked {
  const command = commandTyped(text, commands);
  if (!command) return { ask: { form: "text", text }, command };
  const typed = command.readText(text.replace(/^\S+\s*/, ""));
  const args: Arguments = { ...typed, ...Object.fromEntries(components.flatMap(fieldsOf)) };
  return { ask: { form: "command", command: command.name, args }, command };
}

function fieldsOf(component: APIModalSubmissionComponent): readonly (readonly [name: string, value: string])[] {
  if (component.type === ComponentType.TextDisplay) return [];
  const fields = component.type === ComponentType.Label ? [component.component] : component.components;
  return fields.flatMap((field) => {
    const value = "values" in field ? field.values.join(", ") : String(field.value ?? "");
    return value === "" ? [] : [[field.custom_id, value] as const];
  });
}
