// Quiet hours: an edition that comes due in them comes out at their end, with all that came in meanwhile.
import { isQuiet } from "../language/quiet-hours.ts";
import type { Clock } from "../ports/clock.ts";
import type { OutboxStore } from "../ports/outbox-store.ts";
import type { ChannelSettingsStore } from "../ports/reader-store.ts";
import type { ChannelSettings } from "../records/channel-settings.ts";
import type { Schedule, Subscription } from "../records/subscription.ts";

export interface HoldParts {
  readonly store: Pick<ChannelSettingsStore, "channelSettings"> & Pick<OutboxStore, "passEditions">;
  readonly clock: Clock;
  readonly nextDueAfter: (schedule: Schedule, timeZone: string, after: number) => number;
}

/** Puts those off whose channel is quiet now, and returns all others. */
export async function holdQuiet(page: readonly Subscription[], parts: HoldParts): Promise<readonly Subscription[]> {
  const { store, clock } = parts;
  const now = clock.now();
  const settings = await store.channelSettings([...new Set(page.map(({ channelId }) => channelId))]);
  const held = page.flatMap((subscription) => {
    const endsAt = quietUntil(settings.get(subscription.channelId), subscription, now, parts);
    return endsAt === null ? [] : [{ subscription, endsAt }];
  });
  await store.passEditions(
    held.map(({ subscription: { id, dueAt, coveredUntil }, endsAt }) => ({
      ...{ subscriptionId: id, expectedDueAt: dueAt },
      // What came in is not considered yet.
      ...{ dueAt: endsAt, coveredUntil },
    })),
  );
  const heldIds = new Set(held.map(({ subscription }) => subscription.id));
  return page.filter(({ id }) => !heldIds.has(id));
}

/** When the channel's quiet hours end, epoch milliseconds; null when it is not quiet. By the channel's time zone, or else the subscription's. */
export function quietUntil(
  settings: ChannelSettings | undefined,
  { timeZone }: Pick<Subscription, "timeZone">,
  now: number,
  { nextDueAfter }: Pick<HoldParts, "nextDueAfter">,
): number | null {
  const quietHours = settings?.quietHours ?? null;
  const zone = settings?.timeZone ?? timeZone;
  if (quietHours === null || !isQuiet(quietHours, zone, now)) return null;
  const { until } = quietHours;
  return nextDueAfter({ kind: "daily", hour: Math.floor(until / 60), minute: until % 60 }, zone, now);
}
