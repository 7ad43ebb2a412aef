// The quota planner: shares what is left of a month's messages among the channels. Pure.
import type { ChannelPlan, QuotaMonth, Rhythm } from "../../records/quota.ts";

const hourMs = 3_600_000;

/** What a channel would like until the month's end, and what it had of the month. Editions are expected numbers, fractions allowed. */
export interface Demand {
  readonly channelId: string;
  /** What one push costs, in messages: 1 for a person, the members of a group. */
  readonly recipients: number;
  /** 1 for most; a channel of 2 gets twice the share. */
  readonly weight: number;
  /** Editions as scheduled. */
  readonly editions: number;
  /** Editions when there is one a day at most. Never more than `editions`. */
  readonly days: number;
  /** As `days`, of the part of the month that is over. */
  readonly pastDays: number;
  /** Editions that came this month, pushed or asked for. */
  readonly served: number;
  /** When the last one came, in whatever month; null: never. */
  readonly servedAt: number | null;
  /** Since when it wants any this month: the month's beginning, or its first subscription. */
  readonly beganAt: number;
}

export interface PlanInput {
  readonly now: number;
  readonly month: QuotaMonth;
  /** Messages that may still be used, the reserve taken off. */
  readonly budget: number;
  readonly demands: readonly Demand[];
  /** As planned last, by channel. */
  readonly previous: ReadonlyMap<string, ChannelPlan>;
}

/** Where a plan that does not carry everything begins to, there must be room: else a day's chance would turn it over and back. */
const roomToReturn = 0.9;

/**
 * Plans what is pushed until the month's end: `Σ pushes × recipients ≤ budget`, whatever comes in.
 *
 * - When all fits, all goes out as scheduled.
 * - Else whole editions are given out one by one, each to the channel that is covered least, as long as the budget holds (progressive
 *   filling). A channel's coverage is the share of its days with news on which it gets an edition, this month's past ones included, divided
 *   by its weight: this is max-min fairness over shares. Messages are the price, never the measure, so that a group of 200 is no richer
 *   than a person, and no poorer: equal numbers of messages would starve the large groups, the most editions for the money would starve
 *   them too, and shares of time alone would have the small ones wait for the large ones' turn. Whose next edition is beyond the budget
 *   is passed over, and the rest goes to the others: nothing is left lying while somebody can use it.
 * - Editions that people asked for count as coverage. They are free, so what is pushed goes to the chats that ask less.
 * - Days come before hours: no channel gets a second edition a day while another has none. So a plan that is short first merges running and
 *   hourly subscriptions into one a day, then days into every few days, and holds what it can't pay at all until somebody asks.
 * - Between equals, who has gone without longest comes first, over the border of months, then who costs less. A group that a month was too
 *   small for is at the head of the next.
 * - Pushes are spread over what is left of the month, counted from the last edition, however it came. Who never had one waits for half as
 *   long: with a push a day that is no time, with one a month it gives the chat ten days to ask, which would spare the push for another.
 *
 * Deterministic. It does not flap: a channel once thinned goes back to its schedule only when everything fits with a tenth to spare, and
 * a rhythm is called by another name only when it has changed by half. No single edition that a channel has could have been given to one
 * that is covered less, or the planner would have.
 */
export function planMonth(input: PlanInput): readonly ChannelPlan[] {
  const { demands, now } = input;
  const wasThinned = demands.some(({ channelId }) => isThinned(input.previous.get(channelId)?.rhythm));
  const room = wasThinned ? input.budget * roomToReturn : input.budget;
  if (wantedCost(demands) <= room) return demands.map((demand) => asScheduled(demand, input.previous, now));
  const pushes = fill(demands, input.budget);
  return demands.map((demand) => thinned(demand, pushes.get(demand.channelId) ?? 0, input));
}

/** Messages that all would cost as scheduled. */
export const wantedCost = (demands: readonly Demand[]): number =>
  demands.reduce((sum, { recipients, editions }) => sum + recipients * editions, 0);

export const plannedCost = (plans: readonly ChannelPlan[]): number =>
  plans.reduce((sum, { recipients, pushes }) => sum + recipients * pushes, 0);

export const isThinned = (rhythm: Rhythm | undefined): boolean => rhythm !== undefined && rhythm.kind !== "scheduled";

// Beyond every coverage by days, whatever the weights are.
const allDays = 1e6;

