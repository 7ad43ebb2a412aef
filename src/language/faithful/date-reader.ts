// How the readers of dates and times work together: each has a pattern for the folded text, and says what a match states.
import { addDays, type CalendarDay } from "../calendar-day.ts";
import { readHan } from "./numerals.ts";
import type { Statement } from "./statement.ts";

export type Found = Pick<Statement, "asks" | "gives">;
export type Parts = Readonly<Record<string, string | undefined>>;

/** `read`: all that a match states, a date and its year apart; nothing for what is no date. `published`: the article's own day. */
export interface DateReader {
  readonly pattern: RegExp;
  readonly read: (parts: Parts, published: CalendarDay | null) => readonly Found[];
}

/** The pattern of a number of one or two digits, in either kind of digits. */
export const smallNumber = "\\d{1,2}|[〇零○一二三四五六七八九十]{1,3}";

/** NaN for what is no number. */
export const numberOf = (text: string | undefined): number =>
  text === undefined ? Number.NaN : /^\d/.test(text) ? Number(text) : (readHan(text) ?? Number.NaN);

/** A statement that the same readings back up and that it backs up itself. */
export const stating = (...readings: readonly string[]): Found => ({ asks: readings, gives: readings });

/** What any of the readings may be meant as: one statement of all of them. */
export const eitherOf = (...found: readonly Found[]): Found => ({
  asks: found.flatMap(({ asks }) => asks),
  gives: found.flatMap(({ gives }) => gives),
});

/** A day of a month, which gives its day and its month alone too; null when no calendar has it. */
export function dayOfMonth(month: number, day: number): Found | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  return { asks: [`d:${month}-${day}`], gives: [`d:${month}-${day}`, `day:${day}`, `m:${month}`] };
}

/** What the day so many days after publication gives. */
export function daysAfter(published: CalendarDay | null, days: number): readonly string[] {
  if (published === null) return [];
  const { month, day } = addDays(published, days);
  return dayOfMonth(month, day)?.gives ?? [];
}
