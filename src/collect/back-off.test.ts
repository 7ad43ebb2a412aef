import { describe, expect, it } from "vitest";
import { nextPollAt } from "./back-off.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const middle = () => 0.5;
const wait = (failures: number, retryAfterMs?: number, intervalMs = 15 * minute) =>
  nextPollAt({ intervalMs, failures, retryAfterMs }, 1_000, middle) - 1_000;

describe("the next poll", () => {
  it("comes after the interval while all is well", () => {
    expect(wait(0)).toBe(15 * minute);
  });

  it("is spread by a tenth either way", () => {
    const outcome = { intervalMs: 10 * minute, failures: 0 };
    expect(nextPollAt(outcome, 0, () => 0)).toBe(9 * minute);
    expect(nextPollAt(outcome, 0, () => 1)).toBe(11 * minute);
  });

  it("waits twice as long after each failure, up to a day", () => {
    expect([1, 2, 3].map((failures) => wait(failures))).toEqual([30 * minute, 60 * minute, 120 * minute]);
    expect(wait(7)).toBe(day);
    expect(wait(5_000)).toBe(day);
  });

  it("is not brought forward by failures when the interval is longer than a day", () => {
    expect(wait(3, undefined, 3 * day)).toBe(3 * day);
  });

  it("comes when the server says, sooner or later than our own rule", () => {
    expect(wait(5, 2 * minute)).toBe(2 * minute);
    expect(wait(1, 2 * day)).toBe(2 * day);
  });

  it("does not follow a server into a storm or into the next century", () => {
    expect(wait(1, 0)).toBe(minute);
    expect(wait(1, 100 * 365 * day)).toBe(30 * day);
  });
});
