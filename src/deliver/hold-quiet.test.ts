import { afterEach, beforeEach, expect, it } from "vitest";
import { articleEntry } from "../../test/fakes/articles.ts";
import { fakeClock } from "../../test/fakes/clock.ts";
import { silentLog } from "../../test/fakes/log.ts";
import { openStore } from "../adapters/stores/open-store.ts";
import { createUnchanged } from "../adapters/summarizers/unchanged.ts";
import type { Store } from "../ports/store.ts";
import { unsetChannel } from "../records/channel-settings.ts";
import { nextDueAfter } from "../schedule.ts";
import { publishDueEditions } from "./publish.ts";

const hourMs = 3_600_000;
/** 23:00 in Taipei. */
const night = Date.parse("2026-11-23T15:00:00Z");
const channel = { id: "web:room", platform: "web", address: "room", locale: "zh-TW" } as const;
const quietHours = { from: 22 * 60, until: 7 * 60 };
let store: Store;

beforeEach(async () => {
  store = await openStore("sqlite::memory:");
  await store.saveChannel(channel);
  await store.addSubscription({
    ...{ id: "running", channelId: channel.id, filter: { words: "", tags: [], sources: [] }, look: null },
    ...{ schedule: { kind: "now" }, timeZone: "Asia/Taipei", creatorId: null },
    ...{ createdAt: night - hourMs, dueAt: night, coveredUntil: night - hourMs },
  });
  const at = night - 1000;
  await store.archive([articleEntry({ headline: "港口新橋今天通車典禮", sourceId: "harbour", at })]);
});

afterEach(() => store.close());

const clock = fakeClock(night);
const publish = () =>
  publishDueEditions({
    ...{ store, clock, log: silentLog, newId: () => crypto.randomUUID() },
    ...{ nextDueAfter, rewriter: createUnchanged() },
  });

it("what comes due in quiet hours comes at their end, with what came in meanwhile", async () => {
  await store.saveChannelSettings(channel.id, { ...unsetChannel, quietHours });
  expect(await publish()).toBe(0);
  const [held] = await store.subscriptionsOf(channel.id);
  expect(held).toMatchObject({ dueAt: night + 8 * hourMs, coveredUntil: night - hourMs });
  const later = night + 7 * hourMs;
  await store.archive([articleEntry({ headline: "市立圖書館延長開放時間", sourceId: "harbour", at: later })]);
  clock.advance(8 * hourMs);
  expect(await publish()).toBe(1);
  const [delivery] = await store.claimDeliveries(clock.now(), hourMs, 1);
  expect(delivery?.edition.cards).toHaveLength(2);
});

it("quiet hours are those of the channel's time zone", async () => {
  clock.advance(night - clock.now());
  await store.saveChannelSettings(channel.id, { ...unsetChannel, quietHours, timeZone: "America/New_York" });
  expect(await publish()).toBe(1);
});
