// Days as people name them, in their own time zone.
import { zoneOffsetMs } from "./zone-offset.ts";

/** A date of the Gregorian calendar; `month` is 1 to 12. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day that an instant falls on in an IANA time zone. */
export function dayAt(at: number, timeZone: string): CalendarDay {
  const wall = new Date(at + offsetMs(at, timeZone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/** The instant a day begins in an IANA time zone, epoch milliseconds; null for a day that no calendar has, such as 30 February. */
export function beginningOfDay({ year, month, day }: CalendarDay, timeZone: string): number | null {
  const wall = Date.UTC(year, month - 1, day);
  const date = new Date(wall);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  // The offset is that of the day's beginning, which a first guess may miss by a change of the clocks.
  const guess = wall - offsetMs(wall, timeZone);
  return wall - offsetMs(guess, timeZone);
}

/** The day so many days later; earlier when negative. */
export function addDays({ year, month, day }: CalendarDay, days: number): CalendarDay {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function offsetMs(at: number, timeZone: string): number {
  const offset = zoneOffsetMs(timeZone, at);
  if (offset === null) throw new RangeError(`${timeZone} is no time zone.`);
  return offset;
}
