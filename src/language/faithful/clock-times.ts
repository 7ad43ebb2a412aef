// Times of day: 下午3時半, 15:30 and 3:30 p.m. are one.
import { type DateReader, type Found, numberOf, type Parts, smallNumber } from "./date-reader.ts";

const part = "上午|下午|早上|清晨|凌晨|晚上|晚间|深夜|中午|傍晚|午前|午后|오전|오후|早|晚";
const eastAsian = `(?:(?<part>${part}) ?)?(?<hour>${smallNumber}) ?(?:(?<mark>时(?!间|候|代|期|装|速|常|报|尚|事|数)|시(?!간|장|민|내|즌))|(?<dot>点)(?!名|评|子|出|燃|心|滴|[〇零一二三四五六七八九]+[%个倍]))(?: ?(?<minute>${smallNumber}) ?[分분](?!之|钟|の)|(?<half>半))?`;
const digital = `(?:(?<before>${part}) ?)?(?<![\\d:])(?<h>\\d{1,2}):(?<min>[0-5]\\d)(?::[0-5]\\d)?(?![\\d:])(?: ?(?<ap>[ap])\\.? ?m\\b\\.?)?`;
const english = `\\b(?<eh>\\d{1,2})(?:\\.(?<emin>[0-5]\\d))? ?(?<eap>[ap])\\.? ?m\\b\\.?`;

/** Before the numbers, after the dates. */
export const clockTimes: DateReader = { pattern: new RegExp(`${eastAsian}|${digital}|${english}`, "g"), read };

function read(parts: Parts): readonly Found[] {
  const hour = numberOf(parts.hour ?? parts.h ?? parts.eh);
  const minute = parts.half === undefined ? numberOf(parts.minute ?? parts.min ?? parts.emin ?? "0") : 30;
  if (!(hour <= 24 && minute <= 59)) return [];
  const side = parts.ap ?? parts.eap;
  const when = parts.part ?? parts.before ?? "";
  const isLater = side === "p" || /下午|晚|深夜|午后|오후|傍晚/.test(when) || (when === "中午" && hour < 3);
  const isMidnight = hour === 12 && (side === "a" || /凌晨|上午|午前|오전|深夜|晚/.test(when));
  const exact = isMidnight ? 0 : isLater && hour < 12 ? hour + 12 : hour % 24;
  const isExact = side !== undefined || when !== "" || hour > 12 || hour === 0;
  return [withNumbers(readings(exact, minute, isExact), parts, hour, minute)];
}

/** `t` on the clock of 24 hours, `t?` said without its half of the day, `t12` in either half. */
function readings(hour: number, minute: number, isExact: boolean): Found {
  const open = `t?:${hour % 12}:${minute}`;
  const either = `t12:${hour % 12}:${minute}`;
  if (!isExact) return { asks: [either], gives: [open, either] };
  return { asks: [`t:${hour}:${minute}`, open], gives: [`t:${hour}:${minute}`, either] };
}

/** 3點 may be three points, and 3:10 a score. */
function withNumbers(
  found: Found,
  { dot, part: when, minute: past, half, h, ap }: Parts,
  hour: number,
  minute: number,
): Found {
  const isPoints = dot !== undefined && when === undefined && past === undefined && half === undefined;
  if (isPoints) return { asks: [...found.asks, `n:${hour}`], gives: [...found.gives, `n:${hour}`] };
  const isScore = h !== undefined && ap === undefined;
  return isScore ? { ...found, gives: [...found.gives, `n:${hour}`, `n:${minute}`] } : found;
}
