// Components V2 in messages: blocks are shared out over as many messages as they need, and none is cut in two.
import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
  MessageFlags,
} from "discord.js";
import { limits } from "../message.ts";
import type { EditionMessage } from "./step.ts";

export type Block =
  | APITextDisplayComponent
  | APIContainerComponent
  | APIActionRowComponent<APIComponentInMessageActionRow>;

export const textBlock = (content: string): APITextDisplayComponent => ({ type: ComponentType.TextDisplay, content });

export const frame = (...components: readonly APIComponentInContainer[]): APIContainerComponent => ({
  type: ComponentType.Container,
  components: [...components],
});

interface Size {
  readonly components: number;
  readonly characters: number;
}

/** The blocks in order, in as few messages as hold them. Each block must fit a message by itself. */
export function blockMessages(blocks: readonly Block[]): readonly EditionMessage[] {
  const groups: Block[][] = [];
  let taken: Size = { components: 0, characters: 0 };
  for (const block of blocks) {
    const group = groups.at(-1);
    const size = sizeOf(block);
    const sum = sumOf([taken, size]);
    const fits = sum.components <= limits.components && sum.characters <= limits.texts;
    if (group && fits) group.push(block);
    else groups.push([block]);
    taken = group && fits ? sum : size;
  }
  return groups.map((components) => ({ flags: MessageFlags.IsComponentsV2, components }));
}

export const sumOf = (sizes: readonly Size[]): Size => ({
  components: sizes.reduce((sum, { components }) => sum + components, 0),
  characters: sizes.reduce((sum, { characters }) => sum + characters, 0),
});

/** What of Discord's limits a component takes, with all that is in it. */
export function sizeOf(component: APIMessageTopLevelComponent | APIComponentInContainer | object): Size {
  const nested = [
    ...("components" in component ? (component.components as readonly object[]) : []),
    ...("accessory" in component ? [component.accessory as object] : []),
  ];
  const characters = "content" in component ? String(component.content).length : 0;
  return sumOf([{ components: 1, characters }, ...nested.map(sizeOf)]);
}
