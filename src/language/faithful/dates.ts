// Takes the dates and times out of a text, so that what is left are its other numbers.
import type { CalendarDay } from "../calendar-day.ts";
import { calendarDates } from "./calendar-dates.ts";
import { clockTimes } from "./clock-times.ts";
import type { Parts } from "./date-reader.ts";
import { relativeDates } from "./relative-dates.ts";
import type { Statement } from "./statement.ts";

const readers = [...calendarDates, ...relativeDates, clockTimes];

/**
 * The dates and times of the folded text, and the text with spaces in their place. `published`: what days without a month are
 * nearest to, and what 今天 is; null when it is not known.
 */
export function takeDates(
  text: string,
  published: CalendarDay | null,
): { readonly rest: string; readonly dates: readonly Statement[] } {
  const dates: Statement[] = [];
  let rest = text;
  for (const { pattern, read } of readers) {
    rest = rest.replace(pattern, (whole: string, ...more: unknown[]) => {
      const last = more.at(-1);
      const hasParts = typeof last === "object" && last !== null;
      const found = read(hasParts ? (last as Parts) : {}, published);
      const start = Number(more.at(hasParts ? -3 : -2));
      for (const one of found) dates.push({ kind: "date", written: whole, start, end: start + whole.length, ...one });
      return found.length === 0 ? whole : " ".repeat(whole.length);
    });
  }
  return { rest, dates };
}
