// Time zones named by a place, such as Asia/Taipei (IANA).
import { zoneOffsetMs } from "../zone-offset.ts";

const minuteMs = 60_000;

/** Minutes east of UTC when the zone's clocks show the time (epoch milliseconds, as if it were UTC); null when there is no such zone. */
export function offsetAt(name: string, wallMs: number): number | null {
  // The offset is that of the instant, which a first guess may miss by a change of the clocks.
  const guess = zoneOffsetMs(name, wallMs);
  const offset = guess === null ? null : zoneOffsetMs(name, wallMs - guess);
  return offset === null ? null : Math.trunc(offset / minuteMs);
}
