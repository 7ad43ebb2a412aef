// Dates as people type them in a search: 2023-10-01, 10月1日, yesterday, 7d.
import { addDays, beginningOfDay, type CalendarDay, dayAt } from "./calendar-day.ts";

interface DateContext {
  readonly now: number;
  readonly timeZone: string;
}

const namedDays: readonly (readonly [names: string, days: number])[] = [
  ["today 今天 今日 きょう 오늘", 0],
  ["yesterday 昨天 昨日 きのう 어제", -1],
  ["前天 一昨日 おととい 그저께", -2],
  ["tomorrow 明天 明日 あした 내일", 1],
];
const unitMs = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
} as const;
const units: readonly (readonly [names: RegExp, ms: number])[] = [
  [/^(h|hours?|小時|小时|時間|시간)$/, unitMs.hour],
  [/^(d|days?|天|日|일)$/, unitMs.day],
  [/^(w|weeks?|週|周|星期|週間|주)$/, unitMs.week],
  [/^(m|months?|個月|个月|か月|ヶ月|カ月|개월|달)$/, unitMs.month],
  [/^(y|years?|年|년)$/, unitMs.year],
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

/** 2023-10-01, 2023/10/1, 20231001, 2023-10, 2023年10月1日, 10月1日 and 10/1 of this year. */
function readDay(date: string, today: CalendarDay): CalendarDay | null {
  const full =
    /^(?<year>\d{4})[-/.年]\s?(?<month>\d{1,2})(?:[-/.月]\s?(?<day>\d{1,2})日?)?月?$/.exec(date) ??
    /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/.exec(date) ??
    /^(?<month>\d{1,2})[-/月]\s?(?<day>\d{1,2})日?$/.exec(date);
  if (full === null) return null;
  const { year, month, day } = full.groups ?? {};
  return { year: Number(year ?? today.year), month: Number(month), day: Number(day ?? 1) };
}

/** The instant so many hours, days, weeks, months or years before now (`7d`, `3小時`, `week`); null for no span. */
export function readSpan(text: string, now: number): number | null {
  const [, count, name] = /^(\d{0,4})\s?(\D+)$/.exec(text.normalize("NFKC").trim().toLowerCase()) ?? [];
  const unit = units.find(([names]) => names.test((name ?? "").trim()))?.[1];
  return unit === undefined ? null : now - Number(count || 1) * unit;
}
