// When an article was published, from what its page says in the forms that publishers use.
import { elementsOf, lineOf, type PageElement } from "./page-tree.ts";

const hourMs = 3_600_000;

/**
 * Minutes east of UTC to read a time without a zone in: the zone of the language's region, else of the address'
 * country; UTC when neither tells. Chinese is read at +08:00 everywhere, Japanese and Korean at +09:00.
 */
export function assumedOffset(language: string | null, url: string | null): number {
  const country = /\.(tw|hk|mo|cn|sg|jp|kr)(?:[:/]|$)/i.exec(URL.parse(url ?? "")?.host ?? "")?.[1]?.toLowerCase();
  const primary = language?.toLowerCase().split(/[-_]/)[0];
  if (primary === "zh") return 480;
  if (primary === "ja" || primary === "ko") return 540;
  if (country === undefined) return 0;
  return country === "jp" || country === "kr" ? 540 : 480;
}

/** Epoch milliseconds of a date as written, read at `offset` (minutes) when it names no zone; null when it is none. Years 1990 to 2099. */
export function readInstant(text: string, offset: number): number | null {
  const line = text.slice(0, 200).normalize("NFKC");
  const date = numericDate(line) ?? englishDate(line);
  if (date === null) return null;
  const time = readTime(line.slice(date.end));
  const instant =
    Date.UTC(date.year, date.month - 1, date.day, time.hour, time.minute, time.second) -
    (time.offset ?? offset) * 60_000;
  const isReal =
    date.year >= 1990 && date.year < 2100 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
  return isReal && Number.isFinite(instant) ? instant : null;
}

interface DayFound {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Where the date ends in the text. */
  readonly end: number;
}

/** 2023-10-05, 2023/10/5, 2023.10.05., 2023年10月5日, 2023년 10월 5일 */
function numericDate(line: string): DayFound | null {
  const found = /(?<!\d)((?:19|20)\d\d)\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)\s?[日일.]?/.exec(line);
  return found === null
    ? null
    : { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]), end: found.index + found[0].length };
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";

/** October 5, 2023 and 5 October 2023 */
function englishDate(line: string): DayFound | null {
  const first = new RegExp(`\\b${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)\\b`, "i").exec(line);
  if (first !== null)
    return {
      year: Number(first[3]),
      month: monthOf(first[1]),
      day: Number(first[2]),
      end: first.index + first[0].length,
    };
  const second = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${monthName},?\\s+((?:19|20)\\d\\d)\\b`, "i").exec(line);
  if (second !== null)
    return {
      year: Number(second[3]),
      month: monthOf(second[2]),
      day: Number(second[1]),
      end: second.index + second[0].length,
    };
  return null;
}

const monthOf = (name: string | undefined): number => months.indexOf(name?.toLowerCase() ?? "") + 1;

interface TimeFound {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; null when the text names no zone. */
  readonly offset: number | null;
}

const midnight: TimeFound = { hour: 0, minute: 0, second: 0, offset: null };

function readTime(rest: string): TimeFound {
  const found =
    /^.{0,16}?(上午|下午|晚上|凌晨|中午|午前|午後|오전|오후)?\s?(\d{1,2})\s?[:時时点點시]\s?(\d{1,2})(?:\s?[分분])?(?::(\d{2})(?:[.,]\d+)?)?\s?([ap]\.?m\.?)?\s?(Z\b|UTC|GMT|JST|KST|HKT|[+-]\d{2}:?\d{2})?/i.exec(
      rest,
    );
  if (found === null) return midnight;
  const [, eastern, hour, minute, second, western, zone] = found;
  const time = {
    hour: hourOf(Number(hour), (eastern ?? western ?? "").toLowerCase()),
    minute: Number(minute),
    second: Number(second ?? 0),
    offset: zoneOffset(zone),
  };
  return time.hour < 24 && time.minute < 60 ? time : midnight;
}

function hourOf(hour: number, half: string): number {
  const isAfternoon = half.startsWith("p") || ["下午", "晚上", "午後", "오후"].includes(half);
  if (isAfternoon) return hour < 12 ? hour + 12 : hour;
  const isMorning = half.startsWith("a") || ["上午", "凌晨", "午前", "오전"].includes(half);
  return isMorning && hour === 12 ? 0 : hour;
}

const namedZones: Readonly<Record<string, number>> = { z: 0, utc: 0, gmt: 0, hkt: 480, jst: 540, kst: 540 };

function zoneOffset(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const named = namedZones[zone.toLowerCase()];
  if (named !== undefined) return named;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith("-") ? -1 : 1) * ((hours * hourMs) / 60_000 + minutes);
}

/** The first time that the page shows or marks: `time[datetime]`, microdata, then short texts in boxes named after dates. */
export function visibleTime(page: PageElement, offset: number): number | null {
  let shown: number | null = null;
  for (const element of elementsOf(page)) {
    const { tag, attributes } = element;
    if (tag === "time" || /datepublished/i.test(attributes.itemprop ?? "")) {
      const marked = readInstant(attributes.datetime ?? attributes.content ?? lineOf(element), offset);
      if (marked !== null) return marked;
    }
    if (shown === null && isDateBox(attributes)) shown = readInstant(lineOf(element), offset);
  }
  return shown;
}

const isDateBox = ({ class: names = "", id = "" }: PageElement["attributes"]): boolean =>
  /(?:^|[\s_-])(?:date|time|published?|pub|posted|update[d]?(?:time)?|(?:news|article|post|story)(?:date|time|info)|timestamp)(?:$|[\s_-])/i.test(
    `${names} ${id}`,
  );
