// Keeps the month's plan: reads what the platform counts, counts along, and plans anew as things change.
import { quotaText } from "../../language/quota-text.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Meter, Platform } from "../../ports/platform.ts";
import type { KeptQuota, MeteredChannel, QuotaStore } from "../../ports/quota-store.ts";
import { LedeError } from "../../records/errors.ts";
import type { QuotaMonth, QuotaPlan, QuotaReading, QuotaWishes } from "../../records/quota.ts";
import type { Schedule } from "../../records/subscription.ts";
import { type DemandParts, dayMs, demandsOf, learnedFromMs, learnRates } from "./demand.ts";
import { isThinned, planMonth, plannedCost, wantedCost } from "./plan-month.ts";

export interface PlanParts {
  readonly store: Pick<
    QuotaStore,
    "meteredChannels" | "messagesPushed" | "keptQuota" | "keepQuota" | "staleQuota" | "settleAsked"
  >;
  readonly clock: Clock;
  readonly log: Log;
  readonly wishes: QuotaWishes;
  readonly nextDueAfter: (schedule: Schedule, timeZone: string, after: number) => number;
}

export type MeteredPlatform = Platform & { readonly meter: Meter };

// LINE's own count comes with some delay, and other senders are seldom in a hurry.
const readEveryMs = 10 * 60_000;
// A group that could never be asked for its size.
const guessedRecipients = 20;
/** What was asked for and may not have arrived is offered again for so long. */
export const offeredAgainMs = dayMs;

/** The plan as it is now; planned anew when it is stale, ten minutes old, or of another month. Throws what the store throws. */
export async function currentQuota(
  platform: MeteredPlatform,
  parts: PlanParts,
  isForced = false,
): Promise<KeptQuota & { readonly plan: QuotaPlan }> {
  const { store, clock } = parts;
  const now = clock.now();
  const kept = await store.keptQuota(platform.name);
  const { plan } = kept;
  const month = platform.meter.monthOf(now);
  const isOfThisMonth = plan?.month.startsAt === month.startsAt;
  const isOfLastMonth = plan !== null && plan.month.endsAt === month.startsAt;
  const isKnown = isOfThisMonth || (isOfLastMonth && plan.readAt >= month.startsAt);
  if (plan !== null && isKnown && now - plan.plannedAt < readEveryMs && !kept.isStale && !isForced)
    return { ...kept, plan };
  const mustRead = !isOfThisMonth || now - plan.readAt >= readEveryMs;
  const read = mustRead ? await readUsage(platform, plan, parts) : null;
  const made =
    isOfLastMonth && isStillCounting(plan, read, now)
      ? { ...plan, plannedAt: now, readAt: now }
      : await makePlan(platform, { month, previous: plan, read }, parts);
  await store.keepQuota(platform.name, made);
  await store.settleAsked(now - offeredAgainMs, now);
  tellOperator(platform.name, plan, made, parts.log);
  return { ...kept, plan: made };
}

/** What is known goes on to hold when the platform can't be asked; nothing is lost by a push that it then refuses. */
async function readUsage(
  { name, meter }: MeteredPlatform,
  plan: QuotaPlan | null,
  { log }: PlanParts,
): Promise<QuotaReading | null> {
  try {
    return await meter.readUsage();
  } catch (error) {
    if (!(error instanceof LedeError)) throw error;
    const known = plan?.reading ? "what was read last goes on to hold" : "all goes out as scheduled until it can be";
    log.warn(`the month's quota could not be read from ${name}; ${known}`, { reason: error.message });
    return null;
  }
}

/** A platform whose month begins later than the desk thinks counts on: what was planned last goes on to hold until it begins. */
const isStillCounting = ({ month, reading }: QuotaPlan, read: QuotaReading | null, now: number): boolean =>
  now - month.endsAt < dayMs && read !== null && read.used > 0 && read.used >= (reading?.used ?? 0);

interface Basis {
  readonly month: QuotaMonth;
  readonly previous: QuotaPlan | null;
  /** Null when nothing was read now. */
  readonly read: QuotaReading | null;
}

async function makePlan(platform: MeteredPlatform, basis: Basis, parts: PlanParts): Promise<QuotaPlan> {
  const { month, previous, read } = basis;
  const now = parts.clock.now();
  const { arrived, waiting } = await parts.store.messagesPushed(platform.name, month.startsAt);
  const isOfThisMonth = previous?.month.startsAt === month.startsAt;
  const last = previous?.reading ?? null;
  const others = othersOf(read, isOfThisMonth ? previous : null, arrived + waiting);
  const used = others + arrived + waiting;
  const reading = read ?? (last && !isOfThisMonth ? { ...last, used: 0 } : last);
  const mustRead = !isOfThisMonth || now - previous.readAt >= readEveryMs;
  const common = { month, plannedAt: now, reading, readAt: mustRead ? now : previous.readAt, others, used };
  if (reading === null || reading.limit === null)
    return { ...common, ...{ reserve: 0, forecast: used, wanted: used, neededLimit: 0, channels: [], learned: {} } };
  const reserve = reserveOf(parts.wishes, reading.limit);
  return {
    ...common,
    reserve,
    ...(await shareOut(platform, basis, used, reading.limit - reserve - used, others, parts)),
  };
}

