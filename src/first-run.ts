// A newcomer's room is subscribed already: the first digest shows within seconds of the first start.
import { roomChannel } from "./adapters/platforms/web.ts";
import type { Desk } from "./desk.ts";

/** Subscribes the room to everything, daily at 08:00, on the very first start; its first edition is due at once. */
export async function subscribeRoom({ store, clock, timeZone, newId }: Desk): Promise<void> {
  // A room whose owner has unsubscribed keeps its channel: it is not subscribed again.
  if (await store.findChannel(roomChannel.id)) return;
  const now = clock.now();
  await store.saveChannel(roomChannel);
  await store.addSubscription({
    id: newId(),
    channelId: roomChannel.id,
    filter: { words: "", tags: [], sources: [] },
    schedule: { kind: "daily", hour: 8, minute: 0 },
    timeZone,

    creatorId: null,
    look: null,
    createdAt: now,
    dueAt: now,
    coveredUntil: 0,
  });
}
