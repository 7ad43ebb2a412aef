// What an edition does not show: how many stories, and what to type to see them.
import { latestCommand, moreStories } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";

export interface LeftOver {
  readonly text: string;
  readonly command: string;
}

/** Null when all that matched are among those shown. */
export function leftOver({ total, cards }: Edition, shown: number, locale: Locale): LeftOver | null {
  const text = moreStories(Math.max(total, cards.length) - shown, locale);
  return text === "" ? null : { text, command: latestCommand[locale] };
}
