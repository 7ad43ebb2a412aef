import { expect, it } from "vitest";
import { fakeClock } from "../test/fakes/clock.ts";
import { createRateShare } from "./rate-share.ts";

const counted = { countedWithinMs: 25_000 };

it("a worker that is alone has the whole rate, before anybody was counted too", () => {
  const { perSecond, share } = createRateShare(50, { clock: fakeClock(0), ...counted });
  expect(perSecond()).toBe(50);
  share(1);
  expect(perSecond()).toBe(50);
});

it("a worker that comes to others sends nothing until they have counted it, so that no second holds more than the rate", () => {
  const clock = fakeClock(0);
  const [first, second] = [createRateShare(50, { clock, ...counted }), createRateShare(50, { clock, ...counted })];
  first.share(1);
  second.share(2);
  expect([first.perSecond(), second.perSecond()]).toEqual([50, 0]);
  clock.advance(20_000);
  first.share(2);
  expect([first.perSecond(), second.perSecond()]).toEqual([25, 0]);
  clock.advance(5000);
  expect([first.perSecond(), second.perSecond()]).toEqual([25, 25]);
});

it("what a worker leaves is shared by the others", () => {
  const { perSecond, share } = createRateShare(50, { clock: fakeClock(0), ...counted });
  share(1);
  share(5);
  expect(perSecond()).toBe(10);
  share(4);
  expect(perSecond()).toBe(12.5);
});

it("no limit is nobody's share, for a proxy that keeps it", () => {
  const { perSecond, share } = createRateShare(0, { clock: fakeClock(0), ...counted });
  share(3);
  expect(perSecond()).toBe(Number.POSITIVE_INFINITY);
});
