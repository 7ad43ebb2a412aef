// A standing order in one line, taken apart: `高雄 tag:政治 每天 8點 Asia/Taipei` is what, when and in whose time.
import type { Arguments } from "../records/question.ts";
import { beginsSchedule, findSchedule, isClockTime } from "./schedule-text.ts";
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
  const endingWith = (isWhen: (text: string) => boolean) => {
    // The earliest start is the longest schedule: `weekly mon 08:00`, not what is left of it.
    const at = starts.find((start) => isWhen(line.slice(start)));
    return at === undefined ? null : { what: line.slice(0, at).trim(), when: line.slice(at) };
  };
  const end = starts.toReversed().find((at) => isRhythm(line.slice(0, at)));
  const beginning = end === undefined ? null : { what: line.slice(end).trim(), when: line.slice(0, end).trim() };
  // A time alone comes last: in 每月 8點 it is but a part of what was meant.
  return (
    endingWith(isRhythm) ??
    beginning ??
    endingWith(beginsSchedule) ??
    endingWith(isClockTime) ?? { what: line, when: "" }
  );
}

/** A schedule that says how often. A time of day alone counts at the end of a line only: `20:00 News` is a subject. */
const isRhythm = (text: string): boolean => findSchedule(text) !== null && !isClockTime(text);

// What no name of a programme ends with, though a time may.
const partsOfDay = "[早晚]上|[上下]午|中午|傍晚|晚間|晚间|午[前後后]|早朝|深夜|오전|오후|아침|저녁";

/** Where a schedule may begin: at each word, and at those that need no space before them. */
function possibleStarts(line: string): number[] {
  const start = new RegExp(
    `(?<=^|\\s)\\S|[每毎]|平日|工作日|週末|周末|매일|매주|평일|주말|ทุก|(?:${partsOfDay})(?= ?[\\d〇零一二三四五六七八九十兩两])`,
    "gu",
  );
  return [...line.matchAll(start)].map((match) => match.index);
}
