// What is said of a story, safe for LINE and short enough for a bubble. Each is one line, "" where there is nothing to say.
import { alsoIn, correctedMark, rewrittenMark, shortTime } from "../../../language/phrases.ts";
import type { Locale } from "../../../records/channel.ts";
import type { Card } from "../../../records/story.ts";
import { plainLine } from "./plain.ts";

/** In whose words and time. */
export interface Reader {
  readonly locale: Locale;
  /** IANA name. */
  readonly timeZone: string;
}

/** What stands for a story where only one line is shown. Never empty. */
export function headlineOf(card: Card): string {
  return plainLine(card.headline, 200) || plainLine(card.lede, 200) || nameOf(card.sourceName) || "—";
}

export const ledeOf = ({ lede }: Card, limit: number): string => plainLine(lede, limit);

/** Such as `#高雄 #公車`: five at most. */
export function tagsOf({ tags }: Card): string {
  const named = tags.slice(0, 20).map((tag) => plainLine(tag, 30));
  return named
    .filter((tag) => tag !== "")
    .slice(0, 5)
    .map((tag) => `#${tag}`)
    .join(" ");
}

/** Where and when, such as `港都日報 · 11/23 08:05`. A time that is none is left out. */
export function placeOf({ sourceName, publishedAt }: Card, { locale, timeZone }: Reader): string {
  const time = Number.isNaN(new Date(publishedAt).getTime()) ? "" : shortTime(publishedAt, timeZone, locale);
  return [nameOf(sourceName), time].filter((part) => part !== "").join(" · ");
}

/** Who else reports it, that its headline was corrected, and whose words it is in. */
export function notesOf(card: Card, { locale }: Reader): readonly string[] {
  const others = card.alsoIn.slice(0, 20).map(nameOf);
  const named = others.filter((name) => name !== "").slice(0, 5);
  const marks = [card.isCorrected ? correctedMark[locale] : "", rewrittenMark(card.rewritten, locale)];
  return [plainLine(alsoIn(named, locale), 200), marks.filter((mark) => mark !== "").join(" · ")].filter(
    (note) => note !== "",
  );
}

const nameOf = (name: string): string => plainLine(name, 60);
