import { expect, it } from "vitest";
import { deliveryTo } from "../../test/conformance/discord-samples.ts";
import { fakeClock } from "../../test/fakes/clock.ts";
import { briefLeases } from "../../test/fakes/leases.ts";
import { silentLog } from "../../test/fakes/log.ts";
import type { Platform } from "../ports/platform.ts";
import { nextDueAfter } from "../schedule.ts";
import { type SendParts, sendDelivery, stateAfter } from "./send.ts";

const hourMs = 3_600_000;

it("a retry waits twice as long each time, an hour at most, or as long as the platform asks", () => {
  const waitAfter = (attempts: number, retryAfterMs?: number) => {
    const state = stateAfter(
      { attempts },
      { outcome: "retry", reason: "", ...(retryAfterMs ? { retryAfterMs } : {}) },
      0,
    );
    return state.state === "waiting" ? state.dueAt : undefined;
  };
  expect([0, 1, 2, 30].map((attempts) => waitAfter(attempts))).toEqual([5_000, 10_000, 20_000, hourMs]);
  expect(waitAfter(0, 60_000)).toBe(60_000);
});

it("a channel that can't be posted to pauses its subscriptions, and each of those who made them is told once", async () => {
  const { delivery, calls, parts } = barredDelivery(["8", "9"]);
  expect(await sendDelivery(delivery, parts)).toBe("barred");
  expect(calls).toEqual([
    "failed: it may not post there",
    "paused discord:7: it may not post there",
    "told 8 of discord:7",
    "told 9 of discord:7",
  ]);
});

it("subscriptions that were paused before are nobody's news", async () => {
  const { delivery, calls, parts } = barredDelivery([]);
  await sendDelivery(delivery, parts);
  expect(calls.filter((call) => call.startsWith("told"))).toEqual([]);
});

/** A delivery that its platform can't post, and what is done about it; `makers` made the subscriptions that ran. */
function barredDelivery(makers: readonly string[]) {
  const calls: string[] = [];
  const delivery = deliveryTo("7");
  const platform: Platform = {
    name: "discord",
    routes: [],
    start: async () => {},
    stop: async () => {},
    deliver: async () => ({ outcome: "barred", reason: "it may not post there" }),
    tellPaused: async (personId, { id }) => void calls.push(`told ${personId} of ${id}`),
  };
  const parts: SendParts = {
    store: {
      deleteCache: async () => false,
      claimDeliveries: async () => [],
      withdrawEdition: async () => false,
      noteRefusal: async () => {},
      endChannel: () => Promise.reject(new Error("its subscriptions stay")),
      settleDelivery: async (_, state) => void calls.push(`${state.state}: ${"reason" in state ? state.reason : ""}`),
      async pauseChannel(channelId, reason) {
        calls.push(`paused ${channelId}: ${reason}`);
        return makers;
      },
    },
    platforms: [platform],
    leases: briefLeases,
    clock: fakeClock(delivery.edition.publishedAt),
    log: silentLog,
    nextDueAfter,
  };
  return { delivery, calls, parts };
}

it("what is late and meets the channel's quiet hours comes at their end, and is not an attempt", async () => {
  const { delivery, parts } = barredDelivery([]);
  const settled: unknown[] = [];
  const settleDelivery = async (...said: readonly unknown[]) => void settled.push(said);
  const quiet = { ...delivery.settings, quietHours: { from: 22 * 60, until: 7 * 60 }, timeZone: "Asia/Taipei" };
  const night = Date.parse("2023-10-04T23:30:00+08:00");
  const held = { ...parts, store: { ...parts.store, settleDelivery }, clock: fakeClock(night) };
  expect(await sendDelivery({ ...delivery, settings: quiet, attempts: 3 }, held)).toBe("retry");
  expect(settled).toEqual([
    [
      delivery.id,
      {
        ...{ state: "waiting", dueAt: Date.parse("2023-10-05T07:00:00+08:00"), attempts: 3 },
        problem: "its channel has quiet hours",
      },
    ],
  ]);
  const day = { ...held, clock: fakeClock(Date.parse("2023-10-05T07:00:00+08:00")) };
  expect(await sendDelivery({ ...delivery, settings: quiet, attempts: 3 }, day)).toBe("barred");
});
