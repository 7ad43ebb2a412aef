// What an edition does not show: how many stories, and what its button asks to see them.
import { nextPageLabel } from "../../../../language/page-text.ts";
import { moreStories } from "../../../../language/phrases.ts";
import { restText } from "../../../../language/rest-text.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import type { Choice } from "../../../../records/reply.ts";

export interface LeftOver {
  readonly text: string;
  readonly button: Choice;
}

/** Null when all that matched are among those shown. */
export function leftOver(edition: Edition, shown: number, locale: Locale): LeftOver | null {
  const { total, cards } = edition;
  const text = moreStories(Math.max(total, cards.length) - shown, locale);
  return text === "" ? null : { text, button: { label: nextPageLabel[locale], text: restText(edition, shown) } };
}
