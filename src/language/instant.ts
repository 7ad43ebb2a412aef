// The publication times that feeds, pages and posts write, in every form that real publishers use.

import { readClock } from "./instant/clock.ts";
import { readDay } from "./instant/day.ts";
import { readEpoch } from "./instant/epoch.ts";
import { readOffset } from "./instant/zone.ts";

/**
 * The instant in epoch milliseconds, or null for what is no date. Reads RFC 822 (two-digit years, any zone), ISO 8601 and its
 * fragments, asctime, `2023年9月27日 下午1:47`, `民國112年9月27日`, `112/09/27`, `令和5年`, `2004년 05월 28일 오후 01:31`, names of months
 * and weekdays in some thirty languages, `週三, 27 九月 2023`, and epoch seconds or milliseconds. A day and month in an order that
 * nothing tells (`05/01/2024`) are no date. Without a zone, a date in Chinese or of the Republic is UTC+8, a Japanese or Korean one
 * UTC+9, a Thai or Vietnamese one UTC+7, any other UTC. Time left out is midnight; a month or day left out is the first.
 */
export function readInstant(text: string): number | null {
  const date = text.slice(0, 200).normalize("NFKC").trim();
  const epoch = readEpoch(date);
  if (epoch !== null) return epoch;
  const day = readDay(date);
  if (day === null) return null;
  const clock = readClock(day.rest);
  if (clock === null) return null;
  const wallMs = day.at + clock.ms;
  const local = localOffset(date);
  // CST is America's, save in Chinese.
  const isChinaTime = local === 480 && /^[\s(]*CST\b/.test(clock.rest);
  return wallMs - ((isChinaTime ? local : readOffset(clock.rest, wallMs)) ?? local) * 60_000;
}

/** Minutes east of UTC that a date means when it names no zone, by the script it is written in. */
function localOffset(date: string): number {
  if (/[가-힣]|令和|平成|昭和|午[前後]|時|曜/.test(date) && !/[上下]午|星期|[週周禮拜]/.test(date)) return 540;
  if (/[年月日]|[上下]午|[週周][一二三四五六]|民[國国]|^1\d\d[-/.]\d/.test(date)) return 480;
  return /\p{Script=Thai}|tháng/u.test(date) ? 420 : 0;
}
