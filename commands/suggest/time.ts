// Times, time zones and looks that may be meant.
import { describeSchedule, findSchedule } from "../../src/language/schedule-text.ts";
import { isTimeZone } from "../../src/language/time-zone.ts";
import type { CommandDesk, SuggestRequest } from "../../src/ports/command.ts";
import type { Suggestion } from "../../src/ports/platform.ts";
import type { Schedule } from "../../src/records/subscription.ts";

const usual: readonly (readonly [value: string, schedule: Schedule])[] = [
  ["daily 08:00", { kind: "daily", hour: 8, minute: 0 }],
  ["daily 12:00", { kind: "daily", hour: 12, minute: 0 }],
  ["daily 18:00", { kind: "daily", hour: 18, minute: 0 }],
  ["daily 21:00", { kind: "daily", hour: 21, minute: 0 }],
  ["hourly", { kind: "hourly" }],
  ["now", { kind: "now" }],
  ["weekly mon 08:00", { kind: "weekly", weekday: 1, hour: 8, minute: 0 }],
  ["weekly fri 18:00", { kind: "weekly", weekday: 5, hour: 18, minute: 0 }],
  ["weekly sun 09:00", { kind: "weekly", weekday: 0, hour: 9, minute: 0 }],
];

/** What was typed, where it is a time already, in words; then the usual times that it may become. */
export async function suggestSchedule(
  { typed, channel }: SuggestRequest,
  { timeZone }: CommandDesk,
): Promise<readonly Suggestion[]> {
  const labelOf = (schedule: Schedule) => describeSchedule(schedule, timeZone, channel.locale);
  const read = typed === "" ? null : findSchedule(typed);
  const offered = usual.map(([value, schedule]) => ({ label: labelOf(schedule), value }));
  const word = typed.toLowerCase();
  const fitting = offered.filter(({ label, value }) => label.toLowerCase().includes(word) || value.includes(word));
  const others = read === null && fitting.length === 0 ? offered : fitting;
  return read === null ? others : [{ label: labelOf(read), value: typed }, ...others];
}

let zones: readonly string[] | undefined;

/** The desk's own first, then those with the typed letters in their names. */
export async function suggestTimeZone(
  { typed }: SuggestRequest,
  { timeZone }: CommandDesk,
): Promise<readonly Suggestion[]> {
  zones ??= Intl.supportedValuesOf("timeZone");
  const wanted = typed.toLowerCase().replace(/\s+/g, "_");
  const fitting = [timeZone, ...zones, "UTC"].filter((zone) => zone.toLowerCase().includes(wanted));
  const typedZone = typed !== "" && isTimeZone(typed) ? [typed] : [];
  return [...new Set([...fitting, ...typedZone])].map((zone) => ({ label: zone, value: zone }));
}
