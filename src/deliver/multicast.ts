// What one call brings to many: deliveries of the same content, bound together before the call so that a repeat is the same one.
import type { OutboxStore } from "../ports/outbox-store.ts";
import type { Multicast, Platform } from "../ports/platform.ts";
import type { Delivery, DeliveryResult } from "../records/edition.ts";
import { quietUntil } from "./hold-quiet.ts";
import { takeBackWith } from "./quota/notice.ts";
import { heldUntil, isStale, type SendParts, staleReason, stateAfter } from "./send.ts";

/** What goes to a platform in one call: a delivery alone, or those of one multicast. Never empty. */
export interface Consignment {
  readonly deliveries: readonly Delivery[];
  /** Null for a delivery alone. */
  readonly multicastId: string | null;
}

export interface MulticastParts extends SendParts {
  readonly store: SendParts["store"] &
    Pick<OutboxStore, "joinMulticast" | "settleMulticast" | "settleDeliveries" | "partMulticast">;
}

/** Puts together what was claimed. `newId`: a new UUID. */
export function consign(
  deliveries: readonly Delivery[],
  platforms: readonly Platform[],
  newId: () => string,
): readonly Consignment[] {
  const groups = Map.groupBy(deliveries, (delivery) => {
    const content = delivery.isUntried ? contentOf(delivery, platforms) : null;
    return delivery.multicastId ?? content ?? delivery;
  });
  return [...groups].flatMap(([key, members]): Consignment[] => {
    const [first] = members;
    if (first === undefined || typeof key !== "string") return [{ deliveries: members, multicastId: null }];
    // One that was begun is repeated whole: a part of it under the same key would count as sent with the other part.
    if (first.multicastId !== undefined) return [{ deliveries: members, multicastId: first.multicastId }];
    const { limit } = multicastOf(first, platforms) ?? { limit: 1 };
    return chunked(members, limit).map((chunk) => ({
      deliveries: chunk,
      multicastId: chunk.length > 1 ? newId() : null,
    }));
  });
}

const multicastOf = ({ channel }: Delivery, platforms: readonly Platform[]): Multicast | undefined =>
  platforms.find(({ name }) => name === channel.platform)?.multicast;

const contentOf = (delivery: Delivery, platforms: readonly Platform[]): string | null =>
  multicastOf(delivery, platforms)?.contentOf(delivery) ?? null;

function chunked(members: readonly Delivery[], size: number): readonly (readonly Delivery[])[] {
  return Array.from({ length: Math.ceil(members.length / size) }, (_, index) =>
    members.slice(index * size, (index + 1) * size),
  );
}

/** Sends a multicast, and writes down what became of it; how many it reached. Throws what the store throws. */
export async function sendMulticast(
  multicastId: string,
  deliveries: readonly Delivery[],
  parts: MulticastParts,
): Promise<number> {
  const letGo = deliveries.map(({ id }) => parts.leases.keep("delivery", id));
  try {
    const awake = await holdWhileQuiet(multicastId, deliveries, parts);
    const bound = awake.length === 0 ? [] : await bind(multicastId, awake, parts.store);
    return bound.length === 0 ? 0 : await sendBound(multicastId, bound, parts);
  } finally {
    for (const end of letGo) end();
  }
}

/**
 * Those that may be sent now. Of a multicast that is not begun only the quiet channels wait; one that is begun waits whole, since a repeat
 * must go to all that may have had it, or to none.
 */
async function holdWhileQuiet(
  multicastId: string,
  deliveries: readonly Delivery[],
  parts: MulticastParts,
): Promise<readonly Delivery[]> {
  const { store, clock } = parts;
  const ends = new Map(
    deliveries.flatMap((delivery) => {
      const endsAt = quietUntil(delivery.settings, delivery.edition, clock.now(), parts);
      return endsAt === null ? [] : [[delivery, endsAt] as const];
    }),
  );
  if (ends.size === 0) return deliveries;
  if (deliveries.some((delivery) => delivery.multicastId === multicastId)) {
    const attempts = Math.max(...deliveries.map((delivery) => delivery.attempts));
    await store.settleMulticast(multicastId, heldUntil(Math.max(...ends.values()), attempts));
    return [];
  }
  await store.settleDeliveries(
    [...ends].map(([{ id, attempts }, endsAt]) => ({ deliveryId: id, state: heldUntil(endsAt, attempts) })),
  );
  return deliveries.filter((delivery) => !ends.has(delivery));
}

/** Before anything is sent: a worker that dies in the midst leaves behind what its successor has to repeat. */
async function bind(
  multicastId: string,
  deliveries: readonly Delivery[],
  store: MulticastParts["store"],
): Promise<readonly Delivery[]> {
  if (deliveries.every((delivery) => delivery.multicastId === multicastId)) return deliveries;
  const ids = deliveries.map(({ id }) => id);
  const bound = await store.joinMulticast(multicastId, ids);
  return deliveries.filter(({ id }) => bound.has(id));
}

async function sendBound(multicastId: string, deliveries: readonly Delivery[], parts: MulticastParts): Promise<number> {
  const { store, clock, log } = parts;
  const result = await attempt(multicastId, deliveries, parts);
  const now = clock.now();
  const attempts = Math.max(...deliveries.map((delivery) => delivery.attempts));
  const fields = { multicast: multicastId, channels: deliveries.length };
  if (result.outcome === "delivered") {
    await store.settleMulticast(multicastId, stateAfter({ attempts }, result, now));
    log.info("edition delivered to many", fields);
    return deliveries.length;
  }
  log.warn("edition not delivered to many", { ...fields, reason: result.reason });
  if (result.outcome === "retry") await store.settleMulticast(multicastId, stateAfter({ attempts }, result, now));
  else if (result.reason === staleReason) {
    await store.settleMulticast(multicastId, { state: "failed", at: now, reason: result.reason });
    for (const delivery of deliveries) await takeBackWith(delivery, parts);
  }
  // None of them was sent, and which one is at fault shows when each goes alone.
  else
    await store.partMulticast(multicastId, {
      ...{ state: "waiting", dueAt: now, attempts: attempts + 1, problem: result.reason },
    });
  return 0;
}

async function attempt(
  multicastId: string,
  deliveries: readonly Delivery[],
  { platforms, clock }: MulticastParts,
): Promise<DeliveryResult> {
  if (deliveries.some(({ edition }) => isStale(edition, clock.now())))
    return { outcome: "refused", reason: staleReason };
  const [first] = deliveries;
  const multicast = first && multicastOf(first, platforms);
  if (!multicast) return { outcome: "retry", reason: `${first?.channel.platform} is not set up on this desk` };
  return await multicast.deliver(multicastId, deliveries);
}
