// The publication times that feeds, pages and posts write, in every form that real publishers use.

import { readClock } from "./instant/clock.ts";
import { readDay } from "./instant/day.ts";
import { readOffset } from "./instant/zone.ts";

/**
 * The instant in epoch milliseconds, or null for what is no date. Reads RFC 822 (two-digit years, any zone), ISO 8601 and its
 * fragments, asctime, `2023年9月27日 下午1:47`, `民國112年9月27日`, `令和5年`, `2004년 05월 28일 오후 01:31`, month names of
 * European languages, and epoch seconds or milliseconds. Without a zone a Chinese date is UTC+8, a Japanese or Korean one
 * UTC+9, any other UTC. Time left out is midnight; a month or day left out is the first.
 */
export function readInstant(text: string): number | null {
  const date = text.slice(0, 200).normalize("NFKC").trim();
  if (/^\d{10}$|^\d{13}$/.test(date)) return date.length === 10 ? Number(date) * 1000 : Number(date);
  const day = readDay(date);
  if (day === null) return null;
  const clock = readClock(day.rest);
  if (clock === null) return null;
  const offset = readOffset(clock.rest) ?? localOffset(date);
  return day.at + clock.ms - offset * 60_000;
}

/** Minutes east of UTC that a date means when it names no zone, by the script it is written in. */
function localOffset(date: string): number {
  if (/[가-힣]|令和|平成|昭和|午[前後]|時/.test(date) && !/[上下]午/.test(date)) return 540;
  return /[年月日]|[上下]午/.test(date) ? 480 : 0;
}
