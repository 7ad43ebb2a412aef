// The day of a publication time: year, month and day in whatever order and script.
import { asctime, type DayGroups, dayForms } from "./day-forms.ts";
import { withDigits } from "./han-number.ts";
import { readMonth } from "./month.ts";
import { skipWeekday } from "./weekday.ts";
import { readYear } from "./year.ts";

export interface DayReading {
  /** Midnight of the day, read as UTC. */
  readonly at: number;
  /** What follows the day. */
  readonly rest: string;
}

/** The Gregorian calendar has no earlier whole one; 1403 is a year of Iran's. */
const firstYear = 1583;
const dayMs = 86_400_000;

/** The day that the text begins with, after a weekday's name or a time; null when there is none, or none in the calendar. */
export function readDay(text: string): DayReading | null {
  const date = timeLast(withDigits(text));
  const { rest, weekdays } = skipWeekday(date);
  // Mar 5 2024 begins with a month, mar. 5 mars 2024 with a weekday of the same letters.
  return dayIn(date, []) ?? (rest === date ? null : dayIn(rest, weekdays));
}

/** `14:05, 1 May 2024` with its time where others have it. */
function timeLast(text: string): string {
  const [, time, day] =
    /^(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?(?:\s*[a-z]{2,5}(?=,))?)[\s,|·-]+(?:on\s+)?(.+)$/i.exec(text) ?? [];
  return time === undefined ? text : `${day} ${time}`;
}

function dayIn(date: string, weekdays: readonly number[]): DayReading | null {
  for (const form of dayForms) {
    const match = form.exec(date);
    const groups = match?.groups;
    if (!groups || (groups.month !== undefined && Number.isNaN(monthOf(groups.month)))) continue;
    const at = midnightOf(groups, weekdays);
    return at === null ? null : { at, rest: skipWeekday(date.slice(match[0].length)).rest };
  }
  const [, month, day, time, zone, year] = asctime.exec(date) ?? [];
  const at = month === undefined ? null : midnightOf({ year, month, day }, []);
  return at === null ? null : { at, rest: ` ${time} ${zone ?? ""}` };
}

const monthOf = (name: string): number => readMonth(name.replace(/\s/g, "")) ?? Number.NaN;

function midnightOf(groups: DayGroups, weekdays: readonly number[]): number | null {
  const year = groups.roc
    ? readYear(groups.roc, "民國", "民國")
    : readYear(groups.year ?? "", groups.era, /\p{L}/u.test(groups.month ?? "") ? "1900" : "民國");
  if (!(year >= firstYear)) return null;
  if (groups.week) return dayOfWeek(year, Number(groups.week), Number(groups.weekday ?? 1));
  if (groups.ordinal) return dayOfYear(year, Number(groups.ordinal));
  if (groups.first) return eitherOrder(year, Number(groups.first), Number(groups.second), weekdays);
  return dayOf(year, monthOf(groups.month ?? "1"), Number(groups.day ?? 1));
}

/** Null for February 30 and the like: a date that the calendar does not have is a misreading. */
function dayOf(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  return day > 0 && new Date(at).getUTCMonth() === month - 1 ? at : null;
}

function dayOfYear(year: number, ordinal: number): number | null {
  const at = Date.UTC(year, 0, ordinal);
  return ordinal > 0 && new Date(at).getUTCFullYear() === year ? at : null;
}

/** ISO 8601: weeks begin on Monday, the first is that of January 4. */
function dayOfWeek(year: number, week: number, weekday: number): number | null {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs;
  return week >= 1 && week <= 53 ? monday + ((week - 1) * 7 + weekday - 1) * dayMs : null;
}

/** 05/01/2024 is May 1 in America and January 5 elsewhere: null unless the calendar or the weekday beside it leaves one of them. */
function eitherOrder(year: number, first: number, second: number, weekdays: readonly number[]): number | null {
  const days = new Set([dayOf(year, second, first), dayOf(year, first, second)].filter((at) => at !== null));
  const meant = days.size > 1 ? [...days].filter((at) => weekdays.includes(new Date(at).getUTCDay())) : [...days];
  return meant.length === 1 ? (meant[0] ?? null) : null;
}
