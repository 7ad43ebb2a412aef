// The line below a story: when, what about, and who else reports.
import { alsoIn, correctedMark, rewrittenMark } from "../../../language/phrases.ts";
import type { Locale } from "../../../records/channel.ts";
import type { Card } from "../../../records/story.ts";
import { oneLine, singleLine } from "./markdown.ts";

const bylineLimit = 1000;

/** Tags and other sources, in `limit` characters at most, after the time. */
export function bylineOf(card: Card, locale: Locale, limit = bylineLimit): string {
  const corrected = card.isCorrected ? correctedMark[locale] : "";
  const marks = [corrected, rewrittenMark(card.rewritten, locale)];
  const texts = [...marks, tagsOf(card), alsoInOf(card, locale)].filter(Boolean);
  return [timeOf(card, "f"), singleLine(texts.join(" · "), limit)].filter(Boolean).join(" · ");
}

/** The tags as `#高雄 #公車`, plain. */
export const tagsOf = (card: Card): string =>
  card.tags
    .map(oneLine)
    .filter(Boolean)
    .map((tag) => `#${tag}`)
    .join(" ");

/** The other sources as `另見 RTHK、DW`, plain. */
export const alsoInOf = (card: Card, locale: Locale): string =>
  alsoIn(card.alsoIn.map(oneLine).filter(Boolean), locale);

// Discord shows no other: what ECMAScript's dates hold.
const furthestMs = 8.64e15;

/** When it was published, which Discord shows in each reader's own zone and language; `R` is "two hours ago". Empty when it is not known. */
export const timeOf = ({ publishedAt }: Card, style: "f" | "R"): string =>
  Math.abs(publishedAt) <= furthestMs ? `<t:${Math.floor(publishedAt / 1000)}:${style}>` : "";
