import { expect, it } from "vitest";
import { locales } from "../records/channel.ts";
import type { ChannelPlan, QuotaPlan, Rhythm } from "../records/quota.ts";
import { digestReadyLabel, quotaText, rhythmNotice } from "./quota-text.ts";

const every = (hours: number): Rhythm => ({ kind: "every", hours });
const planOf = (rhythms: readonly Rhythm[], said: Partial<QuotaPlan> = {}): QuotaPlan => ({
  ...{ month: { startsAt: 0, endsAt: 1 }, plannedAt: 0, readAt: 0, reading: { limit: 3000, used: 1234 }, others: 0 },
  ...{ used: 1234, reserve: 150, forecast: 2850, wanted: 75_000, neededLimit: 80_000, learned: {} },
  channels: rhythms.map((rhythm, index): ChannelPlan => {
    return { channelId: `${index}`, recipients: 1, rhythm, pushes: 1, nextAt: 0, scheduledSince: null };
  }),
  ...said,
});

it("the operator reads what is used, where the month ends, who is served how often, and what would carry all", () => {
  const plan = planOf([every(24), every(72), every(72), { kind: "held" }, { kind: "scheduled" }, every(6)]);
  expect(quotaText(plan)).toBe(
    "1,234 of the month's 3,000 messages are used or on their way (150 are kept back); at its end it will be about 2,850. " +
      "As scheduled it would be 75,000, so 1 chat once a day, 2 chats every 3 days, 1 chat only when somebody writes there, 1 chat every 6 hours. " +
      "A plan of 80,000 messages a month would carry every schedule",
  );
  expect(quotaText(planOf([{ kind: "scheduled" }]))).toMatch(/\. Everything goes out as scheduled$/);
  expect(quotaText(planOf([], { reading: { limit: null, used: 9 } }))).toBe("messages are not limited on this plan");
  expect(quotaText(planOf([], { reading: null }))).toMatch(/could not be read yet/);
});

it.each(locales)(
  "a chat that speaks %s is told in two sentences, and its button fits LINE's 20 characters",
  (locale) => {
    const notices = [every(1), every(6), every(24), every(72), { kind: "held" } as const].map((rhythm) =>
      rhythmNotice(rhythm as Exclude<Rhythm, { kind: "scheduled" }>, locale),
    );
    expect(new Set(notices).size).toBe(5);
    for (const notice of notices) expect(notice.split("\n")).toHaveLength(2);
    expect(notices[3]).toContain("3");
    expect([...digestReadyLabel[locale]].length).toBeLessThanOrEqual(20);
  },
);
