// Deliver, second half: what waits in the outbox goes to its platform, once.
import type { Clock } from "../ports/clock.ts";
import type { Leases } from "../ports/leases.ts";
import type { Log } from "../ports/log.ts";
import type { OutboxStore } from "../ports/outbox-store.ts";
import type { Platform } from "../ports/platform.ts";
import type { QuotaStore } from "../ports/quota-store.ts";
import type { CacheRows } from "../ports/store.ts";
import type { Delivery, DeliveryResult, DeliveryState } from "../records/edition.ts";
import { type HoldParts, quietUntil } from "./hold-quiet.ts";
import { takeBackWith } from "./quota/notice.ts";

const firstRetryMs = 5_000;
const longestRetryMs = 3_600_000;
// LINE forgets a retry key after 24 h: an attempt later than that could arrive twice.
const staleAfterMs = 23 * 3_600_000;
export const staleReason = "the edition is older than 23 hours";

/** Too old to be sent, or sent again. */
export const isStale = ({ publishedAt }: Delivery["edition"], now: number): boolean => now - publishedAt > staleAfterMs;

export interface SendParts {
  readonly store: Pick<OutboxStore, "claimDeliveries" | "settleDelivery" | "endChannel" | "pauseChannel"> &
    Pick<QuotaStore, "withdrawEdition" | "noteRefusal"> &
    Pick<CacheRows, "deleteCache">;
  readonly platforms: readonly Platform[];
  /** A delivery under way is never given to a second worker, however long its platform takes. */
  readonly leases: Leases;
  readonly clock: Clock;
  readonly log: Log;
  readonly nextDueAfter: HoldParts["nextDueAfter"];
  /** Once aborted, nothing more is claimed. */
  readonly stopSignal?: AbortSignal;
}

/**
 * Sends one that was claimed, and writes down what became of it. A platform that is not started keeps its deliveries waiting. Throws
 * what the store throws.
 */
export async function sendDelivery(delivery: Delivery, parts: SendParts): Promise<DeliveryResult["outcome"]> {
  const letGo = parts.leases.keep("delivery", delivery.id);
  try {
    return await sendHeld(delivery, parts);
  } finally {
    letGo();
  }
}

async function sendHeld(delivery: Delivery, parts: SendParts): Promise<DeliveryResult["outcome"]> {
  const { store, clock, log } = parts;
  const quietEndsAt = quietUntil(delivery.settings, delivery.edition, clock.now(), parts);
  if (quietEndsAt !== null) return await hold(delivery, quietEndsAt, parts);
  const result = await attemptDelivery(delivery, parts);
  if (result.outcome === "exhausted" && (await takeBack(delivery, result.reason, parts))) return result.outcome;
  const state = stateAfter(delivery, result, clock.now());
  await store.settleDelivery(delivery.id, state);
  if (state.state === "failed") await takeBackWith(delivery, parts);
  if (result.outcome === "gone") await store.endChannel(delivery.channel.id, result.reason, clock.now());
  if (result.outcome === "barred") await pauseChannel(delivery, result.reason, parts);
  const fields = { delivery: delivery.id, channel: delivery.channel.id, stories: delivery.edition.cards.length };
  if (state.state === "delivered") log.info("edition delivered", fields);
  else log.warn("edition not delivered", { ...fields, ...problemFields(state) });
  return result.outcome;
}

/**
 * What the platform's quota has no room for is not lost: it goes back into its subscription, which brings it together with what comes in
 * until there is room, or somebody asks. False when the delivery is not waiting any more.
 */
async function takeBack(delivery: Delivery, reason: string, parts: SendParts): Promise<boolean> {
  const { store, clock, log } = parts;
  const { id, channel, recipients = 1 } = delivery;
  await store.noteRefusal(channel.platform, { at: clock.now(), recipients });
  if (!(await store.withdrawEdition(id, clock.now()))) return false;
  await takeBackWith(delivery, parts);
  log.warn("edition held back: the platform's quota has no room for it", { delivery: id, channel: channel.id, reason });
  return true;
}

/** What was published before the channel's quiet hours and is late comes at their end. */
async function hold({ id, attempts }: Delivery, dueAt: number, { store }: SendParts): Promise<"retry"> {
  await store.settleDelivery(id, heldUntil(dueAt, attempts));
  return "retry";
}

/** How a delivery stands whose channel is quiet until then. */
export const heldUntil = (dueAt: number, attempts: number): DeliveryState => ({
  ...{ state: "waiting", dueAt, attempts, problem: "its channel has quiet hours" },
});

/** Whoever made the subscriptions is told, once, where nobody reads the channel any more. */
async function pauseChannel({ channel }: Delivery, reason: string, parts: SendParts): Promise<void> {
  const { store, platforms, clock } = parts;
  const makers = await store.pauseChannel(channel.id, reason, clock.now());
  const platform = platforms.find(({ name }) => name === channel.platform);
  for (const maker of makers) await platform?.tellPaused?.(maker, channel);
}

async function attemptDelivery(delivery: Delivery, { platforms, clock }: SendParts): Promise<DeliveryResult> {
  if (isStale(delivery.edition, clock.now())) return { outcome: "refused", reason: staleReason };
  const platform = platforms.find(({ name }) => name === delivery.channel.platform);
  if (!platform) return { outcome: "retry", reason: `${delivery.channel.platform} is not set up on this desk` };
  try {
    return await platform.deliver(delivery);
  } catch (error) {
    // Platforms promise not to throw; one that does must not end the loop for the others.
    return { outcome: "retry", reason: error instanceof Error ? error.message : "unknown fault" };
  }
}

/** How a delivery stands after an attempt: a retry waits twice as long each time, an hour at most, or as long as the platform asked. */
export function stateAfter(delivery: Pick<Delivery, "attempts">, result: DeliveryResult, now: number): DeliveryState {
  if (result.outcome === "delivered")
    return { state: "delivered", at: now, ...(result.posted && { posted: result.posted }) };
  if (result.outcome !== "retry") return { state: "failed", at: now, reason: result.reason };
  const waitMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(delivery.attempts, 20));
  return {
    state: "waiting",
    // Platforms say it in fractions too, and instants are whole milliseconds.
    dueAt: now + Math.ceil(Math.max(waitMs, result.retryAfterMs ?? 0)),
    attempts: delivery.attempts + 1,
    problem: result.reason,
  };
}

function problemFields(state: Exclude<DeliveryState, { state: "delivered" }>) {
  return state.state === "waiting"
    ? { reason: state.problem, retryAt: new Date(state.dueAt).toISOString() }
    : { reason: state.reason };
}
