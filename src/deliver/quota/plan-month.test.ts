import { describe, expect, it } from "vitest";
import type { ChannelPlan } from "../../records/quota.ts";
import { coverageWith, type Demand, planMonth, plannedCost } from "./plan-month.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// December in Japan.
const startsAt = Date.parse("2026-12-01T00:00:00+09:00");
const endsAt = Date.parse("2027-01-01T00:00:00+09:00");
const month = { startsAt, endsAt };

const daily = (channelId: string, recipients: number, said: Partial<Demand> = {}): Demand => ({
  ...{
    channelId,
    recipients,
    weight: 1,
    editions: 31,
    days: 31,
    pastDays: 0,
    served: 0,
    servedAt: null,
    beganAt: startsAt,
  },
  ...said,
});
const plan = (
  demands: readonly Demand[],
  budget: number,
  said: { now?: number; previous?: readonly ChannelPlan[] } = {},
): readonly ChannelPlan[] =>
  planMonth({
    ...{ now: said.now ?? startsAt, month, budget, demands },
    previous: new Map((said.previous ?? []).map((before) => [before.channelId, before])),
  });
const pushesOf = (plans: readonly ChannelPlan[]) => plans.map(({ pushes }) => pushes);

describe("a month's messages", () => {
  it("carry every schedule where they suffice", () => {
    const plans = plan([daily("a", 1), daily("b", 10)], 341);
    expect(plans).toMatchObject([
      { rhythm: { kind: "scheduled" }, pushes: 31, nextAt: 0 },
      { rhythm: { kind: "scheduled" }, pushes: 31, nextAt: 0 },
    ]);
  });

  it("go to large and small groups alike, edition by edition, when they are short", () => {
    expect(pushesOf(plan([daily("small", 5), daily("large", 200)], 2050))).toEqual([10, 10]);
  });

  it("that can't pay a large group's next edition go to the small ones", () => {
    expect(pushesOf(plan([daily("small", 5), daily("large", 200)], 2040))).toEqual([48, 9].map((n) => Math.min(31, n)));
    expect(plan([daily("small", 5), daily("large", 200)], 100)).toMatchObject([
      { pushes: 20 },
      { pushes: 0, rhythm: { kind: "held" }, nextAt: endsAt },
    ]);
  });

  it("bring running and hourly subscriptions together into days before anybody's days are thinned", () => {
    const running = daily("running", 10, { editions: 31 * 12 });
    const plans = plan([running, daily("daily", 10)], 31 * 10 * 2);
    expect(plans).toMatchObject([
      { pushes: 31, rhythm: { kind: "every", hours: 24 } },
      { pushes: 31, rhythm: { kind: "scheduled" } },
    ]);
    expect(plan([running, daily("daily", 10)], 31 * 10 * 5)).toMatchObject([
      { pushes: 31 * 4, rhythm: { kind: "every", hours: 6 } },
      { pushes: 31, rhythm: { kind: "scheduled" } },
    ]);
  });

  it("become days brought together into every few days", () => {
    expect(plan([daily("a", 100), daily("b", 100)], 2000)).toMatchObject([
      { pushes: 10, rhythm: { kind: "every", hours: 72 } },
      { pushes: 10, rhythm: { kind: "every", hours: 72 } },
    ]);
  });

  it("are shared by priority: twice the weight, twice the share", () => {
    expect(pushesOf(plan([daily("a", 10, { weight: 2 }), daily("b", 10)], 300))).toEqual([20, 10]);
    // But the hours of one never come before the days of another.
    const running = daily("running", 10, { editions: 31 * 12, weight: 3 });
    expect(pushesOf(plan([running, daily("b", 10)], 630))).toEqual([32, 31]);
  });

  it("go to those who have gone without: what was asked for counts, and so does last month", () => {
    const half = { editions: 16, days: 16, pastDays: 15 };
    const asks = daily("asks", 10, { ...half, served: 10, servedAt: startsAt + 14 * dayMs });
    const silent = daily("silent", 10, { ...half, served: 1, servedAt: startsAt });
    expect(pushesOf(plan([asks, silent], 90, { now: startsAt + 15 * dayMs }))).toEqual([0, 9]);
    const lately = daily("a", 150, { servedAt: startsAt - dayMs });
    const longAgo = daily("b", 200, { servedAt: startsAt - 30 * dayMs });
    expect(pushesOf(plan([lately, longAgo], 200))).toEqual([0, 1]);
  });
});

describe("turns", () => {
  const now = startsAt + 10 * dayMs;
  const left = { editions: 21, days: 21, pastDays: 10 };
  const turnOf = (said: Partial<Demand>, budget: number) =>
    plan([daily("a", 10, { ...left, ...said })], budget, { now })[0]?.nextAt ?? Number.NaN;

  it("come soon to who never had anything, and spread from the last edition on", () => {
    expect(turnOf({ servedAt: null, beganAt: now }, 30)).toBe(now + 3 * dayMs);
    expect(turnOf({ servedAt: null, beganAt: startsAt }, 30)).toBeLessThan(now);
    expect(turnOf({ served: 2, servedAt: now }, 30)).toBe(now + 6 * dayMs);
    expect(turnOf({ served: 2, servedAt: now - 20 * dayMs }, 30)).toBeLessThan(now);
  });

  it("leave room for each that is planned before the month ends", () => {
    for (let pushes = 1; pushes <= 20; pushes++) {
      let [at, served] = [now, 0];
      for (; served < pushes; served++) {
        const rest = { servedAt: at, served, days: (endsAt - at) / dayMs, editions: (endsAt - at) / dayMs };
        const [next] = plan([daily("a", 10, { ...rest, pastDays: 31 - rest.days })], 10 * (pushes - served), {
          now: at,
        });
        if (next?.rhythm.kind === "scheduled") at += dayMs;
        else at = Math.max(at, next?.nextAt ?? 0);
      }
      expect(at).toBeLessThan(endsAt);
    }
  });
});

