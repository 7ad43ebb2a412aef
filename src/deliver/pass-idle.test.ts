import { afterEach, beforeEach, expect, it } from "vitest";
import { articleEntry } from "../../test/fakes/articles.ts";
import { silentLog } from "../../test/fakes/log.ts";
import { openStore } from "../adapters/stores/open-store.ts";
import type { Store } from "../ports/store.ts";
import { StoreError } from "../records/errors.ts";
import type { Subscription } from "../records/subscription.ts";
import { nextDueAfter } from "../schedule.ts";
import { passIdle } from "./pass-idle.ts";

const now = Date.UTC(2026, 10, 23, 0);
const minuteMs = 60_000;
const channel = { id: "web:room", platform: "web", address: "room", locale: "zh-TW" } as const;
let store: Store;

beforeEach(async () => {
  store = await openStore("sqlite::memory:");
  await store.saveChannel(channel);
  await store.archive([articleEntry({ headline: "港口新橋今天通車典禮", sourceId: "harbour", at: now - 1000 })]);
});

afterEach(() => store.close());

async function subscribe(id: string, words: string, change: Partial<Subscription> = {}): Promise<Subscription> {
  const subscription: Subscription = {
    ...{ id, channelId: channel.id, filter: { words, tags: [], sources: [] }, schedule: { kind: "now" } },
    ...{
      timeZone: "Asia/Taipei",

      creatorId: null,
      look: null,
      createdAt: now - minuteMs,
      dueAt: now,
      coveredUntil: now - minuteMs,
    },
    ...change,
  };
  await store.addSubscription(subscription);
  return subscription;
}

const pass = (page: readonly Subscription[], over: Partial<Store> = {}) =>
  passIdle(page, { store: { ...store, ...over }, clock: { now: () => now }, log: silentLog, nextDueAfter });

it("running subscriptions without news go on, those with news and all others are left to their editions", async () => {
  const page = [
    await subscribe("bridge", "新橋"),
    await subscribe("rain", "豪雨"),
    await subscribe("daily", "豪雨", { schedule: { kind: "daily", hour: 8, minute: 0 } }),
    await subscribe("broken", '"沒有結尾'),
  ];
  expect((await pass(page)).map(({ id }) => id)).toEqual(["bridge", "daily", "broken"]);
  const kept = new Map((await store.subscriptionsOf(channel.id)).map((one) => [one.id, one]));
  expect(kept.get("rain")).toMatchObject({ dueAt: now + minuteMs, coveredUntil: now });
  expect(kept.get("bridge")).toMatchObject({ dueAt: now, coveredUntil: now - minuteMs });
});

it("when they can't be looked at together, each is left to its edition", async () => {
  const page = [await subscribe("rain", "豪雨")];
  const searchesWithNews = () => Promise.reject(new StoreError("store-failed", "no"));
  expect(await pass(page, { searchesWithNews })).toEqual(page);
});
