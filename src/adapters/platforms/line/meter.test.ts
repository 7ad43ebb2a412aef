import { expect, it } from "vitest";
import { fakeClock } from "../../../../test/fakes/clock.ts";
import { memoryCache } from "../../../../test/fakes/memory-cache.ts";
import { createLineMeter } from "./meter.ts";

const dayMs = 24 * 3_600_000;
const channelOf = (address: string) => ({ id: `line:${address}`, platform: "line", address, locale: "zh-TW" }) as const;

function openMeter() {
  const clock = fakeClock(Date.parse("2026-12-01T00:00:00+09:00"));
  const asked: string[] = [];
  let members = 30;
  const api = {
    readUsage: async () => ({ limit: 200, used: 0 }),
    countMembers: async (address: string) => {
      asked.push(address);
      return members;
    },
  };
  const meter = createLineMeter(api, memoryCache(clock));
  const grow = () => {
    members += 1;
  };
  return { clock, asked, meter, grow };
}

it("a person costs one message, and a group its members, who are counted once a day", async () => {
  const { clock, asked, meter, grow } = openMeter();
  expect(await meter.recipientsOf(channelOf("U1"))).toBe(1);
  expect(asked).toEqual([]);
  expect(await meter.recipientsOf(channelOf("C1"))).toBe(30);
  grow();
  expect(await meter.recipientsOf(channelOf("C1"))).toBe(30);
  clock.advance(dayMs);
  expect(await meter.recipientsOf(channelOf("C1"))).toBe(31);
  expect(asked).toEqual(["C1", "C1"]);
});

it("members are counted anew when some come or go", async () => {
  const { meter, grow } = openMeter();
  await meter.recipientsOf(channelOf("C1"));
  await meter.recipientsOf(channelOf("R1"));
  grow();
  await meter.noteMembers({ type: "message", source: { type: "group", groupId: "C1" } });
  expect(await meter.recipientsOf(channelOf("C1"))).toBe(30);
  await meter.noteMembers({ type: "memberJoined", source: { type: "group", groupId: "C1" } });
  expect(await meter.recipientsOf(channelOf("C1"))).toBe(31);
  await meter.noteMembers({ type: "memberLeft", source: { type: "room", roomId: "R1" } });
  expect(await meter.recipientsOf(channelOf("R1"))).toBe(31);
});

it("the month is Japan's", () => {
  const { meter } = openMeter();
  const [december, january] = [Date.parse("2026-12-01T00:00:00+09:00"), Date.parse("2027-01-01T00:00:00+09:00")];
  for (const now of [december, january - 1])
    expect(meter.monthOf(now)).toEqual({ startsAt: december, endsAt: january });
  expect(meter.monthOf(january).startsAt).toBe(january);
});
