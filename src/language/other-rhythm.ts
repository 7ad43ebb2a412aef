// Rhythms that people ask for and no subscription has: every three hours, each month, tomorrow at eight.
import { looksLikeTime, readClockTime } from "./time-of-day.ts";

// Each with its number: what follows may be a time, or nothing.
const counted = [
  /^every (?:other|half an|\d+|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty) ?(?:h|hrs?|hours?|mins?|minutes?|days?|weeks?|months?)$/,
  /^每隔? ?(?:\d+|[一二兩两三四五六七八九十]+|半) ?(?:個|个)?半?(?:小時|小时|鐘頭|钟头|分鐘|分钟|分|天|日|週|周|星期|禮拜|礼拜|月)$/,
  /^隔(?:天|日|週|周)$/,
  /^(?:\d+|[一二三四五六七八九十]+)(?:時間|分|日|週間?|か月|ヶ月)(?:ごと|毎|おき)に?$/,
  /^(?:\d+|[두세네]|열) ?(?:시간|분|일|주|달|개월) ?마다$/,
  /^ทุก ?\d+ ?(?:ชั่วโมง|นาที|วัน|สัปดาห์|เดือน)$/,
  /^(?:每個?|每逢)?(?:週|周|星期|禮拜|礼拜)[一二三四五六日天](?:[、,和及與与]?(?:週|周|星期|禮拜|礼拜)?[一二三四五六日天])+$/,
];

// A subject as well: `每月 薪資`, `今天`. Only a time after it makes it a rhythm.
const named =
  /^(?:monthly|every month|today|tonight|tomorrow|每(?:個|个)?月|今天|今日|今晚|明天|明日|明晚|毎月|今夜|매월|매달|오늘|내일|ทุกเดือน|วันนี้|พรุ่งนี้)$/;

/** Whether the text, folded by NFKC and in lower case, is wholly such a rhythm, with or without a time of day. */
export function isOtherRhythm(text: string): boolean {
  if (looksLikeTime(text) && readClockTime(text) === null) return true;
  if (counted.some((pattern) => pattern.test(text))) return true;
  return [...text.matchAll(/(?<=.)(?=.)/gu)].some(({ index }) => {
    const start = text.slice(0, index).trim();
    return (named.test(start) || counted.some((pattern) => pattern.test(start))) && isTime(text.slice(index).trim());
  });
}

/** `每月1日 8點` names the day before the time. */
function isTime(text: string): boolean {
  const time = text.replace(/^\d{1,2} ?[日號号일] ?/, "");
  return time === "" || readClockTime(time) !== null || looksLikeTime(time);
}
