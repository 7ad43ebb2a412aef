// A month of 30 groups of 5 to 200 members, hour by hour, on plans of three sizes.
import { afterEach, describe, expect, it } from "vitest";
import { openQuotaDesk, type QuotaDesk, rigName } from "./quota-desk.ts";
import {
  countMonth,
  type Group,
  jainIndex,
  openGroups,
  passTime,
  randomOf,
  shareOf,
  wantedDaysOf,
} from "./quota-month.ts";
import { headlinesOf } from "./quota-story.ts";

// Midnight in Japan.
const december = Date.parse("2026-12-01T00:00:00+09:00");
const january = Date.parse("2027-01-01T00:00:00+09:00");
const february = Date.parse("2027-02-01T00:00:00+09:00");
const days = 31;

let desk: QuotaDesk;
afterEach(async () => {
  await desk.close();
  expect(desk.line.violations).toEqual([]);
});

interface Month {
  readonly groups: readonly Group[];
  /** At each day's end. */
  readonly forecasts: readonly number[];
  readonly used: number;
  /** Calls that LINE refused for its quota. */
  readonly refused: number;
}

async function passMonth(
  groups: readonly Group[],
  until: number,
  random: () => number,
  onDay: (day: number) => void = () => {},
): Promise<Month> {
  const [sent, logged] = [desk.line.sent.length, desk.log.lines.length];
  const forecasts: number[] = [];
  await passTime(desk, groups, until, random, async (day) => {
    onDay(day);
    forecasts.push((await desk.plan())?.forecast ?? Number.NaN);
  });
  const { used } = desk.line;
  desk.line.used = 0;
  const refused = desk.log.lines.slice(logged).filter((line) => line.includes("LINE answered 429")).length;
  return { groups: countMonth(desk, groups, sent), forecasts, used, refused };
}

/** For the log: what the assertions leave unsaid. */
function report(name: string, { groups, forecasts, used, refused }: Month): void {
  const shares = groups.map((group) => shareOf(group, days));
  const silent = groups.filter(({ talks }) => talks === 0).map((group) => shareOf(group, days));
  const lines = groups.map(
    (group) =>
      `${String(group.people).padStart(4)} members, ${group.schedule.kind.padEnd(6)} pushed ${group.pushed}, asked for ${group.taken}, of ${wantedDaysOf(group, days).toFixed(1)} days: ${(100 * shareOf(group, days)).toFixed(1)} %`,
  );
  const off = forecasts.map((forecast) => Math.abs(forecast - used) / used);
  lines.push(
    `messages ${used}, refused ${refused}; share of days: least ${(100 * Math.min(...shares)).toFixed(1)} %, Jain ${jainIndex(shares).toFixed(3)}, of those that never wrote ${jainIndex(silent).toFixed(3)}`,
    `forecast off by, from the tenth day on: ${(100 * Math.max(...off.slice(9))).toFixed(2)} % at most; at all: ${(100 * Math.max(...off)).toFixed(2)} %`,
  );
  process.stdout.write(`${name}\n${lines.join("\n")}\n`);
}

function expectForecast({ forecasts, used }: Month, fromDay = 10): void {
  for (const forecast of forecasts.slice(fromDay - 1))
    expect(Math.abs(forecast - used)).toBeLessThanOrEqual(0.05 * used);
}

describe(`30 groups of 5 to 200 members, on ${rigName}`, () => {
  it("a plan of 3,000: nothing is refused, each group is served, and the forecast holds; so in the month after", async () => {
    desk = await openQuotaDesk(december, 3000);
    const groups = await openGroups(desk);
    const random = randomOf(1);
    for (const [name, until] of [
      ["a plan of 3,000, first month", january],
      ["a plan of 3,000, second month", february],
    ] as const) {
      const month = await passMonth(groups, until, random);
      report(name, month);
      expect(month.refused).toBe(0);
      expect(month.used).toBeLessThanOrEqual(2850);
      expectForecast(month);
      // One push to each would be 3,075 messages: that all are served is owed to those who ask.
      for (const group of month.groups) expect(group.pushed + group.taken).toBeGreaterThan(0);
      // Among those that never ask, nobody has two more than another.
      const silent = month.groups.filter(({ talks, people }) => talks === 0 && people > 5).map(({ pushed }) => pushed);
      expect(Math.max(...silent) - Math.min(...silent)).toBeLessThanOrEqual(1);
    }
    const told = desk.log.lines.filter((line) => /^line: .*A plan of/.test(line));
    expect(told).toHaveLength(2);
    const notices = desk.line.sent.flatMap(({ to, messages }) =>
      messages.flatMap(({ text }) => (text?.startsWith("LINE 本月") ? [to[0]] : [])),
    );
    for (const { address } of groups) expect(notices.filter((to) => to === address).length).toBeLessThanOrEqual(2);
    // Each story once to a group, however it came.
    const stories = desk.line.sent.flatMap(({ to, messages }) =>
      messages.flatMap(({ type, altText }) =>
        type === "flex" ? headlinesOf(altText).map((line) => `${to[0]} ${line}`) : [],
      ),
    );
    expect(new Set(stories).size).toBe(stories.length);
  });

  it("a plan of 100,000: every day is served, and running and hourly ones get the rest", async () => {
    desk = await openQuotaDesk(december, 100_000);
    const groups = await openGroups(desk);
    const month = await passMonth(groups, january, randomOf(1));
    report("a plan of 100,000", month);
    expect(month.refused).toBe(0);
    expectForecast(month);
    for (const group of month.groups)
      expect(group.pushed + group.taken).toBeGreaterThanOrEqual(Math.floor(wantedDaysOf(group, days)));
  });

  it("others use 500 messages on the 8th, and the plan is cut to 2,800 on the 12th: nothing is refused all the same", async () => {
    desk = await openQuotaDesk(december, 3000);
    const groups = await openGroups(desk);
    const month = await passMonth(groups, january, randomOf(2), (day) => {
      if (day === 8) desk.line.used += 500;
      if (day === 12) desk.setQuota(2800);
    });
    report("a plan of 3,000, cut short", month);
    expect(month.refused).toBe(0);
    expect(month.used).toBeLessThanOrEqual(2800);
    expectForecast(month, 14);
  });
});
