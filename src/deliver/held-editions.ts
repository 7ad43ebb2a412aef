// Editions held back for a platform's quota are offered to who asks: shown by a reply, and never pushed as well.
import type { Clock } from "../ports/clock.ts";
import type { HeldEditions } from "../ports/held-editions.ts";
import type { Log } from "../ports/log.ts";
import type { OutboxStore } from "../ports/outbox-store.ts";
import type { QuotaStore } from "../ports/quota-store.ts";
import type { ChannelSettingsStore } from "../ports/reader-store.ts";
import type { CacheRows, SubscriptionStore } from "../ports/store.ts";
import { unsetChannel } from "../records/channel-settings.ts";
import type { Delivery, Edition } from "../records/edition.ts";
import type { ChannelPlan, QuotaWishes, Rhythm } from "../records/quota.ts";
import type { Subscription } from "../records/subscription.ts";
import { editionSize } from "./edition-size.ts";
import { type MergeParts, mergeHeld, waitingOf } from "./merge-held.ts";
import { currentQuota, type MeteredPlatform, offeredAgainMs, type PlanParts } from "./quota/keep-plan.ts";
import { type NoticeParts, noticeDue, takeBackWith, takeNoticeBack } from "./quota/notice.ts";
import { type RewriteParts, rewriteCards } from "./rewrite-cards.ts";

export interface HeldParts extends MergeParts, RewriteParts, NoticeParts {
  readonly store: MergeParts["store"] &
    RewriteParts["store"] &
    NoticeParts["store"] &
    Pick<ChannelSettingsStore, "channelSettings"> &
    Pick<OutboxStore, "publishEdition" | "settleDelivery"> &
    PlanParts["store"] &
    Pick<SubscriptionStore, "subscriptionsOf"> &
    Pick<CacheRows, "deleteCache"> &
    Pick<QuotaStore, "withdrawEdition" | "claimAsked" | "countAsked">;
  readonly clock: Clock;
  readonly log: Log;
  /** A new UUID. */
  readonly newId: () => string;
  /** What counts the pushes; left out: no channel is planned for before its first edition is due. */
  readonly metering?: { readonly platform: () => MeteredPlatform; readonly wishes: QuotaWishes };
}

// The answer to a subscription comes within it.
const justNowMs = 60_000;

// Longer than a reply token lives, and than a model is waited for.
const replyLeaseMs = 2 * 60_000;

/**
 * The editions that wait. Taking one writes it down before it is shown: two who ask at one moment, or one who asks as it is being pushed, both
 * move the same subscription on, which only one of them can. A reply has no key to repeat it by, so a desk that is killed between the
 * reply and its note can't know whether it was shown: such an edition is offered again, to who asks for it, and nobody else.
 */
export function createHeldEditions(parts: HeldParts): HeldEditions {
  const { store, clock } = parts;
  return {
    offer: async (channelId) => {
      const now = clock.now();
      const isWaiting =
        (await store.countAsked(channelId, now - offeredAgainMs)) > 0 || (await hasNews(channelId, now, parts));
      if (!isWaiting && !(await hasJustSubscribed(channelId, now, parts))) return null;
      const rhythm = await rhythmToTell(channelId, parts);
      return isWaiting || rhythm !== null ? { isWaiting, rhythm } : null;
    },

    notTold: (channelId) => takeNoticeBack(channelId, parts),

    take: async (channelId) => {
      const now = clock.now();
      const [left] = await store.claimAsked(channelId, now - offeredAgainMs, now, replyLeaseMs);
      if (left !== undefined) return left;
      const [first] = await heldOf(channelId, now, parts);
      return first === undefined ? null : takeAll(first, now, parts);
    },

    settle: async (delivery, outcome) => {
      const { id, channel } = delivery;
      const now = clock.now();
      if (outcome === "shown") await store.settleDelivery(id, { state: "delivered", at: now });
      else if (outcome === "refused") {
        await store.withdrawEdition(id, now);
        await takeBackWith(delivery, parts);
      } else {
        const problem = "it is not known whether the reply arrived";
        await store.settleDelivery(id, { state: "waiting", dueAt: now, attempts: 1, problem });
      }
      // Who was served has had its turn.
      await store.staleQuota(channel.platform);
    },
  };
}

/** Whoever subscribes is told with the answer: where nothing can be pushed, no edition would ever bring the news. Plans for a new channel. */
async function hasJustSubscribed(channelId: string, now: number, parts: HeldParts): Promise<boolean> {
  const subscriptions = await parts.store.subscriptionsOf(channelId);
  if (!subscriptions.some(({ createdAt }) => now - createdAt < justNowMs)) return false;
  const { metering } = parts;
  if (metering && (await planOf(channelId, parts)) === null)
    await currentQuota(metering.platform(), { ...parts, wishes: metering.wishes }, true);
  return true;
}

const heldOf = async (channelId: string, now: number, { store }: HeldParts): Promise<readonly Subscription[]> =>
  (await waitingOf(channelId, now, store)).filter(({ heldSince }) => heldSince !== undefined);

async function hasNews(channelId: string, now: number, parts: HeldParts): Promise<boolean> {
  const [first] = await heldOf(channelId, now, parts);
  return first !== undefined && (await mergeHeld(first, now, 1, parts)).cards.length > 0;
}

async function takeAll(subscription: Subscription, now: number, parts: HeldParts): Promise<Delivery | null> {
  const { store, newId, nextDueAfter } = parts;
  const { id: subscriptionId, channelId, coveredUntil, timeZone, look, schedule, dueAt } = subscription;
  const channel = await store.findChannel(channelId);
  const { cards, total, also, merged } = await mergeHeld(subscription, now, editionSize, parts);
  if (channel === null || cards.length === 0) return null;
  const rhythm = await rhythmToTell(channelId, parts);
  const edition: Edition = {
    ...{ id: newId(), subscriptionId, publishedAt: now, from: coveredUntil, until: now, total, timeZone },
    cards: await rewriteCards(cards, subscription, parts),
    ...(look && { look }),
    ...(merged.length > 0 && { merged }),
    ...(rhythm && { rhythm }),
  };
  const id = newId();
  const next = { subscriptionId, dueAt: nextDueAfter(schedule, timeZone, now), coveredUntil: now };
  const askedUntil = parts.clock.now() + replyLeaseMs;
  if (!(await store.publishEdition(edition, id, dueAt, next, { also, askedUntil }))) return null;
  const settings = (await store.channelSettings([channelId])).get(channelId) ?? unsetChannel;
  return { id, channel, edition, settings, attempts: 0 };
}

async function rhythmToTell(channelId: string, parts: HeldParts): Promise<Rhythm | null> {
  const found = await planOf(channelId, parts);
  return found && noticeDue(channelId, found.plan.rhythm, found.monthEndsAt, parts);
}

async function planOf(
  channelId: string,
  { store }: HeldParts,
): Promise<{ readonly plan: ChannelPlan; readonly monthEndsAt: number } | null> {
  const channel = await store.findChannel(channelId);
  const kept = channel && (await store.keptQuota(channel.platform)).plan;
  const plan = kept?.channels.find((candidate) => candidate.channelId === channelId);
  return plan ? { plan, monthEndsAt: kept?.month.endsAt ?? 0 } : null;
}