describe("a plan does not flap", () => {
  const demands = [daily("a", 10), daily("b", 10)];
  const scheduled = plan(demands, 620);
  const thinned = plan(demands, 600);

  it("a channel once thinned goes back when there is a tenth to spare", () => {
    expect(scheduled.map(({ rhythm }) => rhythm.kind)).toEqual(["scheduled", "scheduled"]);
    expect(plan(demands, 640, { previous: thinned })[0]?.rhythm.kind).toBe("every");
    expect(plan(demands, 690, { previous: thinned })[0]?.rhythm.kind).toBe("scheduled");
    expect(plan(demands, 640, { previous: scheduled })[0]?.rhythm.kind).toBe("scheduled");
  });

  it("a rhythm keeps its name while it changes by less than half", () => {
    const before = plan(demands, 200);
    expect(before[0]?.rhythm).toEqual({ kind: "every", hours: 72 });
    expect(plan(demands, 160, { previous: before })[0]?.rhythm).toEqual({ kind: "every", hours: 72 });
    expect(plan(demands, 120, { previous: before })[0]?.rhythm).toEqual({ kind: "every", hours: 120 });
  });

  it("what is learned of a schedule counts from when it was last taken up", () => {
    expect(scheduled[0]?.scheduledSince).toBe(startsAt);
    expect(thinned[0]?.scheduledSince).toBeNull();
    const later = startsAt + dayMs;
    expect(plan(demands, 620, { previous: scheduled, now: later })[0]?.scheduledSince).toBe(startsAt);
    expect(plan(demands, 700, { previous: thinned, now: later })[0]?.scheduledSince).toBe(later);
  });
});

describe("whatever the channels are", () => {
  /** As in `Math.random`, the same at every run. */
  const randomOf = (seed: number) => {
    let state = seed * 2_654_435_761 + 1;
    return () => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
      return state / 2 ** 32;
    };
  };
  const cases = Array.from({ length: 2000 }, (_, seed) => {
    const random = randomOf(seed + 1);
    const demands = Array.from({ length: 1 + Math.floor(random() * 30) }, (_, index): Demand => {
      const days = random() * 31;
      const pastDays = random() * 10;
      return {
        ...{ channelId: `c${index}`, recipients: 1 + Math.floor(random() ** 3 * 300) },
        ...{ weight: [0.5, 1, 1, 1, 3][Math.floor(random() * 5)] ?? 1, days, pastDays },
        ...{ editions: days * (random() < 0.3 ? 1 + random() * 20 : 1), served: Math.floor(random() * pastDays) },
        servedAt: random() < 0.3 ? null : startsAt - Math.floor(random() * 40 * dayMs),
        beganAt: startsAt,
      };
    });
    return { demands, budget: Math.floor(random() ** 2 * 30_000) };
  });

  it("a plan never exceeds its budget, plans no more than is wanted, and is the same each time", () => {
    for (const { demands, budget } of cases) {
      const plans = plan(demands, budget);
      expect(plannedCost(plans)).toBeLessThanOrEqual(budget);
      for (const [index, { pushes }] of plans.entries())
        expect(pushes).toBeLessThanOrEqual((demands[index]?.editions ?? 0) + 0.5);
      expect(plan(demands, budget)).toEqual(plans);
      const reversed = plan(demands.toReversed(), budget).toReversed();
      expect(pushesOf(reversed)).toEqual(pushesOf(plans));
    }
  });

  it("no edition could have been given to a channel that is covered less", () => {
    for (const { demands, budget } of cases) {
      const plans = plan(demands, budget);
      if (plans.every(({ rhythm }) => rhythm.kind === "scheduled")) continue;
      const left = budget - plannedCost(plans);
      const covered = demands.map((demand, index) => {
        const pushes = plans[index]?.pushes ?? 0;
        return { demand, pushes, coverage: coverageWith(demand, pushes) };
      });
      for (const poor of covered) {
        if (poor.pushes >= Math.round(poor.demand.editions)) continue;
        // Nothing is left lying that it could have used,
        expect(poor.demand.recipients).toBeGreaterThan(left);
        for (const rich of covered)
          if (rich.pushes > 0 && coverageWith(rich.demand, rich.pushes - 1) > poor.coverage)
            // nor would the last edition of another have paid for it.
            expect(poor.demand.recipients).toBeGreaterThan(left + rich.demand.recipients);
      }
    }
  });

  it("the one that is covered least is no worse off with a larger budget", () => {
    for (const { demands, budget } of cases.filter((_, index) => index % 4 === 0)) {
      const worst = (messages: number) => {
        const plans = plan(demands, messages);
        if (plans.every(({ rhythm }) => rhythm.kind === "scheduled")) return Number.POSITIVE_INFINITY;
        return Math.min(...demands.map((demand, index) => coverageWith(demand, plans[index]?.pushes ?? 0)));
      };
      expect(worst(budget + 2000)).toBeGreaterThanOrEqual(worst(budget));
    }
  });
});
