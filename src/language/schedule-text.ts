// A schedule as people type it, read and written: `daily 08:00`, 每週一 8點半, 平日 7:30, 毎日 8時, 매주 월요일 8시, ทุกวัน 8 โมง.
import type { Locale, Localized } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import type { Schedule } from "../records/subscription.ts";
import { isOtherRhythm } from "./other-rhythm.ts";
import { readClockTime, readTimeOfDay, type TimeOfDay } from "./time-of-day.ts";

/** When no time of day is given. */
const morning: TimeOfDay = { hour: 8, minute: 0 };

const nowPattern =
  /^(now|at once|instantly|immediately|即時|即时|實時|实时|立即|立刻|馬上|马上|すぐ|すぐに|今すぐ|即時に|リアルタイム|즉시|바로|실시간|ทันที|เดี๋ยวนี้|เรียลไทม์)$/;
const hourlyPattern =
  /^(hourly|every hour|每(個|个)?(小時|小时|鐘頭|钟头)|毎時(間)?|1時間(ごと|毎|おき)(に)?|매시간?|매 ?시간|한 ?시간마다|1시간마다|ทุก ?1? ?ชั่วโมง|รายชั่วโมง)$/;
// 毎朝 and ทุกเช้า name the part of the day as well.
const dailyPattern =
  /^(?:daily|every ?day|every (?=morning|evening|afternoon|night)|每天|每日|天天|每(?=早|晚)|毎日|毎(?=朝|晩|夕方|夜)|매일|ทุกวัน|รายวัน|ทุก(?=เช้า|เที่ยง|เย็น|คืน))(?: at)?/;
const weeklyPattern =
  /^(?:weekly(?: on)?|every week(?: on)?|every(?= [a-z]+day| ?(?:sun|mon|tue|wed|thu|fri|sat))|每個?(?:週|周|星期|禮拜|礼拜)|每逢(?:週|周|星期)|毎週|매주|ทุกสัปดาห์|ทุกอาทิตย์|รายสัปดาห์|(?:ทุก)?(?=วัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์))|ทุก(?=จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์))/;

/** Before the name of a day that needs no "every", since a time follows: `on monday at 8`, 週一 8點. */
const dayPattern =
  /^(?:on )?(?:(?:週|周|星期|禮拜|礼拜)(?=[一二三四五六日天])|(?=[日月火水木金土]曜|[일월화수목금토]요일|(?:sun|mon|tue|wed|thu|fri|sat)))/;

/** Days of the week as cron counts them. A time must follow: 週末 alone is a subject. */
const dayGroups: readonly (readonly [days: string, pattern: RegExp])[] = [
  [
    "1-5",
    /^(?:(?:every |on )?(?:weekdays?|workdays?)(?: at)?|每?(?:個|个)?(?:平日|工作日|上班日)|(?:每?(?:週|周|星期))一(?:到|至|-)(?:週|周|星期)?五|毎?平日|(?:매 ?)?평일(?:마다)?|주중|(?:ทุก)?วัน(?:ธรรมดา|ทํางาน)|(?:ทุก)?(?:วัน)?จันทร์ ?(?:-|ถึง) ?(?:วัน)?ศุกร์)/,
  ],
  [
    "0,6",
    /^(?:(?:every |on )?weekends?(?: at)?|每?(?:個|个)?(?:週末|周末)|毎?週末|(?:매 ?)?주말(?:마다)?|(?:ทุก)?(?:วันหยุด)?สุดสัปดาห์|(?:ทุก)?(?:วัน)?เสาร์ ?-? ?(?:วัน)?อาทิตย์)/,
  ],
];

/** When only the part of the day is given. */
const usualTimes: readonly (readonly [part: RegExp, time: TimeOfDay])[] = [
  [/^(?:mornings?|早上|早晨|早|上午|朝|午前|아침|오전|(?:ตอน)?เช้า)$/, morning],
  [/^(?:evenings?|nights?|晚上|晚間|晚间|晚|夜|晩|저녁|밤|คืน)$/, { hour: 20, minute: 0 }],
  [/^(?:傍晚|夕方|(?:ตอน)?เย็น)$/, { hour: 18, minute: 0 }],
];

