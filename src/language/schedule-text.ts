// A schedule as people type it, read and written: `daily 08:00`, 每週一 8點半, 毎日 8時, 매주 월요일 8시, `cron 0 8 * * 1-5`.
import type { Locale, Localized } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import type { Schedule } from "../records/subscription.ts";
import { readTimeOfDay, type TimeOfDay } from "./time-of-day.ts";

/** When no time of day is given. */
const morning: TimeOfDay = { hour: 8, minute: 0 };

const nowPattern =
  /^(now|at once|instantly|immediately|即時|即时|實時|实时|立即|立刻|馬上|马上|すぐ|すぐに|今すぐ|即時に|リアルタイム|즉시|바로|실시간|ทันที|เดี๋ยวนี้)$/;
const hourlyPattern =
  /^(hourly|every hour|每(個|个)?(小時|小时|鐘頭|钟头)|毎時(間)?|1時間(ごと|毎|おき)(に)?|매시간?|매 ?시간|한 ?시간마다|1시간마다|(ทุก|ราย) ?(1 ?)?ชั่วโมง)$/;
const dailyPattern = /^(?:daily|every ?day|每天|每日|天天|毎日|毎朝(?=\s*\d)|매일|ทุกวัน|ทุก(?=เช้า|เที่ยง|เย็น))(?: at)?/;
const weeklyPattern =
  /^(?:weekly(?: on)?|every week(?: on)?|every(?= [a-z]+day| ?(?:sun|mon|tue|wed|thu|fri|sat))|每個?(?:週|周|星期|禮拜|礼拜)|每逢(?:週|周|星期)|毎週|매주|ทุก(?:สัปดาห์|อาทิตย์)|(?:ทุก)?(?=วัน))/;

const workdaysPattern =
  /^(?:(?:every )?(?:weekday|workday)s?|평일|(?:每(?:個|个)?)?(?:工作日|平日)|(?:ทุก)?วัน(?:ธรรมดา|ทำงาน|ทํางาน)|(?:ทุก)?วันจันทร์ ?(?:ถึง|-) ?(?:วัน)?ศุกร์)(?: at)?/;

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
  return readCron(typed) ?? readWorkdays(typed) ?? readDaily(typed) ?? readWeekly(typed);
}

/** Whether the text begins as a schedule does and goes on with a number: a schedule that was meant, though it may be mistyped. */
export function beginsSchedule(text: string): boolean {
  const typed = text.normalize("NFKC").trim().toLowerCase();
  const start = /^cron /.exec(typed) ?? dailyPattern.exec(typed) ?? weeklyPattern.exec(typed);
  return start !== null && /^[^\d]{0,12}\d/.test(typed.slice(start[0].length));
}

function readCron(typed: string): Schedule | null {
  const expression = cronPattern.exec(typed)?.[1];
  const isCron = expression !== undefined && (typed.startsWith("cron") || bareCronPattern.test(typed));
  return isCron ? { kind: "cron", expression } : null;
}

/** Monday to Friday, which only cron can say. */
function readWorkdays(typed: string): Schedule | null {
  const start = workdaysPattern.exec(typed)?.[0];
  const time = start === undefined ? null : readTimeAfter(typed.slice(start.length));
  return time && { kind: "cron", expression: `${time.minute} ${time.hour} * * 1-5` };
}

function readDaily(typed: string): Schedule | null {
  const start = dailyPattern.exec(typed)?.[0];
  const time = start === undefined ? null : readTimeAfter(typed.slice(start.length));
  return time && { kind: "daily", ...time };
}

function readWeekly(typed: string): Schedule | null {
  const start = weeklyPattern.exec(typed)?.[0];
  if (start === undefined) return null;
  const rest = typed.slice(start.length).trim();
  const weekday = weekdayPatterns.findIndex((pattern) => pattern.test(rest));
  // Without a weekday the week begins on Monday, as newspapers' weeks do.
  if (weekday < 0) return rest === "" ? { kind: "weekly", weekday: 1, ...morning } : null;
  const day = weekdayPatterns[weekday]?.exec(rest)?.[0] ?? "";
  const time = readTimeAfter(rest.slice(day.length).replace(/^ at /, " "));
  return time && { kind: "weekly", weekday, ...time };
}

function readTimeAfter(rest: string): TimeOfDay | null {
  const typed = rest.trim().replace(/^(?:の|เวลา ?)/, "");
  return typed === "" ? morning : readTimeOfDay(typed);
}

/** A schedule in words, such as `每週一 08:00（Asia/Taipei）`; the zone stands where it matters. */
export function describeSchedule(schedule: Schedule, timeZone: string, locale: Locale): string {
  const words = wordsOf[locale];
  const zone = bracketedZone(timeZone, locale);
  if (schedule.kind === "now") return words.now;
  if (schedule.kind === "hourly") return words.hourly;
  if (schedule.kind === "cron") return words.cron(schedule.expression) + zone;
  const time = [schedule.hour, schedule.minute].map((part) => String(part).padStart(2, "0")).join(":");
  if (schedule.kind === "daily") return words.daily(time) + zone;
  return words.weekly(weekdayName(schedule.weekday, locale), time) + zone;
}

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
  readonly cron: (expression: string) => string;
}

const wordsOf: Localized<ScheduleWords> = {
  en: {
    now: "as news comes in",
    hourly: "every hour",
    daily: (time) => `every day at ${time}`,
    weekly: (weekday, time) => `every ${weekday} at ${time}`,
    cron: (expression) => `on the cron schedule ${expression}`,
  },
  "zh-TW": {
    now: "即時",
    hourly: "每小時",
    daily: (time) => `每天 ${time}`,
    weekly: (weekday, time) => `每${weekday} ${time}`,
    cron: (expression) => `依 cron 排程 ${expression}`,
  },
  "zh-CN": {
    now: "即时",
    hourly: "每小时",
    daily: (time) => `每天 ${time}`,
    weekly: (weekday, time) => `每${weekday} ${time}`,
    cron: (expression) => `按 cron 计划 ${expression}`,
  },
  ja: {
    now: "記事が届きしだい",
    hourly: "1時間ごと",
    daily: (time) => `毎日 ${time}`,
    weekly: (weekday, time) => `毎週${weekday} ${time}`,
    cron: (expression) => `cron 式 ${expression}`,
  },
  ko: {
    now: "기사가 들어오는 즉시",
    hourly: "매시간",
    daily: (time) => `매일 ${time}`,
    weekly: (weekday, time) => `매주 ${weekday} ${time}`,
    cron: (expression) => `cron 일정 ${expression}`,
  },
  th: {
    now: "ทันทีที่มีข่าว",
    hourly: "ทุกชั่วโมง",
    daily: (time) => `ทุกวัน ${time}`,
    weekly: (weekday, time) => `ทุก${weekday} ${time}`,
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
