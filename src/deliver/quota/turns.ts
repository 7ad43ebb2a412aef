// Whose turn it is: asked before each edition whether the month's plan lets it be pushed now.
import type { Platform } from "../../ports/platform.ts";
import type { QuotaStore } from "../../ports/quota-store.ts";
import { platformNames } from "../../records/channel.ts";
import type { ChannelPlan, Rhythm } from "../../records/quota.ts";
import type { Schedule, Subscription } from "../../records/subscription.ts";
import { currentQuota, type MeteredPlatform, type PlanParts } from "./keep-plan.ts";
import { isThinned } from "./plan-month.ts";

export interface TurnParts extends PlanParts {
  readonly store: PlanParts["store"] & Pick<QuotaStore, "holdSubscription">;
  readonly platforms: readonly Platform[];
}

/** `free`: nothing is counted. `go`: it may be pushed. `held`: it was put off, and is offered to who asks. */
export type Turn =
  | { readonly kind: "free" }
  | { readonly kind: "go"; readonly recipients: number; readonly rhythm: Rhythm; readonly monthEndsAt: number }
  | { readonly kind: "held" };

export interface Turns {
  /** Of a subscription that is due and has something new. */
  ask(subscription: Subscription): Promise<Turn>;
  /** An edition of the channel was published. */
  spend(channelId: string, turn: Turn): Promise<void>;
}

/** What is left in this pass. */
interface Account {
  readonly channels: ReadonlyMap<string, ChannelPlan>;
  readonly monthEndsAt: number;
  /** Null: not limited. */
  left: number | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// A platform may count a sending under way as larger than it is (LINE: by everybody it might reach), and refuse what would fit later.
const refusalHoldsMs = hourMs;
// Where a running or hourly subscription comes once a day, it comes in the morning.
const mornings: Schedule = { kind: "daily", hour: 8, minute: 0 };

/** For one pass over what is due: one publisher is at work at a time, so that nobody else spends what is left. */
export function openTurns(parts: TurnParts): Turns {
  const accounts = new Map<string, Account>();
  // Once a pass is a channel brought together; what it gets is planned anew before the next.
  const pushed = new Set<string>();

  async function accountOf(platform: MeteredPlatform, channelId: string): Promise<Account> {
    const known = accounts.get(platform.name);
    if (known !== undefined && (known.left === null || known.channels.has(channelId))) return known;
    // A chat that subscribed since: it is planned for at once.
    const opened = await openAccount(platform, channelId, parts);
    accounts.set(platform.name, opened);
    return opened;
  }

  return {
    ask: async (subscription) => {
      const platform = meteredOf(subscription, parts.platforms);
      if (platform === undefined) return { kind: "free" };
      const { channels, left, monthEndsAt } = await accountOf(platform, subscription.channelId);
      const plan = channels.get(subscription.channelId);
      if (left === null || plan === undefined) return { kind: "free" };
      const { recipients, rhythm } = plan;
      const now = parts.clock.now();
      if (recipients <= left && !pushed.has(plan.channelId) && isItsTurn(plan, subscription.schedule, now))
        return { kind: "go", recipients, rhythm, monthEndsAt };
      const { id, dueAt, timeZone } = subscription;
      const look = lookAgain(subscription.schedule, rhythm);
      const held = { dueAt: parts.nextDueAfter(look, timeZone, now), now };
      await parts.store.holdSubscription({ ...held, subscriptionId: id, expectedDueAt: dueAt });
      return { kind: "held" };
    },
    spend: async (channelId, turn) => {
      if (turn.kind !== "go") return;
      for (const [name, account] of accounts) {
        if (!channelId.startsWith(`${name}:`) || account.left === null) continue;
        account.left -= turn.recipients;
        if (!isThinned(turn.rhythm)) continue;
        pushed.add(channelId);
        const platform = platformNames.find((candidate) => candidate === name);
        if (platform) await parts.store.staleQuota(platform);
      }
    },
  };
}

function meteredOf({ channelId }: Subscription, platforms: readonly Platform[]): MeteredPlatform | undefined {
  return platforms.find(
    (platform): platform is MeteredPlatform =>
      platform.meter !== undefined && channelId.startsWith(`${platform.name}:`),
  );
}

async function openAccount(platform: MeteredPlatform, channelId: string, parts: TurnParts): Promise<Account> {
  const first = await currentQuota(platform, parts);
  const isKnown = first.plan.channels.some((plan) => plan.channelId === channelId);
  const { plan, refused } =
    isKnown || first.plan.reading?.limit == null ? first : await currentQuota(platform, parts, true);
  const channels = new Map(plan.channels.map((channel) => [channel.channelId, channel]));
  const monthEndsAt = plan.month.endsAt;
  if (plan.reading === null || plan.reading.limit === null) return { channels, monthEndsAt, left: null };
  const { arrived, waiting } = await parts.store.messagesPushed(platform.name, plan.month.startsAt);
  const left = plan.reading.limit - plan.reserve - plan.others - arrived - waiting;
  const isRefused = refused !== null && parts.clock.now() - refused.at < refusalHoldsMs;
  return { channels, monthEndsAt, left: isRefused ? Math.min(left, refused.recipients - 1) : left };
}

/** A schedule's due times seldom meet the turn exactly: the nearest one is taken. */
function isItsTurn({ rhythm, nextAt }: ChannelPlan, schedule: Schedule, now: number): boolean {
  if (rhythm.kind !== "every") return rhythm.kind === "scheduled";
  const pauseMs = rhythm.hours * hourMs;
  return now >= nextAt - Math.min(periodOf(schedule, pauseMs) / 2, pauseMs / 4);
}

function periodOf({ kind }: Schedule, pauseMs: number): number {
  if (kind === "weekly") return 7 * dayMs;
  const isFrequent = kind === "now" || kind === "hourly";
  return isFrequent && pauseMs < dayMs ? 0 : dayMs;
}

function lookAgain(schedule: Schedule, rhythm: Rhythm): Schedule {
  if (schedule.kind !== "now" && schedule.kind !== "hourly") return schedule;
  const isByTheDay = rhythm.kind === "held" || (rhythm.kind === "every" && rhythm.hours >= 24);
  return isByTheDay ? mornings : { kind: "hourly" };
}
