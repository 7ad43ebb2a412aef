// What LINE counts: every recipient of every push, by the month, whatever the number of messages in it.
import { z } from "zod";
import type { Cache } from "../../../ports/cache.ts";
import type { Meter } from "../../../ports/platform.ts";
import type { QuotaMonth } from "../../../records/quota.ts";
import type { LineApi } from "./api.ts";

const dayMs = 24 * 60 * 60_000;
// LINE keeps its dates in Japan's time (Messaging API specification, "Timezone: UTC+9").
const japanMs = 9 * 60 * 60_000;

export interface LineMeter extends Meter {
  /** Has the members of a chat counted anew when the event says that some came or went. */
  noteMembers(event: unknown): Promise<void>;
}

/** Groups and rooms are asked for the number of their members once a day, without the bot (LINE Messaging API, "Get number of users in a group chat"). */
export function createLineMeter(api: Pick<LineApi, "readUsage" | "countMembers">, cache: Cache): LineMeter {
  const keyOf = (address: string) => `line:members:${address}`;
  return {
    readUsage: () => api.readUsage(),
    recipientsOf: async ({ address }) => {
      if (address.startsWith("U")) return 1;
      const known = await cache.get<number | null>(keyOf(address));
      if (known != null) return known;
      const members = Math.max(1, await api.countMembers(address));
      await cache.set(keyOf(address), members, dayMs);
      return members;
    },
    monthOf: monthInJapan,
    noteMembers: async (event) => {
      const address = changedChat(event);
      if (address !== null) await cache.set(keyOf(address), null, 1);
    },
  };
}

/** The calendar month in Japan, which has no summer time. */
function monthInJapan(now: number): QuotaMonth {
  const there = new Date(now + japanMs);
  const [year, month] = [there.getUTCFullYear(), there.getUTCMonth()];
  return { startsAt: Date.UTC(year, month) - japanMs, endsAt: Date.UTC(year, month + 1) - japanMs };
}

const changeShape = z.object({
  type: z.enum(["memberJoined", "memberLeft"]),
  source: z.union([z.object({ groupId: z.string().min(1) }), z.object({ roomId: z.string().min(1) })]),
});

function changedChat(event: unknown): string | null {
  const reading = changeShape.safeParse(event);
  if (!reading.success) return null;
  const { source } = reading.data;
  return "groupId" in source ? source.groupId : source.roomId;
}
