// Days that people name by today: yesterday, last week, Monday, this month.
import { addDays, type CalendarDay } from "./calendar-day.ts";

/** The first day of what the text names, in lower case; null when it names no day so. Weeks begin on Monday. */
export function relativeDay(text: string, today: CalendarDay): CalendarDay | null {
  const name = text.replace(/\s+/g, " ");
  const found = named.find(([names]) => names.split("|").includes(name));
  return found === undefined ? weekdayNamed(name, today) : found[1](today);
}

const daysAgo = (days: number) => (today: CalendarDay) => addDays(today, -days);
const weeksAgo = (weeks: number) => (today: CalendarDay) => addDays(today, -weekdayOf(today) - 7 * weeks);
const yearsAgo = (years: number) => (today: CalendarDay) => ({ year: today.year - years, month: 1, day: 1 });
const monthsAgo =
  (months: number) =>
  ({ year, month }: CalendarDay): CalendarDay => {
    const first = new Date(Date.UTC(year, month - 1 - months, 1));
    return { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day: 1 };
  };

const named: readonly (readonly [names: string, day: (today: CalendarDay) => CalendarDay])[] = [
  ["today|今天|今日|きょう|오늘|วันนี้", daysAgo(0)],
  ["yesterday|昨天|昨日|きのう|어제|เมื่อวาน|เมื่อวานนี้", daysAgo(1)],
  ["前天|一昨日|おととい|그저께|เมื่อวานซืน", daysAgo(2)],
  ["tomorrow|明天|明日|あした|내일|พรุ่งนี้", daysAgo(-1)],
  [
    "this week|本週|本周|這週|这周|這星期|这星期|這個星期|这个星期|這禮拜|今週|이번 주|이번주|สัปดาห์นี้|อาทิตย์นี้",
    weeksAgo(0),
  ],
  [
    "last week|上週|上周|上星期|上個星期|上个星期|上禮拜|上個禮拜|先週|지난주|지난 주|สัปดาห์ที่แล้ว|สัปดาห์ก่อน|อาทิตย์ที่แล้ว",
    weeksAgo(1),
  ],
  ["this month|本月|這個月|这个月|今月|이번 달|이번달|เดือนนี้", monthsAgo(0)],
  ["last month|上個月|上个月|上月|先月|지난달|지난 달|เดือนที่แล้ว|เดือนก่อน", monthsAgo(1)],
  ["this year|今年|올해|ปีนี้", yearsAgo(0)],
  ["last year|去年|昨年|작년|지난해|ปีที่แล้ว|ปีก่อน", yearsAgo(1)],
];

/** From Monday on. */
const weekdays: readonly string[] = [
  "monday|mon|星期一|週一|周一|禮拜一|礼拜一|月曜|月曜日|월요일|จันทร์|วันจันทร์",
  "tuesday|tue|星期二|週二|周二|禮拜二|礼拜二|火曜|火曜日|화요일|อังคาร|วันอังคาร",
  "wednesday|wed|星期三|週三|周三|禮拜三|礼拜三|水曜|水曜日|수요일|พุธ|วันพุธ",
  "thursday|thu|星期四|週四|周四|禮拜四|礼拜四|木曜|木曜日|목요일|พฤหัสบดี|วันพฤหัสบดี|วันพฤหัส",
  "friday|fri|星期五|週五|周五|禮拜五|礼拜五|金曜|金曜日|금요일|ศุกร์|วันศุกร์",
  "saturday|sat|星期六|週六|周六|禮拜六|礼拜六|土曜|土曜日|토요일|เสาร์|วันเสาร์",
  "sunday|sun|星期日|星期天|週日|周日|禮拜日|禮拜天|礼拜日|礼拜天|日曜|日曜日|일요일|อาทิตย์|วันอาทิตย์",
];

/** The latest day of that name, today's too; of last week where the text says so. */
function weekdayNamed(name: string, today: CalendarDay): CalendarDay | null {
  const [, last, day = ""] = /^(上個?|上个|先週の|지난주 )?(.+)$/.exec(name) ?? [];
  const weekday = weekdays.findIndex((names) => names.split("|").includes(day));
  if (weekday === -1) return null;
  if (last !== undefined) return addDays(weeksAgo(1)(today), weekday);
  return addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
}

/** 0 for Monday. */
const weekdayOf = ({ year, month, day }: CalendarDay): number =>
  (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
