// A time of day as people type it: 08:00, 8am, 早上8點半, 午後8時, 저녁 8시 30분, 2 ทุ่ม.
import { readThaiTime } from "./thai-time.ts";

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

type PartOfDay = "morning" | "noon" | "afternoon" | "night";

const partsOfDay: Readonly<Record<PartOfDay, readonly string[]>> = {
  morning: [
    ...["am", "a.m.", "morning", "in the morning", "上午", "早上", "早晨", "清晨", "凌晨", "半夜", "早"],
    ...["午前", "朝", "早朝", "深夜", "未明", "오전", "아침", "새벽"],
  ],
  noon: ["中午", "正午", "昼", "お昼", "낮"],
  afternoon: ["pm", "p.m.", "afternoon", "in the afternoon", "下午", "午後", "午后", "오후"],
  night: [
    ...["evening", "in the evening", "night", "at night"],
    ...["傍晚", "晚上", "晚間", "晚间", "夜間", "夜间", "晚", "夕方", "夜", "晩", "저녁", "밤"],
  ],
};

const namedTimes: Readonly<Record<string, number>> = {
  noon: 12,
  中午: 12,
  正午: 12,
  정오: 12,
  midnight: 0,
  午夜: 0,
  零時: 0,
  자정: 0,
  เช้า: 8,
  เที่ยง: 12,
  เที่ยงวัน: 12,
  เย็น: 18,
  เที่ยงคืน: 0,
};

const cjkDigits = "零一二三四五六七八九十";

const partPattern = Object.values(partsOfDay)
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replaceAll(".", "\\."))
  .join("|");

const timePattern = new RegExp(
  `^(?<before>${partPattern})? ?(?:at )?` +
    `(?<hour>\\d{1,2}|[〇${cjkDigits}兩两]{1,3}) ?` +
    `(?::(?<colonMinute>\\d{2})|[點点時时시] ?(?:(?<half>半|반)|(?<quarter>[一三])刻|(?<minute>\\d{1,2}) ?[分분]?|[整鐘钟])?| ?o'clock)? ?` +
    `(?<after>${partPattern})?(?: ?[にへ에])?$`,
);

/** The time, or null when the text is none. Expects text folded by NFKC and in lower case. An hour of 24 is the next midnight. */
export function readTimeOfDay(text: string): TimeOfDay | null {
  const named = namedTimes[text];
  if (named !== undefined) return { hour: named, minute: 0 };
  const groups = timePattern.exec(text)?.groups;
  if (!groups) return readThaiTime(text);
  const hour = hourOfDay(readNumber(groups.hour ?? ""), partOfDay(groups.before ?? groups.after));
  const minute = readMinute(groups);
  return hour === null || minute > 59 ? null : { hour, minute };
}

/**
 * The time where the text leaves no doubt that it is one: 晚上8點, 20:00, 8pm, at 8, 8 โมง, but neither a bare number nor a bare part of the day.
 * Null for anything else. Expects what `readTimeOfDay` does.
 */
export function readClockTime(text: string): TimeOfDay | null {
  const said = text.replace(/^at /, "");
  if (namedTimes[said] !== undefined) return said === text ? null : readTimeOfDay(said);
  if (!clockSign.test(text)) return null;
  return readTimeOfDay(text) ?? readTimeOfDay(said);
}

// Thai names the part of the day with each hour; in the other scripts 三十 is a number and `night 5` an episode.
const clockSign =
  /^at |:\d|o'clock|\d ?[ap](?:m|\.m\.)$|\d in the |[點点時时시]|[\p{sc=Han}\p{sc=Hangul}] ?\d|(?=.*[\d๐-๙]|.*(?:โมง|ทุ่ม))\p{sc=Thai}/u;

/** Whether it has the form of a time of day, though there may be no such hour: 晚上25點, 25:00. Not 50點, which are points. */
export function looksLikeTime(text: string): boolean {
  const groups = timePattern.exec(text)?.groups;
  return (
    groups !== undefined && (groups.colonMinute ?? groups.before ?? groups.after) !== undefined && clockSign.test(text)
  );
}

function readMinute(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups.half) return 30;
  if (groups.quarter) return groups.quarter === "三" ? 45 : 15;
  return Number(groups.colonMinute ?? groups.minute ?? 0);
}

function partOfDay(word: string | undefined): PartOfDay | null {
  const names = Object.keys(partsOfDay) as PartOfDay[];
  return names.find((name) => word !== undefined && partsOfDay[name].includes(word)) ?? null;
}

/** The hour from 0 to 23; null when there is no such hour in that part of the day. */
function hourOfDay(hour: number, part: PartOfDay | null): number | null {
  if (hour > 24) return null;
  if (part === "morning") return hour > 12 ? null : hour % 12;
  if (hour === 24) return 0;
  // 晚上12點 is midnight and 夜1時 comes after it, but 下午12點 is noon.
  if (part === "night") return hour === 12 ? 0 : hour < 5 || hour > 12 ? hour : hour + 12;
  if (part === "afternoon" || part === "noon") return hour < 12 && !(part === "noon" && hour > 9) ? hour + 12 : hour;
  return hour;
}

/** 十二 is 12, 二十 is 20, 兩 is 2; NaN for what is no number under 100. */
function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = [...text.replace("〇", "零").replace(/[兩两]/, "二")].map((sign) => cjkDigits.indexOf(sign));
  const [first = Number.NaN, second, third] = digits;
  if (second === undefined) return first;
  if (first === 10) return third === undefined ? 10 + second : Number.NaN;
  return second === 10 ? first * 10 + (third ?? 0) : Number.NaN;
}
