// The day of a publication time: year, month and day in whatever order and script.
import { readMonth } from "./month.ts";

export interface DayReading {
  /** Midnight of the day, read as UTC. */
  readonly at: number;
  /** What follows the day. */
  readonly rest: string;
}

/** Years before the first of an era, so that its year n is this plus n. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  民國: 1911,
  民国: 1911,
  中華民國: 1911,
  中華民国: 1911,
};

/** Each has `year`, and `month` and `day` or `ordinal`; what follows the match is the time. First match wins. */
const forms: readonly RegExp[] = [
  // 民國112年9月27日, 令和5年9月27日, 2004년 05월 28일
  /^(?<era>令和|平成|昭和|(?:中華)?民[國国])?\s*(?<year>\d{1,4}|元)\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?:(?<day>\d{1,2})\s*[日일號号]?)?/,
  // 2003-12-31, 2003/12/31, 2003.12, and a single digit where two belong
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?(?!\d)/,
  // 20031231
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  // 2003-335, 2003335: the day of the year (ISO 8601)
  /^(?<year>\d{4})-?(?<ordinal>\d{3})(?!\d)/,
  // 03-12-31, 031231, 03-335 (ISO 8601:1988), and 2003
  /^(?<year>\d{2})(?<dash>-?)(?<month>\d{2})\k<dash>(?<day>\d{2})(?!\d)/,
  /^(?<year>\d{2})-?(?<ordinal>\d{3})(?!\d)/,
  /^(?<year>\d{4})(?=$|[T\s])/,
  // 2004-július-13
  /^(?<year>\d{4})[-\s.]+(?<month>\p{L}{3,})[-\s.]+(?<day>\d{1,2})(?!\d)/u,
  // 31 Dec 2003, 1-Jan-04, 31. Dezember 2003, 31 de diciembre de 2003 (RFC 822 and kin)
  /^(?<day>\d{1,2})[-\s.]*(?:de\s)?(?<month>\p{L}{3,})\.?,?[-\s]*(?:de\s)?(?<year>\d{2,4})(?!\d)/u,
  // December 31, 2003 and Dec 31st 2003
  /^(?<month>\p{L}{3,})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)/u,
];

/** asctime: the year stands behind the time, a zone may stand between. */
const asctime = /^(\p{L}{3,})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*([A-Za-z]{1,5}|[+-]\d{4})?\s+(\d{4})$/u;

/** The day that the text begins with, after a weekday's name; null when there is none, or none in the calendar. */
export function readDay(text: string): DayReading | null {
  const date = withoutWeekday(text);
  for (const form of forms) {
    const match = form.exec(date);
    if (match) return dayOf(match.groups ?? {}, withoutWeekday(date.slice(match[0].length)));
  }
  const [, month, day, time, zone, year] = asctime.exec(date) ?? [];
  return dayOf({ year, month, day }, ` ${time} ${zone ?? ""}`);
}

function dayOf(groups: Readonly<Record<string, string | undefined>>, rest: string): DayReading | null {
  const year = fullYear(groups.year ?? "", groups.era);
  const month = groups.ordinal ? 1 : monthOf(groups.month ?? "1");
  const day = Number(groups.ordinal ?? groups.day ?? 1);
  if (month === null || Number.isNaN(year)) return null;
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  // February 30 and the like: a date that the calendar does not have is a misreading.
  const isReal = groups.ordinal ? date.getUTCFullYear() === year : date.getUTCMonth() === month - 1;
  return isReal && day > 0 && year >= 1000 ? { at, rest } : null;
}

function monthOf(text: string): number | null {
  if (!/^\d/.test(text)) return readMonth(text);
  const month = Number(text);
  return month >= 1 && month <= 12 ? month : null;
}

function fullYear(text: string, era: string | undefined): number {
  if (text === "") return Number.NaN;
  const year = text === "元" ? 1 : Number(text);
  if (era) return year + (eras[era] ?? 0);
  if (text.length > 3) return year;
  // RFC 5322, 4.3: two digits below 50 are of this century, three count from 1900.
  if (text.length === 2) return year < 50 ? year + 2000 : year + 1900;
  // Taiwan leaves out 民國 when nothing else can be meant.
  return year + 1911;
}

/** Drops `Thu, `, `Sun `, `Κυρ, `, `(三)`, `星期三`, `수요일`. */
function withoutWeekday(text: string): string {
  return text
    .replace(/^\s*\p{L}{2,}\.?,\s*/u, "")
    .replace(/^\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+(?=\p{L}|\d)/iu, "")
    .replace(
      /^\s*[([]?(?:星期|禮拜|礼拜|[週周])?[一二三四五六日天月火水木金土월화수목금토일](?:曜日?|요일)?[)\]]\s*/,
      " ",
    )
    .replace(/^\s*(?:(?:星期|禮拜|礼拜|[週周])[一二三四五六日天]|[月火水木金土日]曜日|[월화수목금토일]요일)\s*/, " ");
}
