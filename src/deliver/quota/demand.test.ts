import { describe, expect, it } from "vitest";
import type { MeteredChannel } from "../../ports/quota-store.ts";
import type { QuotaPlan } from "../../records/quota.ts";
import type { Schedule } from "../../records/subscription.ts";
import { nextDueAfter } from "../../schedule.ts";
import { type DemandParts, dayMs, demandsOf, learnRates } from "./demand.ts";

const startsAt = Date.parse("2026-12-01T00:00:00+09:00");
const month = { startsAt, endsAt: Date.parse("2027-01-01T00:00:00+09:00") };
// Noon in Taipei on the eleventh.
const now = Date.parse("2026-12-11T12:00:00+08:00");
const longAgo = startsAt - 90 * dayMs;

const channel = { id: "line:C1", platform: "line", address: "C1", locale: "zh-TW" } as const;

/** A channel with one subscription for each schedule, numbered from 0; `perDay`: editions of each on the last days. */
function metered(schedules: readonly Schedule[], perDay: readonly number[] = [], createdAt = longAgo): MeteredChannel {
  const today = Math.floor(now / dayMs);
  const days = new Map(perDay.map((count, index) => [today - perDay.length + 1 + index, count]));
  return {
    channel,
    subscriptions: schedules.map((schedule, index) => ({
      ...{ id: `${index}`, channelId: channel.id, filter: { words: "", tags: [], sources: [] }, schedule, look: null },
      ...{ timeZone: "Asia/Taipei", creatorId: null, createdAt, coveredUntil: now },
      dueAt: nextDueAfter(schedule, "Asia/Taipei", now),
    })),
    editionsByDay: new Map(schedules.map((_, index) => [`${index}`, days])),
    ...{ served: 3, servedAt: now - dayMs },
  };
}

const parts = (previous: Partial<QuotaPlan> | null = null): DemandParts => ({
  ...{ now, month, nextDueAfter, previous: previous as QuotaPlan | null },
  weightOf: () => 1,
  recipientsOf: () => 50,
});
const demandOf = (of: MeteredChannel, previous: Partial<QuotaPlan> | null = null) =>
  demandsOf([of], learnRates([of], parts(previous)), parts(previous))[0];
const plan = (scheduledSince: number | null, learned: Record<string, number>): Partial<QuotaPlan> => ({
  channels: [{ channelId: channel.id, recipients: 50, rhythm: { kind: "held" }, pushes: 0, nextAt: 0, scheduledSince }],
  learned,
});

const daily = { kind: "daily", hour: 8, minute: 0 } as const;
const every = (count: number) => Array.from({ length: 14 }, () => count);

describe("what is still to come of a month", () => {
  it("of a daily digest: one for each eight o'clock that is left, and as many days", () => {
    expect(demandOf(metered([daily], every(1)))).toMatchObject({ editions: 20, days: 20, recipients: 50, served: 3 });
    expect(demandOf(metered([daily], every(1)))?.pastDays).toBeCloseTo(10.54, 1);
  });

  it("of a weekly one: its weekdays", () => {
    const weekly = { kind: "weekly", weekday: 1, hour: 8, minute: 0 } as const;
    expect(demandOf(metered([weekly], [1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]))).toMatchObject({ editions: 3 });
  });

  it("of an hourly one: as many as have come a day lately, and no more days than there are", () => {
    const demand = demandOf(metered([{ kind: "hourly" }], every(18)));
    expect(demand?.editions).toBeGreaterThan(18 * 20);
    expect(demand?.editions).toBeLessThan(18 * 21);
    expect(demand?.days).toBeCloseTo(20.46, 1);
  });

  it("of a running one: as many as have come a day lately", () => {
    expect(demandOf(metered([{ kind: "now" }], every(3)))?.editions).toBeCloseTo(3 * 20.46, -1);
  });

  it("of several: all editions, but a day once", () => {
    const demand = demandOf(metered([daily, daily, daily], every(1)));
    expect(demand).toMatchObject({ editions: 60 });
    expect(demand?.days).toBeCloseTo(20.46, 1);
  });

  it("of digests that were empty, less", () => {
    expect(demandOf(metered([daily], every(0)))?.editions).toBeLessThan(2);
    expect(demandOf(metered([daily], [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]))?.editions).toBeCloseTo(10.7, 0);
  });
});

describe("what is learned", () => {
  it("is nothing from less than a day, but what the schedule says", () => {
    const young = metered([daily], [], now - dayMs / 2);
    expect(learnRates([young], parts())).toEqual({ 0: 1 });
    expect(learnRates([metered([{ kind: "now" }], [], now - 1000)], parts())).toEqual({ 0: 6 });
  });

  it("is remembered while editions are held, which says nothing of what would come", () => {
    const held = metered([{ kind: "now" }], every(0));
    expect(learnRates([held], parts(plan(null, { 0: 9 })))).toEqual({ 0: 9 });
    expect(learnRates([held], parts(plan(now - 1000, { 0: 9 })))).toEqual({ 0: 9 });
    expect(learnRates([held], parts(plan(now - 3 * dayMs, { 0: 9 })))).toEqual({ 0: 0 });
  });

  it("of a cron expression begins with how often it comes due", () => {
    const weekdays = metered([{ kind: "cron", expression: "0 8 * * 1-5" }], [], now - 1000);
    expect(learnRates([weekdays], parts())["0"]).toBeCloseTo(5 / 7, 1);
  });
});
