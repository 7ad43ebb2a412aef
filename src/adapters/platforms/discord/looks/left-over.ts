// What an edition had no room for: a line that says how much it is, and a button that shows it to who presses it.
import type { APIActionRowComponent, APIButtonComponentWithCustomId } from "discord.js";
import { leftOver } from "../../../../language/left-over.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import { buttonRows } from "../buttons.ts";

interface LeftOverRows {
  /** "" when nothing is left. */
  readonly text: string;
  /** One, or none. */
  readonly rows: readonly APIActionRowComponent<APIButtonComponentWithCustomId>[];
}

export function leftOverRows(edition: Edition, locale: Locale): LeftOverRows {
  const left = leftOver(edition, edition.cards.length, locale);
  return left === null ? { text: "", rows: [] } : { text: left.text, rows: buttonRows([left.button]) };
}
