// IANA time zones as people name them.
import { UserError } from "../records/errors.ts";

// To ask for one costs half a millisecond, and thousands of editions at eight o'clock ask for the same few.
const knownZones = new Set<string>();
const mostKnown = 1000;

/** Whether this is an IANA name such as `Asia/Taipei`, in any letter case. An offset such as `+08:00` is none: it knows no summer time. */
export function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    return false;
  }
  if (knownZones.size < mostKnown) knownZones.add(name);
  return true;
}

/** The name as IANA spells it, from one as people type it: `asia/taipei` is `Asia/Taipei`. Throws UserError for any other. */
export function readTimeZone(text: string): string {
  const name = text.normalize("NFKC").trim();
  if (!isTimeZone(name)) throw unknownTimeZone(name);
  return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
}

function unknownTimeZone(name: string): UserError {
  const shown = name.slice(0, 40);
  return new UserError("bad-time-zone", {
    en: `“${shown}” is not a time zone I know. Write it as Asia/Taipei, Europe/London or America/New_York.`,
    "zh-TW": `找不到時區「${shown}」。請寫成 Asia/Taipei、Asia/Tokyo 或 America/New_York 這樣的形式。`,
    "zh-CN": `找不到时区“${shown}”。请写成 Asia/Shanghai、Asia/Tokyo 或 America/New_York 这样的形式。`,
    ja: `「${shown}」というタイムゾーンは見つかりません。Asia/Tokyo や Asia/Taipei、America/New_York のように書いてください。`,
    ko: `‘${shown}’ 시간대를 찾을 수 없습니다. Asia/Seoul, Asia/Tokyo, America/New_York처럼 써 주세요.`,
    th: `ไม่รู้จักเขตเวลา “${shown}” เขียนแบบ Asia/Bangkok, Europe/London หรือ America/New_York`,
  });
}
