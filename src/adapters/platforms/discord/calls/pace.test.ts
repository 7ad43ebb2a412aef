import { expect, it } from "vitest";
import { createPace } from "./pace.ts";

/** When requests go out that all want to at once, in milliseconds; the clock moves as its owner is told to wait, and a little more. */
function sendMany(count: number, perSecond: () => number, { lateMs = 0, startAt = 0 } = {}): readonly number[] {
  const pace = createPace(perSecond);
  const sentAt: number[] = [];
  let now = startAt;
  while (sentAt.length < count) {
    const waitMs = pace.take(now);
    if (waitMs === 0) sentAt.push(now);
    else now += waitMs + lateMs;
  }
  return sentAt;
}

/** The most that arrive in any second, when each is up to so many milliseconds on its way. */
function mostInASecond(sentAt: readonly number[], onTheWayMs: number): number {
  // The worst that can happen: those before a second arrive as late as they may, those after it at once.
  return Math.max(
    ...sentAt.map((first) => sentAt.filter((at) => at >= first && at <= first + 1000 + onTheWayMs - 1e-6).length),
  );
}

it.each([0, 1, 7, 30])(
  "no second holds more than fifty, though timers fire %i ms late and requests arrive unevenly",
  (lateMs) => {
    expect(
      mostInASecond(
        sendMany(500, () => 50, { lateMs }),
        39,
      ),
    ).toBeLessThanOrEqual(50);
  },
);

it.each([0, 1, 7])("more than 95 %% of the rate is used, though timers fire %i ms late", (lateMs) => {
  const sentAt = sendMany(3001, () => 50, { lateMs });
  const perSecond = 3000 / ((sentAt.at(-1) ?? 0) / 1000);
  expect(perSecond).toBeGreaterThan(47.5);
});

it("a dozen may go at once after a rest, the others go evenly", () => {
  const sentAt = sendMany(50, () => 50);
  expect(sentAt.filter((at) => at === 0).length).toBeLessThan(15);
  expect(sentAt.slice(-10).map((at, index, all) => at - (all[index - 1] ?? at - 20.8))).toEqual(
    Array(10).fill(expect.closeTo(20.8, 3)),
  );
});

it("a halt of the process is caught up on, and the second after it still holds no more than fifty", () => {
  const pace = createPace(() => 50);
  const sentAt: number[] = [];
  for (let now = 0; now < 5000; now += 1) {
    const isHalted = now > 2000 && now < 2200;
    while (!isHalted && pace.take(now) === 0) sentAt.push(now);
  }
  expect(mostInASecond(sentAt, 39)).toBeLessThanOrEqual(50);
  expect(sentAt.length).toBeGreaterThan(5 * 47.5);
});

it("after a pause, requests go out evenly again", () => {
  const pace = createPace(() => 50);
  pace.take(0);
  pace.pauseUntil(10_000);
  expect(pace.take(5000)).toBe(5000);
  expect(pace.take(10_000)).toBe(0);
});

it("a share of the rate may be less than one request a second, and may change", () => {
  let rate = 0.5;
  const pace = createPace(() => rate);
  expect(pace.take(0)).toBe(0);
  expect(pace.take(0)).toBeGreaterThanOrEqual(2000);
  rate = 0;
  expect(pace.take(100_000)).toBeGreaterThan(0);
  rate = Number.POSITIVE_INFINITY;
  expect(Array.from({ length: 500 }, () => pace.take(100_000))).toEqual(Array(500).fill(0));
});
