// Dates that name a year, a month or a day: 2023年10月26日, 民國112年, Oct. 26, 26日, 10/26, 10월 26일.
import { addDays, type CalendarDay } from "../calendar-day.ts";
import {
  type DateReader,
  dayOfMonth,
  eitherOf,
  type Found,
  numberOf,
  type Parts,
  smallNumber,
  stating,
} from "./date-reader.ts";

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const surelyMonths =
  "jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const months = `${surelyMonths}|mar(?:ch)?|may`;
const digit = "〇零○一二三四五六七八九";
/** The year before the first. */
const eras: Readonly<Record<string, number>> = { 民国: 1911, 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911 };

const monthOf = (name: string | undefined): number => monthNames.indexOf((name ?? "").slice(0, 3)) + 1;
const some = (found: Found | null): readonly Found[] => (found === null ? [] : [found]);
const reader = (pattern: RegExp, read: DateReader["read"]): DateReader => ({ pattern, read });

/** In the order in which they take their share of the text. */
export const calendarDates: readonly DateReader[] = [
  reader(/(?<y>(?:19|20)\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)/g, ({ y, m, d }) => {
    const day = dayOfMonth(Number(m), Number(d));
    return day === null ? [] : [day, stating(`y:${y}`)];
  }),
  reader(
    new RegExp(`(?<era>民国|令和|平成|昭和|大正) ?(?<y>\\d{1,3}|元|[${digit}十百]{1,5}) ?年(?!间|来|前|后)`, "g"),
    eraYear,
  ),
  reader(new RegExp(`(?<y>(?:1[89]|20)\\d\\d|[一二][${digit}]{3}) ?[年년](?!间|来)[代度份]?`, "g"), ({ y }) => [
    stating(`y:${numberOf(y)}`),
  ]),
  // In Taiwan 112年 is a year as a rule, and may be a span of years.
  reader(/(?<y>[89]\d|1[0-4]\d)年(?!间|来|前|后|级|代|历|以|度)/g, ({ y }) => [
    stating(`y:${Number(y) + 1911}`, `n:${y}`, `q:${y}year`),
  ]),
  reader(
    new RegExp(`(?<m>${smallNumber}) ?[月월](?:份)? ?(?:(?<d>${smallNumber}) ?[日号일](?!间))?`, "g"),
    ({ m, d }) => (d === undefined ? inMonth(numberOf(m)) : some(dayOfMonth(numberOf(m), numberOf(d)))),
  ),
  reader(new RegExp(`\\b(?<m>${months})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)`, "g"), namedDay),
  reader(new RegExp(`\\b(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m>${months})\\b`, "g"), namedDay),
  reader(new RegExp(`\\b(?<m>${months})\\.?,? (?<y>(?:19|20)\\d\\d)\\b`, "g"), ({ m, y }) => [
    ...inMonth(monthOf(m)),
    stating(`y:${y}`),
  ]),
  reader(new RegExp(`\\b(?<m>${surelyMonths.replace("jan(?:uary)?", "january")})\\b`, "g"), ({ m }) =>
    inMonth(monthOf(m)),
  ),
  // May and march are verbs as well.
  reader(/\b(?:in|of|last|next|since|until|early|late|mid)[- ](?<m>march|may)\b/g, ({ m }) => inMonth(monthOf(m))),
  reader(
    new RegExp(`(?<d>${smallNumber}) ?日(?!间|本|报|语|文|军|元|圆|币)|(?<k>\\d{1,2}) ?일(?!간)`, "g"),
    ({ d, k }, published) => {
      const day = numberOf(d ?? k);
      // 三日 may be three days as well as the third.
      return day >= 1 && day <= 31 ? [eitherOf(dayNear(day, published), stating(`q:${day}day`))] : [];
    },
  ),
  reader(/(?<d>\d{1,2}) ?号/g, ({ d }, published) =>
    Number(d) > 31 ? [] : [eitherOf(dayNear(Number(d), published), stating(`n:${Number(d)}`))],
  ),
  reader(/(?<![\d/.])(?<a>\d{1,2})\/(?<b>\d{1,2})(?![\d/])/g, slashed),
];

function eraYear({ era = "", y }: Parts): readonly Found[] {
  const year = y === "元" ? 1 : numberOf(y);
  return Number.isNaN(year) ? [] : [stating(`y:${year + (eras[era] ?? 0)}`)];
}

function namedDay({ m, d }: Parts): readonly Found[] {
  return some(dayOfMonth(monthOf(m), Number(d)));
}

const inMonth = (month: number): readonly Found[] => (month >= 1 && month <= 12 ? [stating(`m:${month}`)] : []);

/** Newsrooms leave out the month: the day nearest to publication is meant. */
function dayNear(day: number, published: CalendarDay | null): Found {
  const offsets = Array.from({ length: 31 }, (_, index) => (index % 2 === 0 ? -index / 2 : (index + 1) / 2));
  const near =
    published === null ? undefined : offsets.map((days) => addDays(published, days)).find((one) => one.day === day);
  const gives = near === undefined ? [] : (dayOfMonth(near.month, near.day)?.gives ?? []);
  return { asks: [`day:${day}`], gives: [`day:${day}`, ...gives] };
}

/** 10/26 is the 26th of October wherever it is read; 4/5 may be a day of April, of May, or four fifths. */
function slashed({ a, b }: Parts): readonly Found[] {
  const [first, second] = [Number(a), Number(b)];
  const dates = [dayOfMonth(first, second), dayOfMonth(second, first)].flatMap(some);
  return dates.length === 0 ? [] : [eitherOf(...dates, stating(`of:${first}/${second}`))];
}
