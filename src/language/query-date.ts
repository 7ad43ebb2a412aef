// Dates as people type them in a search: 2023-10-01, 10月1日, yesterday, last week, 7d.
import { beginningOfDay, type CalendarDay, dayAt } from "./calendar-day.ts";
import { hanNumber, withDigits } from "./instant/han-number.ts";
import { relativeDay } from "./relative-day.ts";

interface DateContext {
  readonly now: number;
  readonly timeZone: string;
}

const unitMs = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
} as const;
const units: readonly (readonly [names: RegExp, ms: number])[] = [
  [/^(h|hours?|小時|小时|時間|시간|ชั่วโมง|ชม\.?)$/, unitMs.hour],
  [/^(d|days?|天|日|일|วัน)$/, unitMs.day],
  [/^(w|weeks?|週|周|星期|週間|주|สัปดาห์|อาทิตย์)$/, unitMs.week],
  [/^(m|months?|個月|个月|か月|ヶ月|カ月|개월|달|เดือน)$/, unitMs.month],
  [/^(y|years?|年|년|ปี)$/, unitMs.year],
];

/** The instant that a date begins in the zone, or that many hours, days, weeks, months or years before now; epoch milliseconds, null for no date. */
export function readDate(text: string, { now, timeZone }: DateContext): number | null {
  const date = withDigits(text.normalize("NFKC").trim().toLowerCase());
  const today = dayAt(now, timeZone);
  const day = relativeDay(date, today) ?? readDay(date, today);
  return day === null ? readSpan(date.replace(agoPattern, ""), now) : beginningOfDay(day, timeZone);
}

const agoPattern = /\s?(?:ago|以前|前|전|ก่อน|ที่แล้ว)$/;

/**
 * 2023-10-01, 2023/10/1, 20231001, 2023-10, 2023, 2023年10月1日, 10月, 10月1日 and 10/1 of this year, 27 พ.ย. 2569. Years from 2400 on are of
 * the Buddhist era; 民國112年 of the Republic of China's, and 112年 too: ten years of its count would be long ago, and are a span.
 */
function readDay(date: string, today: CalendarDay): CalendarDay | null {
  const full =
    /^(?<year>\d{4})年?$/.exec(date) ??
    /^(?:(?:民國|民国)(?=\d)|(?=8\d年|9\d年|1\d\d年))(?<minguo>\d{1,3})年(?:\s?(?<month>\d{1,2})月(?:\s?(?<day>\d{1,2})日)?)?$/.exec(
      date,
    ) ??
    /^(?<year>\d{4})[-/.年]\s?(?<month>\d{1,2})(?:[-/.月]\s?(?<day>\d{1,2})日?)?月?$/.exec(date) ??
    /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/.exec(date) ??
    /^(?<month>\d{1,2})[-/月]\s?(?<day>\d{1,2})日?$/.exec(date) ??
    /^(?<month>\d{1,2})月$/.exec(date);
  if (full === null) return readThaiDay(date, today);
  const { year = today.year, minguo, month = 1, day = 1 } = full.groups ?? {};
  const common = minguo === undefined ? commonYear(Number(year)) : Number(minguo) + minguoBegan;
  return { year: common, month: Number(month), day: Number(day) };
}

// Its first year was 1912.
const minguoBegan = 1911;

const thaiMonths = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(" ");
const thaiMonthNames = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(
  " ",
);

function readThaiDay(date: string, today: CalendarDay): CalendarDay | null {
  const [, day, name = "", year] = /^(\d{1,2}) ?([ก-๙.]+?) ?(\d{4})?$/.exec(date) ?? [];
  const month = 1 + Math.max(thaiMonths.indexOf(name), thaiMonthNames.indexOf(name));
  return month === 0 ? null : { year: commonYear(Number(year ?? today.year)), month, day: Number(day) };
}

/** Thai media count from the year of the Buddha, 543 before the common era. */
const commonYear = (year: number): number => (year >= 2400 && year < 2700 ? year - 543 : year);

/** The instant so many hours, days, weeks, months or years before now (`7d`, `3小時`, `兩週`, `半年`, `week`); null for no span. */
export function readSpan(text: string, now: number): number | null {
  const [, count = "", name = ""] = spanPattern.exec(text.normalize("NFKC").trim().toLowerCase()) ?? [];
  const unit = units.find(([names]) => names.test(name.trim()))?.[1];
  return unit === undefined ? null : now - countOf(count) * unit;
}

const spanPattern = /^(\d{1,4}|[一二三四五六七八九十百兩两]{1,4}|半|)\s?(\D+)$/;

function countOf(count: string): number {
  if (count === "半") return 0.5;
  if (/^\d*$/.test(count)) return Number(count || 1);
  return hanNumber(count.replace(/[兩两]/g, "二"));
}