/**
 * How well the channel is covered with so many more pushes: by its days first, and when it has all of them by the hours of its schedule;
 * divided by its weight. A channel that wants nothing is covered.
 */
export function coverageWith({ editions, days, pastDays, served, weight }: Demand, pushes: number): number {
  const wanted = pastDays + days;
  if (wanted <= 0) return Number.POSITIVE_INFINITY;
  if (pushes < days) return (Math.min(served, pastDays) + pushes) / wanted / weight;
  return allDays + (editions > days ? (pushes - days) / (editions - days) : 0) / weight;
}

/** What one channel may have at most: a last edition that is only half expected is planned for. */
const most = ({ editions }: Demand): number => Math.round(editions);

function fill(demands: readonly Demand[], budget: number): ReadonlyMap<string, number> {
  const pushes = new Map<string, number>();
  let left = budget;
  // The one that is covered least stands last, where it is taken from.
  const waiting = demands
    .filter((demand) => most(demand) > 0)
    .map((demand) => ({ demand, coverage: coverageWith(demand, 0) }))
    .toSorted((a, b) => later(a, b));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { demand } = next;
    // What is beyond the budget now is so for good: the budget only shrinks.
    if (demand.recipients > left) continue;
    left -= demand.recipients;
    const given = (pushes.get(demand.channelId) ?? 0) + 1;
    pushes.set(demand.channelId, given);
    if (given < most(demand)) insert(waiting, { demand, coverage: coverageWith(demand, given) });
  }
  return pushes;
}

interface Waiting {
  readonly demand: Demand;
  readonly coverage: number;
}

/** Positive when `a` comes before `b`: such stand behind. */
function later(a: Waiting, b: Waiting): number {
  return (
    b.coverage - a.coverage ||
    (b.demand.servedAt ?? 0) - (a.demand.servedAt ?? 0) ||
    b.demand.recipients - a.demand.recipients ||
    (a.demand.channelId < b.demand.channelId ? 1 : -1)
  );
}

function insert(waiting: Waiting[], entry: Waiting): void {
  let [from, to] = [0, waiting.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = waiting[middle];
    if (there !== undefined && later(there, entry) <= 0) from = middle + 1;
    else to = middle;
  }
  waiting.splice(from, 0, entry);
}

function asScheduled(
  { channelId, recipients, editions }: Demand,
  previous: PlanInput["previous"],
  now: number,
): ChannelPlan {
  const since = previous.get(channelId)?.scheduledSince ?? now;
  return { channelId, recipients, rhythm: { kind: "scheduled" }, pushes: editions, nextAt: 0, scheduledSince: since };
}

function thinned(demand: Demand, pushes: number, { now, month, previous }: PlanInput): ChannelPlan {
  const { channelId, recipients } = demand;
  const before = previous.get(channelId);
  // One that gets all it wants is left alone, unless it was thinned: then it waits for room.
  if (pushes >= most(demand) && !isThinned(before?.rhythm)) return { ...asScheduled(demand, previous, now), pushes };
  const plan = { channelId, recipients, pushes, scheduledSince: null };
  if (pushes === 0) return { ...plan, rhythm: { kind: "held" }, nextAt: month.endsAt };
  const left = Math.max(hourMs, month.endsAt - now);
  return { ...plan, rhythm: rhythmOf(left / pushes, before?.rhythm), nextAt: nextTurn(demand, pushes, left, now) };
}

/** Spread from the last edition on, so that half a pause is left behind the last: the due times of a schedule seldom meet it exactly. */
function nextTurn({ servedAt, beganAt }: Demand, pushes: number, left: number, now: number): number {
  const from = servedAt ?? beganAt;
  const pause = (now - from + left) / (pushes + 0.5);
  return Math.round(from + (servedAt === null ? pause / 2 : pause));
}

const hoursOfADay = [1, 2, 3, 4, 6, 8, 12, 24];

function rhythmOf(pauseMs: number, before: Rhythm | undefined): Rhythm {
  const hours = pauseMs / hourMs;
  if (before?.kind === "every" && hours > before.hours / 1.5 && hours < before.hours * 1.5) return before;
  const named = hoursOfADay.find((step) => hours <= step * 1.2) ?? 24 * Math.round(hours / 24);
  return { kind: "every", hours: named };
}
