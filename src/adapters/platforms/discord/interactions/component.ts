// A pressed button or a choice from a list: its custom_id is a question as one would type it, so it works after any restart.
import {
  type APIInteractionDataResolvedChannel,
  type APIMessageComponentInteractionData,
  ComponentType,
  PermissionFlagsBits,
  PermissionsBitField,
} from "discord.js";
import type { Command } from "../../../../ports/command.ts";
import type { ChannelForm } from "../../../../records/place.ts";
import { channelForm } from "./channel-form.ts";
import { commandTyped } from "./parts.ts";
import type { Asked } from "./question.ts";

/** What a list's reader chose follows the question that its custom_id begins. */
export function readComponent(data: APIMessageComponentInteractionData, commands: readonly Command[]): Asked {
  const text = [data.custom_id, ...chosenOf(data)].join(" ");
  return { ask: { form: "text", text }, command: commandTyped(text, commands) };
}

function chosenOf(data: APIMessageComponentInteractionData): readonly string[] {
  if (data.component_type === ComponentType.Button) return [];
  if (data.component_type !== ComponentType.ChannelSelect) return data.values;
  return data.values.flatMap((id) => [id, formOf(data.resolved.channels[id])]);
}

/** How the channel is posted to; "denied" when who chose it may not set it up. */
function formOf(channel: APIInteractionDataResolvedChannel | undefined): ChannelForm | "denied" {
  const permissions = new PermissionsBitField(BigInt(channel?.permissions ?? "0"));
  if (channel === undefined || !permissions.has(PermissionFlagsBits.ManageChannels)) return "denied";
  return channelForm(channel.type);
}
