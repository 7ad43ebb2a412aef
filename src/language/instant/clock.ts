// The time of day in a publication time.

export interface ClockReading {
  /** Since midnight. */
  readonly ms: number;
  /** What follows the time: the zone. */
  readonly rest: string;
}

const part = "上午|下午|早上|清晨|中午|傍晚|晚上|晚間|晚间|凌晨|午前|午後|오전|오후|pt?g\\b|[ap]\\.?\\s?m\\b\\.?";
// Words between day and time: at, à, a las, alle ore, kl., στις, г. в, เวลา. Zones are written in capitals.
const link =
  /^[\s,]*(?:(?![ap]\.?m)[\p{Ll}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Arabic}\p{M}]{1,10}[.,]{0,2}\s+){1,3}(?=\d{1,2}[:.h]\d{2})/u;
const clockPattern = new RegExp(
  `^[\\sT,.،·|@-]*(?<before>${part})?\\s*(?<hour>\\d{1,2})\\s*(?:[:.h時时点點시]\\s*(?:(?<minute>\\d{1,2})\\s*(?:[:.分분]\\s*(?:(?<second>\\d{1,2})(?:[.,](?<fraction>\\d+))?\\s*[秒초]?)?)?)?)(?:\\s*uhr)?\\s*(?<after>${part}|[πμ]\\.?μ\\.?|[مص](?=$|\\s))?`,
  "i",
);

/** T101455.25 and T1014 (ISO 8601, basic form); T10 alone; 101455 where nothing stands between it and the day. */
const basicPattern =
  /^[T\s]?(?<hour>\d{2})(?:(?<minute>\d{2})(?:(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?)?(?=$|\s|Z|[+-])/;

const afternoon = /下午|傍晚|晚[上間间]|午後|오후|^ptg|^p\.?\s?m|^[μم]/i;
const morning = /上午|凌晨|早上|清晨|午前|오전|^pg|^[aπص]/i;

/** The time that the text begins with, midnight when it has none, null when it has an impossible one. A leap second is the next minute's first. */
export function readClock(text: string): ClockReading | null {
  const time = text.replace(link, " ");
  const match = clockPattern.exec(time) ?? basicPattern.exec(time);
  if (!match) return { ms: 0, rest: text };
  const { before, hour = "0", minute = "0", second = "0", fraction = "", after } = match.groups ?? {};
  const [hours, minutes, seconds] = [hourOfDay(Number(hour), before ?? after ?? ""), Number(minute), Number(second)];
  if (hours > 24 || minutes > 59 || seconds > 60) return null;
  const ms = Math.floor(Number(`0.${fraction}0`) * 1000);
  return { ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms, rest: time.slice(match[0].length) };
}

function hourOfDay(hour: number, when: string): number {
  // 中午 lasts from eleven to two.
  if ((afternoon.test(when) && hour < 12) || (when === "中午" && hour < 3)) return hour + 12;
  return morning.test(when) && hour === 12 ? 0 : hour;
}
