import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleEntry } from "../../test/fakes/articles.ts";
import { fakeClock } from "../../test/fakes/clock.ts";
import { briefLeases } from "../../test/fakes/leases.ts";
import { silentLog } from "../../test/fakes/log.ts";
import { openStore } from "../adapters/stores/open-store.ts";
import { createUnchanged } from "../adapters/summarizers/unchanged.ts";
import { deliverEditions } from "../pipeline.ts";
import type { Platform } from "../ports/platform.ts";
import type { Store } from "../ports/store.ts";
import { unsetChannel } from "../records/channel-settings.ts";
import type { DeliveryResult } from "../records/edition.ts";
import { nextDueAfter } from "../schedule.ts";
import { publishDueEditions } from "./publish.ts";

const startAt = Date.UTC(2026, 10, 23, 1);
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let store: Store;
let clock: ReturnType<typeof fakeClock>;
/** What each call brought to whom: a multicast has its id. */
let calls: { readonly id: string; readonly to: readonly string[] }[];
let results: DeliveryResult[];

const call = async (id: string, to: readonly string[]): Promise<DeliveryResult> => {
  calls.push({ id, to });
  return results.shift() ?? { outcome: "delivered" };
};

/** One that takes three channels a call, of those whose address begins with U. */
const line: Platform = {
  name: "line",
  routes: [],
  start: async () => {},
  stop: async () => {},
  deliver: ({ channel }) => call("alone", [channel.address]),
  multicast: {
    limit: 3,
    contentOf: ({ channel, edition }) =>
      channel.address.startsWith("U") ? JSON.stringify(edition.cards.map(({ headline }) => headline)) : null,
    deliver: (id, deliveries) =>
      call(
        id,
        deliveries.map(({ channel }) => channel.address),
      ),
  },
};

beforeEach(async () => {
  store = await openStore("sqlite::memory:");
  clock = fakeClock(startAt);
  calls = [];
  results = [];
  await store.registerSources([{ id: "harbour", name: "港都報" }], startAt);
});

afterEach(() => store.close());

async function publishTo(...addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const id = `line:${address}`;
    await store.saveChannel({ id, platform: "line", address, locale: "zh-TW" });
    await store.addSubscription({
      id,
      channelId: id,
      filter: { words: address.endsWith("橋") ? "新橋" : "", tags: [], sources: [] },
      schedule: { kind: "daily", hour: 8, minute: 0 },
      timeZone: "Asia/Taipei",
      ...{ creatorId: null, look: null },
      ...{ createdAt: startAt, dueAt: startAt, coveredUntil: startAt - dayMs },
    });
  }
  const headlines = ["港口新橋今天通車典禮", "市立圖書館延長開放時間"];
  await store.archive(headlines.map((headline) => articleEntry({ headline, sourceId: "harbour", at: startAt })));
  clock.advance(1000);
  const rewriter = createUnchanged();
  await publishDueEditions({ store, clock, log: silentLog, newId: randomUUID, nextDueAfter, rewriter });
}

const parts = () => ({
  store,
  platforms: [line],
  leases: briefLeases,
  clock,
  log: silentLog,
  newId: randomUUID,
  nextDueAfter,
});
const send = () => deliverEditions(parts());
const reached = () => calls.map(({ to }) => to.join(" "));

describe("a multicast", () => {
  it("brings people the same in as few calls as the platform takes, and others theirs alone", async () => {
    await publishTo("U1", "U2", "C1", "U3", "U4", "U5橋");
    expect(await send()).toBe(6);
    expect(reached().toSorted()).toEqual(["C1", "U1 U2 U3", "U4", "U5橋"]);
    expect(await send()).toBe(0);
  });

  it("is repeated under the same id, without those who left meanwhile, and with no one else", async () => {
    results = [{ outcome: "retry", reason: "503" }];
    await publishTo("U1", "U2", "U3");
    expect(await send()).toBe(0);
    await store.endChannel("line:U1", "left", clock.now());
    await publishTo("U4", "U5");
    clock.advance(minuteMs);
    expect(await send()).toBe(4);
    expect(reached()).toEqual(["U1 U2 U3", "U2 U3", "U4 U5"]);
    expect(calls[1]?.id).toBe(calls[0]?.id);
    expect(calls[2]?.id).not.toBe(calls[0]?.id);
  });

  it("whose worker died after the call is repeated whole by another, under the same id", async () => {
    await publishTo("U1", "U2", "U3");
    const dead = { ...store, settleMulticast: () => new Promise<void>(() => {}) };
    void deliverEditions({ ...parts(), store: dead });
    await expect.poll(() => calls.length).toBe(1);
    clock.advance(briefLeases.leaseMs);
    expect(await send()).toBe(3);
    expect(calls[1]).toEqual(calls[0]);
  });

  it("is not made of what a dead worker may have sent alone", async () => {
    await publishTo("U1", "U2");
    await store.claimDeliveries(clock.now(), briefLeases.leaseMs, 1);
    clock.advance(briefLeases.leaseMs);
    expect(await send()).toBe(2);
    expect(calls).toEqual([
      { id: "alone", to: ["U1"] },
      { id: "alone", to: ["U2"] },
    ]);
  });

  it("that is refused parts: each goes alone, so that one at fault costs only itself", async () => {
    results = [
      { outcome: "refused", reason: "400" },
      { outcome: "delivered" },
      { outcome: "refused", reason: "no such user" },
    ];
    await publishTo("U1", "U2", "U3");
    await send();
    await send();
    expect(reached()).toEqual(["U1 U2 U3", "U1", "U2", "U3"]);
    expect(await store.deliveredEditions("line:U3", 1)).toHaveLength(1);
    expect(await store.deliveredEditions("line:U2", 1)).toEqual([]);
    expect(await send()).toBe(0);
  });

  it("keeps the quiet hours of each channel before it is begun, and of all once it is", async () => {
    const quiet = async (address: string, from: number, until: number) =>
      store.saveChannelSettings(`line:${address}`, { ...unsetChannel, quietHours: { from, until } });
    await publishTo("U1", "U2", "U3");
    // It is 09:00 in Taipei.
    await quiet("U3", 8 * 60, 9 * 60 + 30);
    results = [{ outcome: "retry", reason: "503" }];
    expect(await send()).toBe(0);
    await quiet("U2", 9 * 60, 10 * 60);
    clock.advance(5 * minuteMs);
    expect(await send()).toBe(0);
    expect(reached()).toEqual(["U1 U2"]);
    clock.advance(30 * minuteMs);
    expect(await send()).toBe(1);
    clock.advance(30 * minuteMs);
    expect(await send()).toBe(2);
    expect(reached()).toEqual(["U1 U2", "U3", "U1 U2"]);
    expect(calls[2]?.id).toBe(calls[0]?.id);
  });

  it("that could not be sent for 23 hours is given up", async () => {
    results = [{ outcome: "retry", reason: "503" }];
    await publishTo("U1", "U2");
    await send();
    clock.advance(dayMs);
    expect(await send()).toBe(0);
    clock.advance(dayMs);
    expect(await send()).toBe(0);
    expect(calls).toHaveLength(1);
  });
});