/**
 * What the platform counted beyond the desk's own count. It never falls within a month: a count that comes late would hide what others
 * sent. But where the platform itself begins anew, its month has begun later than the desk thought, and it is counted afresh.
 */
function othersOf(read: QuotaReading | null, previous: QuotaPlan | null, own: number): number {
  if (read === null) return previous?.others ?? 0;
  const fresh = Math.max(0, read.used - own);
  const hasBegunAnew = read.used < (previous?.reading?.used ?? 0);
  return hasBegunAnew ? fresh : Math.max(previous?.others ?? 0, fresh);
}

function reserveOf({ reserve }: QuotaWishes, limit: number): number {
  return Math.min(limit, "percent" in reserve ? Math.ceil((limit * reserve.percent) / 100) : reserve.messages);
}

async function shareOut(
  { name, meter }: MeteredPlatform,
  { month, previous }: Basis,
  used: number,
  budget: number,
  others: number,
  parts: PlanParts,
): Promise<Pick<QuotaPlan, "channels" | "forecast" | "wanted" | "neededLimit" | "learned">> {
  const now = parts.clock.now();
  const span = { learnedFrom: now - learnedFromMs, monthStartsAt: month.startsAt };
  const metered = await parts.store.meteredChannels(name, span);
  const recipients = await recipientsOf(metered, meter, previous, parts.log);
  const demandParts: DemandParts = {
    ...{ now, month, previous, nextDueAfter: parts.nextDueAfter },
    weightOf: (address) => parts.wishes.weights.get(address) ?? 1,
    recipientsOf: (channelId) => recipients.get(channelId) ?? guessedRecipients,
  };
  const learned = learnRates(metered, demandParts);
  const demands = demandsOf(metered, learned, demandParts);
  const before = new Map(previous?.channels.map((plan) => [plan.channelId, plan]));
  const channels = planMonth({ now, month, budget: Math.max(0, budget), demands, previous: before });
  const monthDays = (month.endsAt - month.startsAt) / dayMs;
  const wholeMonth = metered.reduce((sum, { channel, subscriptions }) => {
    const perDay = subscriptions.reduce((rate, { id }) => rate + (learned[id] ?? 0), 0);
    return sum + (recipients.get(channel.id) ?? guessedRecipients) * perDay * monthDays;
  }, others);
  return {
    ...{ channels, learned },
    forecast: Math.round(used + plannedCost(channels)),
    wanted: Math.round(used + wantedCost(demands)),
    neededLimit: Math.ceil(withReserve(wholeMonth, parts.wishes)),
  };
}

const withReserve = (messages: number, { reserve }: QuotaWishes): number =>
  "percent" in reserve ? messages / (1 - reserve.percent / 100) : messages + reserve.messages;

async function recipientsOf(
  metered: readonly MeteredChannel[],
  meter: Meter,
  previous: QuotaPlan | null,
  log: Log,
): Promise<ReadonlyMap<string, number>> {
  const known = new Map(previous?.channels.map((plan) => [plan.channelId, plan.recipients]));
  const found = new Map<string, number>();
  for (const { channel } of metered) {
    try {
      found.set(channel.id, await meter.recipientsOf(channel));
    } catch (error) {
      if (!(error instanceof LedeError)) throw error;
      found.set(channel.id, known.get(channel.id) ?? guessedRecipients);
      log.debug("a chat's members could not be counted", { channel: channel.id, reason: error.message });
    }
  }
  return found;
}

/** Once when the plan no longer carries every schedule, once a month while it does not, and once when it does again. */
function tellOperator(name: string, before: QuotaPlan | null, now: QuotaPlan, log: Log): void {
  const wasThinned = before?.channels.some(({ rhythm }) => isThinned(rhythm)) ?? false;
  const isNow = now.channels.some(({ rhythm }) => isThinned(rhythm));
  const isNewMonth = before?.month.startsAt !== now.month.startsAt;
  if (isNow && (!wasThinned || isNewMonth)) log.warn(`${name}: ${quotaText(now)}`);
  else if (!isNow && wasThinned) log.info(`${name}: ${quotaText(now)}`);
}
