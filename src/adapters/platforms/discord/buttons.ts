// What to ask next, as buttons. The button carries the whole question, so it works after any restart.
import type { APIActionRowComponent, APIButtonComponentWithCustomId } from "discord.js";
import { ButtonStyle, ComponentType } from "discord.js";
import type { Choice } from "../../../records/reply.ts";
import { cutText, oneLine } from "./markdown.ts";
import { limits } from "./message.ts";

/** Rows of buttons whose `custom_id` is the choice's text. A choice whose text does not fit there is left out. */
export function buttonRows(
  choices: readonly Choice[],
): readonly APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  const buttons = [...new Map(choices.filter(fitsButton).map((choice) => [choice.text, buttonOf(choice)])).values()];
  const rows = Math.min(limits.rows, Math.ceil(buttons.length / limits.buttonsInRow));
  return Array.from({ length: rows }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * limits.buttonsInRow, (row + 1) * limits.buttonsInRow),
  }));
}

const fitsButton = ({ text }: Choice): boolean =>
  oneLine(text) !== "" && text.length <= limits.customId && text.isWellFormed();

const buttonOf = ({ label, text, isMain }: Choice): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: isMain ? ButtonStyle.Success : ButtonStyle.Secondary,
  custom_id: text,
  label: cutText(oneLine(label) || oneLine(text), limits.buttonLabel),
});
