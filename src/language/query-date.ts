// Dates as people type them in a search: 2023-10-01, 10月1日, yesterday, 7d.
import { addDays, beginningOfDay, type CalendarDay, dayAt } from "./calendar-day.ts";

interface DateContext {
  readonly now: number;
  readonly timeZone: string;
}

const namedDays: readonly (readonly [names: string, days: number])[] = [
  ["today 今天 今日 きょう 오늘 วันนี้", 0],
  ["yesterday 昨天 昨日 きのう 어제 เมื่อวาน เมื่อวานนี้", -1],
  ["前天 一昨日 おととい 그저께 เมื่อวานซืน", -2],
  ["tomorrow 明天 明日 あした 내일 พรุ่งนี้", 1],
];
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
  const date = text.normalize("NFKC").trim().toLowerCase();
  const today = dayAt(now, timeZone);
  const days = namedDays.find(([names]) => names.split(" ").includes(date))?.[1];
  if (days !== undefined) return beginningOfDay(addDays(today, days), timeZone);
  const day = readDay(date, today);
  if (day !== null) return beginningOfDay(day, timeZone);
  return readSpan(date, now);
}

/** 2023-10-01, 2023/10/1, 20231001, 2023-10, 2023年10月1日, 10月1日 and 10/1 of this year, 27 พ.ย. 2569; years from 2400 on are of the Buddhist era. */
function readDay(date: string, today: CalendarDay): CalendarDay | null {
  const full =
    /^(?<year>\d{4})[-/.年]\s?(?<month>\d{1,2})(?:[-/.月]\s?(?<day>\d{1,2})日?)?月?$/.exec(date) ??
    /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/.exec(date) ??
    /^(?<month>\d{1,2})[-/月]\s?(?<day>\d{1,2})日?$/.exec(date);
  if (full === null) return readThaiDay(date, today);
  const { year, month, day } = full.groups ?? {};
  return { year: commonYear(Number(year ?? today.year)), month: Number(month), day: Number(day ?? 1) };
}

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

/** The instant so many hours, days, weeks, months or years before now (`7d`, `3小時`, `week`); null for no span. */
export function readSpan(text: string, now: number): number | null {
  const [, count, name] = /^(\d{0,4})\s?(\D+)$/.exec(text.normalize("NFKC").trim().toLowerCase()) ?? [];
  const unit = units.find(([names]) => names.test((name ?? "").trim()))?.[1];
  return unit === undefined ? null : now - Number(count || 1) * unit;
}
