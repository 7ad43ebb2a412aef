// Quiet hours as people type them, read and written: `22:00-07:00`, 晚上10點到早上7點, 午後10時〜午前7時.
import type { QuietHours } from "../records/channel-settings.ts";
import { UserError } from "../records/errors.ts";
import { readTimeOfDay } from "./time-of-day.ts";

const joints = /\s*(?:-|–|—|~|〜|～|to|until|到|至|から|부터|에서|ถึง)\s*/;

/** Throws UserError `bad-quiet-hours` for what is no span of time, and for one of no length. */
export function readQuietHours(text: string): QuietHours {
  const typed = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/\s*(?:まで|까지)$/, "");
  const times = typed.split(joints).map((time) => readTimeOfDay(time.trim()));
  const [from, until] = times;
  if (times.length !== 2 || !from || !until) throw unreadable(text);
  const minutes = [from, until].map(({ hour, minute }) => 60 * hour + minute);
  if (minutes[0] === minutes[1]) throw unreadable(text);
  return { from: minutes[0] ?? 0, until: minutes[1] ?? 0 };
}

/** Such as `22:00–07:00`. */
export const describeQuietHours = ({ from, until }: QuietHours): string => `${clockTime(from)}–${clockTime(until)}`;

const clockTime = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** Whether it is quiet at the instant, epoch milliseconds, by the clocks of the zone. */
export function isQuiet({ from, until }: QuietHours, timeZone: string, at: number): boolean {
  const format = new Intl.DateTimeFormat("en", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const [hour = 0, minute = 0] = format.format(at).split(":").map(Number);
  const now = 60 * hour + minute;
  return from < until ? from <= now && now < until : now >= from || now < until;
}

function unreadable(text: string): UserError {
  const shown = text.trim().slice(0, 40);
  return new UserError("bad-quiet-hours", {
    en: `“${shown}” is no span of time that I can read. Write it as 22:00-07:00, or off for none.`,
    "zh-TW": `看不懂「${shown}」這個時段。請寫成 22:00-07:00，或寫「關」取消。`,
    "zh-CN": `看不懂“${shown}”这个时段。请写成 22:00-07:00，或写“关”取消。`,
    ja: `「${shown}」は時間帯として読み取れません。22:00-07:00 のように書くか、やめる場合は「なし」と書いてください。`,
    ko: `‘${shown}’은(는) 시간대로 읽을 수 없습니다. 22:00-07:00처럼 쓰거나, 없애려면 ‘없음’이라고 써 주세요.`,
    th: `อ่าน “${shown}” เป็นช่วงเวลาไม่ได้ เขียนแบบ 22:00-07:00 หรือ “ปิด” ถ้าไม่ต้องการ`,
  });
}
