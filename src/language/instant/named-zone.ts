// Time zones named by a place, such as Asia/Taipei (IANA).

/** By name in lower case; null for what is no zone. Making one takes longer than reading a feed's item. */
const formats = new Map<string, Intl.DateTimeFormat | null>();
/** IANA has some six hundred; whatever else a feed invents is looked up anew. */
const mostFormats = 1000;

/** Minutes east of UTC when the zone's clocks show the time (epoch milliseconds, as if it were UTC); null when there is no such zone. */
export function offsetAt(name: string, wallMs: number): number | null {
  const format = formatOf(name.toLowerCase());
  if (format === null) return null;
  // The offset is that of the instant, which a first guess may miss by a change of the clocks.
  const guess = offsetOf(format, wallMs);
  return offsetOf(format, wallMs - guess * 60_000);
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

function offsetOf(format: Intl.DateTimeFormat, at: number): number {
  const name = format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
