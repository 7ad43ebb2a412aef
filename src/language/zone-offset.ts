// How far the clocks of a time zone are from UTC.

/** By name in lower case; null for what is no zone. To make one takes a hundred times as long as to ask it. */
const formats = new Map<string, Intl.DateTimeFormat | null>();
/** IANA has some six hundred; whatever else a feed invents is looked up anew. */
const mostFormats = 1000;

/** Milliseconds east of UTC at the instant, epoch milliseconds, in an IANA zone in any letter case; null when there is no such zone. */
export function zoneOffsetMs(timeZone: string, at: number): number | null {
  const format = formatOf(timeZone.toLowerCase());
  if (format === null) return null;
  const name = format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
  const total = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
  return (sign === "-" ? -1000 : 1000) * total;
}

function formatOf(name: string): Intl.DateTimeFormat | null {
  const known = formats.get(name);
  if (known !== undefined) return known;
  const format = newFormat(name);
  if (formats.size < mostFormats) formats.set(name, format);
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    // RangeError is how Intl says that there is no such zone.
    return null;
  }
}
