// A command from the menu of a message: the message's text says what is asked.
import {
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessage,
  type APIMessageApplicationCommandInteractionData,
  type APIMessageSnapshotFields,
  type APIMessageTopLevelComponent,
  type APISectionAccessoryComponent,
  type APIUserApplicationCommandInteractionData,
  ApplicationCommandType,
  ComponentType,
} from "discord.js";
import { isDigestTitle, readLabel } from "../../../../language/phrases.ts";
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

/** All that a reader sees of it as text, but for a digest's heading, which names no story. */
function textOf({ message_snapshots: forwarded = [], ...message }: APIMessage): string {
  const texts = [message, ...forwarded.map((snapshot) => snapshot.message)].flatMap(textsOf);
  const lines = texts.flatMap((text) => (text ?? "").split("\n"));
  const said = lines.filter((line) => line !== "" && !isDigestTitle(line)).join("\n");
  // Beside a headline that can't be a link itself.
  return Object.values(readLabel).reduce((text, label) => text.replaceAll(`[${label}](`, "("), said);
}

/** A bot's message often has nothing but embeds, or nothing but components. */
const textsOf = ({ content, embeds, components = [] }: APIMessageSnapshotFields): readonly (string | undefined)[] => [
  content,
  ...embeds.flatMap(({ title, description, url }) => [title, url, description]),
  ...components.flatMap(writtenIn),
];

type Part =
  | APIMessageTopLevelComponent
  | APIComponentInContainer
  | APIComponentInMessageActionRow
  | APISectionAccessoryComponent;

/** Its texts, and where its buttons lead to. */
function writtenIn(component: Part): readonly string[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [component.content];
    case ComponentType.Section:
      return [...component.components, component.accessory].flatMap(writtenIn);
    case ComponentType.Container:
    case ComponentType.ActionRow:
      return component.components.flatMap(writtenIn);
    case ComponentType.Button:
      return "url" in component ? [component.url] : [];
    default:
      return [];
  }
}
