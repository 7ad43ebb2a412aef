// A standing order in one line, taken apart: `高雄 tag:政治 每天 8點 Asia/Taipei` is what, when and in whose time.
import type { Arguments } from "../records/question.ts";
import { beginsSchedule, findSchedule } from "./schedule-text.ts";
import { isTimeZone } from "./time-zone.ts";

const zonePattern = /(?:^|\s)(?:tz|time ?zone|時區|时区|タイムゾーン|시간대|เขตเวลา)[:：]\s*(\S+)/iu;

/**
 * `what`, `when` and `timezone` as typed, each only where it was given. The schedule stands at the end or at the start;
 * one that is meant but mistyped is `when` too, so that its reader can say what is wrong.
 */
export function readOrder(line: string): Arguments {
  const { timezone, rest } = takeZone(line);
  const { what, when } = takeSchedule(rest.replace(/\s+/g, " ").trim());
  return { ...(what && { what }), ...(when && { when }), ...(timezone && { timezone }) };
}

function takeZone(line: string): { timezone: string; rest: string } {
  const named = zonePattern.exec(line);
  if (named?.[1]) return { timezone: named[1], rest: line.replace(named[0], " ") };
  const tokens = line.split(/\s+/);
  const timezone = tokens.find((token) => token.includes("/") && isTimeZone(token)) ?? "";
  return { timezone, rest: tokens.filter((token) => token !== timezone).join(" ") };
}

function takeSchedule(line: string): { what: string; when: string } {
  const starts = possibleStarts(line);
  const ends = starts.toReversed();
  // The earliest start is the longest schedule: `weekly mon 08:00`, not what is left of it.
  const start = starts.find((at) => findSchedule(line.slice(at)) !== null);
  if (start !== undefined) return { what: line.slice(0, start).trim(), when: line.slice(start) };
  const end = ends.find((at) => findSchedule(line.slice(0, at)) !== null);
  if (end !== undefined) return { what: line.slice(end).trim(), when: line.slice(0, end).trim() };
  const meant = starts.find((at) => beginsSchedule(line.slice(at)));
  return meant === undefined
    ? { what: line, when: "" }
    : { what: line.slice(0, meant).trim(), when: line.slice(meant) };
}

/** Where a schedule may begin: at each word, and at those that need no space before them. */
function possibleStarts(line: string): number[] {
  return [...line.matchAll(/(?<=^|\s)\S|[每毎]|平日|工作日|週末|周末|매일|매주|평일|주말|ทุก/gu)].map(
    (match) => match.index,
  );
}
