// What each channel would like until the month's end, from its schedules and from how many editions have come lately. Pure.
import type { MeteredChannel } from "../../ports/quota-store.ts";
import type { QuotaMonth, QuotaPlan } from "../../records/quota.ts";
import type { Schedule, Subscription } from "../../records/subscription.ts";
import type { Demand } from "./plan-month.ts";

export const dayMs = 24 * 3_600_000;
/** How far back it is looked for what comes. */
export const learnedFromMs = 14 * dayMs;

// A running subscription of which nothing is known yet: about what a search for one subject brings in a day.
const runningPerDay = 6;
// Nothing is learned from less.
const leastDays = 1;
// Of an expression that comes due more often, the first ones tell.
const mostDues = 50;

export interface DemandParts {
  readonly now: number;
  readonly month: QuotaMonth;
  readonly previous: QuotaPlan | null;
  readonly weightOf: (address: string) => number;
  readonly recipientsOf: (channelId: string) => number;
  readonly nextDueAfter: (schedule: Schedule, timeZone: string, after: number) => number;
}

/** Editions a day by subscription: learned while nothing is held, and remembered while it is. */
export function learnRates(channels: readonly MeteredChannel[], parts: DemandParts): Record<string, number> {
  const plans = new Map(parts.previous?.channels.map((plan) => [plan.channelId, plan]));
  const rates: Record<string, number> = {};
  for (const { channel, subscriptions, editionsByDay } of channels) {
    const plan = plans.get(channel.id);
    const scheduledSince = plan === undefined ? 0 : plan.scheduledSince;
    for (const subscription of subscriptions) {
      const known = parts.previous?.learned[subscription.id];
      const nominal = nominalRate(subscription, parts);
      const learned =
        scheduledSince === null
          ? null
          : learnRate(subscription, editionsByDay.get(subscription.id), scheduledSince, nominal, parts.now);
      rates[subscription.id] = learned ?? known ?? nominal ?? runningPerDay;
    }
  }
  return rates;
}

function learnRate(
  { createdAt, schedule }: Subscription,
  editionsByDay: ReadonlyMap<number, number> | undefined,
  scheduledSince: number,
  nominal: number | null,
  now: number,
): number | null {
  const since = Math.max(now - learnedFromMs, createdAt, scheduledSince);
  const days = (now - since) / dayMs;
  if (days < leastDays) return null;
  let editions = 0;
  for (const [day, count] of editionsByDay ?? []) if ((day + 1) * dayMs > since) editions += count;
  if (schedule.kind === "now" || nominal === null) return editions / days;
  // One more on both sides: after two days, one empty edition is no proof that every second one will be.
  const dues = Math.floor(days * nominal);
  return nominal * Math.min(1, (editions + 1) / (dues + 1));
}

/** Times a day that the subscription comes due; null for a running one. */
function nominalRate({ schedule, timeZone, dueAt }: Subscription, { nextDueAfter }: DemandParts): number | null {
  switch (schedule.kind) {
    case "now":
      return null;
    case "hourly":
      return 24;
    case "daily":
      return 1;
    case "weekly":
      return 1 / 7;
    case "cron": {
      let last = dueAt;
      let dues = 0;
      while (dues < mostDues && last < dueAt + 28 * dayMs) {
        last = nextDueAfter(schedule, timeZone, last);
        dues += 1;
      }
      return (dues * dayMs) / (last - dueAt);
    }
  }
}

/** Of every channel that has subscriptions. */
export function demandsOf(
  channels: readonly MeteredChannel[],
  rates: Readonly<Record<string, number>>,
  parts: DemandParts,
): readonly Demand[] {
  const { now, month } = parts;
  return channels.map(({ channel, subscriptions, served, servedAt }) => {
    const daysLeft = Math.max(0, month.endsAt - now) / dayMs;
    const editions = sum(subscriptions.map((subscription) => editionsLeft(subscription, rates, month.endsAt, now)));
    const perDay = subscriptions.map(({ id }) => rates[id] ?? 0);
    // Days on which one of them has an edition, as if they knew nothing of each other.
    const shareOfDays = 1 - perDay.reduce((none, rate) => none * (1 - Math.min(1, rate)), 1);
    const began = Math.max(month.startsAt, Math.min(...subscriptions.map(({ createdAt }) => createdAt)));
    return {
      channelId: channel.id,
      recipients: parts.recipientsOf(channel.id),
      weight: parts.weightOf(channel.address),
      editions,
      days: Math.min(editions, Math.max(daysLeft * shareOfDays, Math.min(1, editions))),
      pastDays: (Math.max(0, now - began) / dayMs) * shareOfDays,
      served,
      ...{ servedAt, beganAt: began },
    };
  });
}

const periodsMs: Partial<Record<Schedule["kind"], number>> = { daily: dayMs, weekly: 7 * dayMs };

function editionsLeft(
  { id, schedule, dueAt }: Subscription,
  rates: Readonly<Record<string, number>>,
  endsAt: number,
  now: number,
): number {
  const rate = rates[id] ?? 0;
  const period = periodsMs[schedule.kind];
  if (period === undefined) return (rate * Math.max(0, endsAt - now)) / dayMs;
  const dues = dueAt >= endsAt ? 0 : 1 + Math.floor((endsAt - 1 - Math.max(dueAt, now)) / period);
  return dues * Math.min(1, (rate * period) / dayMs);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
