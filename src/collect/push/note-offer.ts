// What a poll tells of its source's hub, kept; and how far a hub at work lets polling slow down.
import type { Clock } from "../../ports/clock.ts";
import type { PushStore } from "../../ports/store.ts";
import type { HubOffer, PushSubscription } from "../../records/push.ts";

/** The path under which hubs reach the desk; a subscription's id follows. */
export const callbackPath = "/websub/";

/** What polling knows of pushing. */
export interface PushDesk {
  /** Takes up the hub that a source names now, and lets go of any that it named before. */
  readonly noteOffer: (sourceId: string, offer: HubOffer | null) => Promise<void>;
  /** Until when a hub has promised to push the source's news, epoch milliseconds; null when none does now. */
  readonly pushedUntil: (sourceId: string) => Promise<number | null>;
}

export interface PushDeskParts {
  readonly store: Pick<PushStore, "pushesOf" | "keepPush">;
  readonly clock: Clock;
  /** Where the internet reaches this desk, such as `https://desk.example`. */
  readonly publicUrl: string;
  /** Unguessable, and no address of anything. */
  readonly newId: () => string;
  readonly newSecret: () => string;
}

/** The desk's side of pushing, over a store. Nothing is sent here: `keepPushes` does that when it is due. */
export function createPushDesk(parts: PushDeskParts): PushDesk {
  const { store, clock } = parts;
  return {
    noteOffer: async (sourceId, offer) => {
      const wanted = (await store.pushesOf(sourceId)).filter(({ state }) => state === "wanted");
      const isKept = (push: PushSubscription): boolean =>
        isFor(push, offer) && push.callback === callbackOf(push.id, parts);
      for (const push of wanted) if (!isKept(push)) await store.keepPush(ended(push, clock.now()));
      if (offer && !wanted.some(isKept)) await store.keepPush(newPush(sourceId, offer, parts));
    },
    pushedUntil: async (sourceId) => {
      const wanted = (await store.pushesOf(sourceId)).filter(({ state }) => state === "wanted");
      const until = Math.max(0, ...wanted.map(({ leaseEndsAt }) => leaseEndsAt ?? 0));
      return until > clock.now() ? until : null;
    },
  };
}

/** The subscription as one that the hub is asked to end, at once. */
export const ended = (push: PushSubscription, now: number): PushSubscription => ({
  ...push,
  state: "ending",
  dueAt: now,
  attempts: 0,
});

const isFor = (push: PushSubscription, offer: HubOffer | null): boolean =>
  push.hub === offer?.hub && push.topic === offer.topic;

const callbackOf = (id: string, { publicUrl }: PushDeskParts): string =>
  publicUrl.replace(/\/+$/, "") + callbackPath + id;

function newPush(sourceId: string, offer: HubOffer, parts: PushDeskParts): PushSubscription {
  const id = parts.newId();
  return {
    ...{ id, sourceId, hub: offer.hub, topic: offer.topic, callback: callbackOf(id, parts), secret: parts.newSecret() },
    ...{ state: "wanted", leaseEndsAt: null, dueAt: parts.clock.now(), attempts: 0 },
  };
}

// Hubs fail silently, so a pushed source is still polled: four times as seldom, and once in six hours at least.
const slowdown = 4;
const longestGapMs = 6 * 60 * 60_000;

/**
 * When a source that is pushed until an instant is polled again, given when it would be otherwise: later, but no later than
 * the promise ends. Epoch milliseconds, all three.
 */
export function slowedByPush(dueAt: number, pushedUntil: number, now: number): number {
  const slowed = now + Math.min((dueAt - now) * slowdown, longestGapMs);
  return Math.max(dueAt, Math.min(slowed, pushedUntil));
}