/** One row a weekday, Sunday first, as cron counts them. */
const weekdayPatterns = [
  /^(?:sun(?:day)?s?|日曜日?|일요일|[日天]|일|(?:วัน)?อาทิตย์)/,
  /^(?:mon(?:day)?s?|月曜日?|월요일|一|月|월|(?:วัน)?จันทร์)/,
  /^(?:tue(?:s|sday)?s?|火曜日?|화요일|二|火|화|(?:วัน)?อังคาร)/,
  /^(?:wed(?:nesday)?s?|水曜日?|수요일|三|水|수|(?:วัน)?พุธ)/,
  /^(?:thu(?:r|rs|rsday)?s?|木曜日?|목요일|四|木|목|(?:วัน)?พฤหัส(?:บดี)?)/,
  /^(?:fri(?:day)?s?|金曜日?|금요일|五|金|금|(?:วัน)?ศุกร์)/,
  /^(?:sat(?:urday)?s?|土曜日?|토요일|六|土|토|(?:วัน)?เสาร์)/,
];

const cronPattern = /^(?:cron ?)?((?:[\d*,/\-a-z#?]+ ){4}[\d*,/\-a-z#?]+)$/;
// Five plain words have the shape of a cron expression too; a bare one must begin as only a cron expression does.
const bareCronPattern = /^[\d*][\d*,/-]* /;

/** The schedule; UserError `bad-schedule`, which shows how to write one, for anything else. A missing time of day is 08:00. */
export function readSchedule(text: string): Schedule {
  const schedule = findSchedule(text);
  if (schedule) return schedule;
  throw new UserError("bad-schedule", scheduleForms(text.trim().slice(0, 60)));
}

/** Like `readSchedule`, but null for a text that is no schedule. */
export function findSchedule(text: string): Schedule | null {
  const typed = text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  if (nowPattern.test(typed)) return { kind: "now" };
  if (hourlyPattern.test(typed)) return { kind: "hourly" };
  return readCron(typed) ?? readDaily(typed) ?? readDayGroup(typed) ?? readWeekly(typed) ?? readTime(typed);
}

/** Whether the text is a time of day and nothing else: 晚上8點, 20:00, `at 8`. As a schedule it means every day. */
export function isClockTime(text: string): boolean {
  return readTime(text.normalize("NFKC").trim().toLowerCase()) !== null;
}

/**
 * Whether a schedule was meant, though it may be mistyped, or one that no subscription has: the text begins as a schedule does and goes on
 * with a number, or is a rhythm such as 每3小時.
 */
export function beginsSchedule(text: string): boolean {
  const typed = text.normalize("NFKC").trim().toLowerCase();
  if (isOtherRhythm(typed)) return true;
  const start =
    /^cron /.exec(typed)?.[0] ??
    dailyPattern.exec(typed)?.[0] ??
    findDayGroup(typed)?.[1] ??
    weeklyPattern.exec(typed)?.[0];
  return start !== undefined && /^[^\d]{0,12}\d/.test(typed.slice(start.length));
}

function readCron(typed: string): Schedule | null {
  const expression = cronPattern.exec(typed)?.[1];
  const isCron = expression !== undefined && (typed.startsWith("cron") || bareCronPattern.test(typed));
  return isCron ? { kind: "cron", expression } : null;
}

function readDaily(typed: string): Schedule | null {
  const start = dailyPattern.exec(typed)?.[0];
  const time = start === undefined ? null : readTimeAfter(typed.slice(start.length));
  return time && { kind: "daily", ...time };
}

function readTime(typed: string): Schedule | null {
  const time = readClockTime(typed);
  return time && { kind: "daily", ...time };
}

function readDayGroup(typed: string): Schedule | null {
  const [days, start] = findDayGroup(typed) ?? [];
  const rest = start === undefined ? "" : typed.slice(start.length).trim();
  const time = rest === "" ? null : readTimeAfter(rest);
  return time && { kind: "cron", expression: `${time.minute} ${time.hour} * * ${days}` };
}

function findDayGroup(typed: string): readonly [days: string, start: string] | null {
  for (const [days, pattern] of dayGroups) {
    const start = pattern.exec(typed)?.[0];
    if (start !== undefined) return [days, start];
  }
  return null;
}

function readWeekly(typed: string): Schedule | null {
  const start = weeklyPattern.exec(typed)?.[0];
  if (start === undefined) return readWeekday(typed);
  const rest = typed.slice(start.length).trim();
  const weekday = weekdayPatterns.findIndex((pattern) => pattern.test(rest));
  // Without a weekday the week begins on Monday, as newspapers' weeks do.
  if (weekday < 0) return rest === "" ? { kind: "weekly", weekday: 1, ...morning } : null;
  const day = weekdayPatterns[weekday]?.exec(rest)?.[0] ?? "";
  const time = readTimeAfter(rest.slice(day.length).replace(/^ at /, " "));
  return time && { kind: "weekly", weekday, ...time };
}

function readWeekday(typed: string): Schedule | null {
  const rest = typed.replace(dayPattern, "");
  const weekday = dayPattern.test(typed) ? weekdayPatterns.findIndex((pattern) => pattern.test(rest)) : -1;
  const day = weekdayPatterns[weekday]?.exec(rest)?.[0] ?? "";
  const time = readClockTime(rest.slice(day.length).trim().replace(/^の/, ""));
  return day === "" ? null : time && { kind: "weekly", weekday, ...time };
}

function readTimeAfter(rest: string): TimeOfDay | null {
  const typed = rest.trim().replace(/^の/, "");
  if (typed === "") return morning;
  return usualTimes.find(([part]) => part.test(typed))?.[1] ?? readTimeOfDay(typed);
}

/** A schedule in words, such as `每週一 08:00（Asia/Taipei）`; the zone stands where it matters. */
export function describeSchedule(schedule: Schedule, timeZone: string, locale: Locale): string {
  const words = wordsOf[locale];
  const zone = bracketedZone(timeZone, locale);
  if (schedule.kind === "now") return words.now;
  if (schedule.kind === "hourly") return words.hourly;
  if (schedule.kind === "cron") return describeCron(schedule.expression, words) + zone;
  const time = clockTime(schedule);
  if (schedule.kind === "daily") return words.daily(time) + zone;
  return words.weekly(weekdayName(schedule.weekday, locale), time) + zone;
}

/** As it is said where it has days that have a name: `平日 07:30`. */
function describeCron(expression: string, words: ScheduleWords): string {
  const groups = /^(?<minute>\d{1,2}) (?<hour>\d{1,2}) \* \* (?<days>1-5|0,6)$/.exec(expression)?.groups;
  if (groups === undefined) return words.cron(expression);
  const say = groups.days === "1-5" ? words.weekdays : words.weekends;
  return say(clockTime({ hour: Number(groups.hour), minute: Number(groups.minute) }));
}

const clockTime = ({ hour, minute }: TimeOfDay): string =>
  [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");

/** The zone as it stands after a time: `（Asia/Taipei）`, or with a space and narrow brackets outside of Chinese and Japanese. */
export function bracketedZone(timeZone: string, locale: Locale): string {
  return /^(zh|ja)/.test(locale) ? `（${timeZone}）` : ` (${timeZone})`;
}

function weekdayName(weekday: number, locale: Locale): string {
  // 7 January 2024 was a Sunday.
  const day = Date.UTC(2024, 0, 7 + weekday);
  const width = locale.startsWith("zh") ? "short" : "long";
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: "UTC" }).format(day);
}

interface ScheduleWords {
  readonly now: string;
  readonly hourly: string;
  readonly daily: (time: string) => string;
  readonly weekly: (weekday: string, time: string) => string;
  readonly weekdays: (time: string) => string;
  readonly weekends: (time: string) => string;
  readonly cron: (expression: string) => string;
}

const wordsOf: Localized<ScheduleWords> = {
  en: {
    now: "as news comes in",
    hourly: "every hour",
    daily: (time) => `every day at ${time}`,
    weekly: (weekday, time) => `every ${weekday} at ${time}`,
    weekdays: (time) => `every weekday at ${time}`,
    weekends: (time) => `weekends at ${time}`,
    cron: (expression) => `on the cron schedule ${expression}`,
  },
  "zh-TW": {
    now: "即時",
    hourly: "每小時",
    daily: (time) => `每天 ${time}`,
    weekly: (weekday, time) => `每${weekday} ${time}`,
    weekdays: (time) => `平日 ${time}`,
    weekends: (time) => `週末 ${time}`,
    cron: (expression) => `依 cron 排程 ${expression}`,
  },
  "zh-CN": {
    now: "即时",
    hourly: "每小时",
    daily: (time) => `每天 ${time}`,
    weekly: (weekday, time) => `每${weekday} ${time}`,
    weekdays: (time) => `工作日 ${time}`,
    weekends: (time) => `周末 ${time}`,
    cron: (expression) => `按 cron 计划 ${expression}`,
  },
  ja: {
    now: "記事が届きしだい",
    hourly: "1時間ごと",
    daily: (time) => `毎日 ${time}`,
    weekly: (weekday, time) => `毎週${weekday} ${time}`,
    weekdays: (time) => `平日 ${time}`,
    weekends: (time) => `週末 ${time}`,
    cron: (expression) => `cron 式 ${expression}`,
  },
  ko: {
    now: "기사가 들어오는 즉시",
    hourly: "매시간",
    daily: (time) => `매일 ${time}`,
    weekly: (weekday, time) => `매주 ${weekday} ${time}`,
    weekdays: (time) => `평일 ${time}`,
    weekends: (time) => `주말 ${time}`,
    cron: (expression) => `cron 일정 ${expression}`,
  },
  th: {
    now: "ทันทีที่มีข่าว",
    hourly: "ทุกชั่วโมง",
    daily: (time) => `ทุกวัน ${time}`,
    weekly: (weekday, time) => `ทุก${weekday} ${time}`,
    weekdays: (time) => `วันธรรมดา ${time}`,
    weekends: (time) => `สุดสัปดาห์ ${time}`,
    cron: (expression) => `ตามกำหนด cron ${expression}`,
  },
};

const scheduleForms = (typed: string): Localized => ({
  en: `I can't read “${typed}” as a schedule. Write now, hourly, daily 08:00, weekly mon 08:00, or a cron expression such as cron 0 8 * * 1-5.`,
  "zh-TW": `看不懂「${typed}」這個時間。可以寫：即時、每小時、每天 8點、每週一 8點半，或 cron 0 8 * * 1-5。`,
  "zh-CN": `看不懂“${typed}”这个时间。可以写：即时、每小时、每天 8点、每周一 8点半，或 cron 0 8 * * 1-5。`,
  ja: `「${typed}」を配信時刻として読み取れません。即時、毎時、毎日 8時、毎週月曜 8時半、または cron 0 8 * * 1-5 のように書いてください。`,
  ko: `‘${typed}’을(를) 시간으로 읽을 수 없습니다. 즉시, 매시간, 매일 8시, 매주 월요일 8시 반, 또는 cron 0 8 * * 1-5처럼 써 주세요.`,
  th: `อ่าน “${typed}” เป็นเวลาไม่ได้ เขียนได้เช่น ทันที ทุกชั่วโมง ทุกวัน 8 โมง ทุกวันจันทร์ 08:30 หรือ cron 0 8 * * 1-5`,
});
