import fc from "fast-check";
import { expect, it } from "vitest";
import { createPace, createTurns, type Sent } from "./pace.ts";

interface Way {
  /** Milliseconds until a request arrives, and from then until its answer does, by its number. */
  readonly thereMs: (request: number) => number;
  readonly backMs: (request: number) => number;
  /** Milliseconds by which timers fire late. */
  readonly lateMs?: number;
}

/** When requests arrive that all want to go at once, in milliseconds; they come to a process that looks every millisecond. */
function arrivalsOf(count: number, perSecond: number, { thereMs, backMs, lateMs = 0 }: Way): readonly number[] {
  const pace = createPace(() => perSecond);
  const arrivals: number[] = [];
  const answers = new Map<number, Sent[]>();
  let askAgainAt = 0;
  for (let now = 0; arrivals.length < count; now += 1) {
    for (const sent of answers.get(now) ?? []) {
      pace.end(sent, now);
      askAgainAt = now;
    }
    while (now >= askAgainAt && arrivals.length < count) {
      const sent = pace.take(now);
      if (typeof sent === "number") {
        askAgainAt = now + Math.ceil(sent) + lateMs;
        continue;
      }
      const number = arrivals.length;
      const [there, back] = [Math.round(thereMs(number)), Math.round(backMs(number))];
      arrivals.push(now + there);
      const answeredAt = now + Math.max(1, there + back);
      answers.set(answeredAt, [...(answers.get(answeredAt) ?? []), sent]);
    }
  }
  return arrivals.toSorted((a, b) => a - b);
}

const mostInASecond = (arrivals: readonly number[]): number =>
  Math.max(...arrivals.map((first) => arrivals.filter((at) => at >= first && at <= first + 1000).length));

const rateOf = (arrivals: readonly number[]): number =>
  (arrivals.length - 1) / (((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1000);

it("no second holds more than fifty, whatever the way to Discord takes", () => {
  const delays = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(delays, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 50 }), (there, backMs, lateMs) => {
      const thereMs = (request: number) => there[request % there.length] ?? 0;
      expect(mostInASecond(arrivalsOf(220, 50, { thereMs, backMs: () => backMs, lateMs }))).toBeLessThanOrEqual(50);
    }),
    { numRuns: 100 },
  );
});

it.each([1, 40, 150, 400])("more than 95 %% of the rate is used when the way there and back takes %i ms", (ms) => {
  const uneven = (request: number) => ms / 2 + ((request * 7) % 11);
  expect(rateOf(arrivalsOf(2000, 50, { thereMs: uneven, backMs: () => ms / 2, lateMs: 1 }))).toBeGreaterThan(47.5);
});

it("a dozen may go at once after a rest, the others go evenly", () => {
  const arrivals = arrivalsOf(50, 50, { thereMs: () => 0, backMs: () => 5 });
  expect(arrivals.filter((at) => at === 0).length).toBeLessThan(15);
  const gaps = arrivals.slice(20).map((at, index, all) => at - (all[index - 1] ?? at));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(21);
});

it("nothing goes during a pause, and all goes evenly after it", () => {
  const pace = createPace(() => 50);
  pace.take(0);
  pace.pauseUntil(10_000);
  expect(pace.take(5000)).toBe(5000);
  expect(pace.take(10_000)).toEqual({ at: 10_000 });
  expect(pace.take(10_000)).toBe(20);
});

it("a share of the rate may be less than one request a second, and may change", () => {
  let rate = 0.5;
  const pace = createPace(() => rate);
  const sent = pace.take(0);
  if (typeof sent !== "number") pace.end(sent, 10);
  expect(pace.take(10)).toBeGreaterThanOrEqual(1990);
  rate = 0;
  expect(pace.take(100_000)).toBeGreaterThan(0);
  rate = Number.POSITIVE_INFINITY;
  expect(Array.from({ length: 500 }, () => typeof pace.take(100_000))).toEqual(Array(500).fill("object"));
});

it("turns come in order, and an answer brings the next one at once when all are under way", async () => {
  let now = 0;
  const turn = createTurns(
    createPace(() => 1),
    () => now,
  );
  const order: string[] = [];
  const first = await turn();
  const second = turn().then(() => order.push("second"));
  const third = turn().then(() => order.push("third"));
  now = 5000;
  first();
  now = 7000;
  await second;
  expect(order).toEqual(["second"]);
  void third;
});
