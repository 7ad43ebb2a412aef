// Dates that depend on the day of writing: 今天, yesterday, 去年, next week, 星期四.
import { addDays, type CalendarDay } from "../calendar-day.ts";
import { type DateReader, daysAfter, type Found, type Parts } from "./date-reader.ts";

type Period = "day" | "week" | "month" | "year";

const words: readonly (readonly [pattern: string, period: Period, offset: number])[] = [
  ["一昨日|前天|그제", "day", -2],
  ["今[天日早晨晚]|本日|오늘|\\btoday\\b|\\btonight\\b|\\bthis (?:morning|afternoon|evening)\\b", "day", 0],
  ["昨[天日晚夜]|어제|\\byesterday\\b|\\blast night\\b", "day", -1],
  ["明[天日早晚]|내일|\\btomorrow\\b", "day", 1],
  ["后天|明后日|모레", "day", 2],
  ["今年|本年|올해|\\bthis year\\b", "year", 0],
  ["去年|昨年|지난해|작년|\\blast year\\b", "year", -1],
  ["前年|재작년", "year", -2],
  ["明年|来年|내년|\\bnext year\\b", "year", 1],
  ["本月|这个月|今月|이번 ?달|\\bthis month\\b", "month", 0],
  ["上个?月|先月|지난 ?달|\\blast month\\b", "month", -1],
  ["下个?月|来月|다음 ?달|\\bnext month\\b", "month", 1],
  ["[本这]周|今周|이번 ?주|\\bthis week\\b", "week", 0],
  ["上周|先周|지난 ?주|\\blast week\\b", "week", -1],
  ["下周|来周|다음 ?주|\\bnext week\\b", "week", 1],
];

const weekdays = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

/** After the dates that name a month or a day. */
export const relativeDates: readonly DateReader[] = [
  {
    pattern: new RegExp(
      `(?:星期|礼拜|周)(?<zh>[一二三四五六日天])(?![次个])|(?<ja>[日月火水木金土])曜日?|(?<ko>[일월화수목금토])요일|\\b(?<en>${weekdays.join("|")})s?\\b`,
      "g",
    ),
    read: (parts, published) => [onWeekday(parts, published)],
  },
  ...words.map(
    ([pattern, period, offset]): DateReader => ({
      pattern: new RegExp(pattern, "g"),
      read: (_, published) => [inPeriod(period, offset, published)],
    }),
  ),
];

function onWeekday({ zh, ja, ko, en }: Parts, published: CalendarDay | null): Found {
  const places = [
    "日一二三四五六".indexOf(zh === "天" ? "日" : (zh ?? "?")),
    "日月火水木金土".indexOf(ja ?? "?"),
    "일월화수목금토".indexOf(ko ?? "?"),
    weekdays.indexOf(en ?? ""),
  ];
  const index = Math.max(...places);
  // The last one or the next: the text leaves it open.
  const days = Array.from({ length: 13 }, (_, at) => at - 6);
  const near = published === null ? [] : days.filter((after) => weekdayOf(addDays(published, after)) === index);
  return { asks: [`wd:${index}`], gives: [`wd:${index}`, ...near.flatMap((after) => daysAfter(published, after))] };
}

const weekdayOf = ({ year, month, day }: CalendarDay): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

function inPeriod(period: Period, offset: number, published: CalendarDay | null): Found {
  const own = `rel:${period}${offset}`;
  if (period === "day") return { asks: [own], gives: [own, ...daysAfter(published, offset)] };
  const year = period === "year" && published !== null ? [`y:${published.year + offset}`] : [];
  return { asks: [own], gives: [own, ...year] };
}
