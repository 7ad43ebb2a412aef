// What an edition had no room for: a line that says how much it is, and a button that shows it to who presses it.
import type { APIActionRowComponent, APIButtonComponentWithCustomId } from "discord.js";
import { nextPageLabel } from "../../../../language/page-text.ts";
import { moreStories } from "../../../../language/phrases.ts";
import { restText } from "../../../../language/rest-text.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import { buttonRows } from "../buttons.ts";

export interface LeftOver {
  /** "" when nothing is. */
  readonly text: string;
  /** One, or none. */
  readonly rows: readonly APIActionRowComponent<APIButtonComponentWithCustomId>[];
}

export function leftOver(edition: Edition, locale: Locale): LeftOver {
  const { cards, total } = edition;
  const text = moreStories(total - cards.length, locale);
  return {
    text,
    rows: text ? buttonRows([{ label: nextPageLabel[locale], text: restText(edition, cards.length) }]) : [],
  };
}
