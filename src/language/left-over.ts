// What an edition does not show: how many stories, and what its button asks to see them.
import type { Locale, Localized } from "../records/channel.ts";
import type { Edition } from "../records/edition.ts";
import type { Choice } from "../records/reply.ts";
import { nextPageLabel } from "./page-text.ts";
import { restText } from "./rest-text.ts";

export interface LeftOver {
  readonly text: string;
  readonly button: Choice;
}

// The button beside it shows them: nothing is to be typed.
const words: Localized<(count: string) => string> = {
  en: (count) => `${count} more`,
  "zh-TW": (count) => `還有 ${count} 則`,
  "zh-CN": (count) => `还有 ${count} 条`,
  ja: (count) => `ほか ${count} 件`,
  ko: (count) => `${count}건 더 있습니다`,
  th: (count) => `ยังมีอีก ${count} ข่าว`,
};

/** How many stories a button shows; an empty text for none. */
export const storiesLeft = (count: number, locale: Locale): string =>
  count > 0 ? words[locale](new Intl.NumberFormat(locale).format(count)) : "";

/** Null when all that matched are among those shown. */
export function leftOver(edition: Edition, shown: number, locale: Locale): LeftOver | null {
  const count = Math.max(edition.total, edition.cards.length) - shown;
  if (count <= 0) return null;
  return { text: storiesLeft(count, locale), button: { label: nextPageLabel[locale], text: restText(edition, shown) } };
}
