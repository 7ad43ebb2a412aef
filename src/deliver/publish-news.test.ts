import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { articleEntry } from "../../test/fakes/articles.ts";
import { fakeClock } from "../../test/fakes/clock.ts";
import { silentLog } from "../../test/fakes/log.ts";
import { openStore } from "../adapters/stores/open-store.ts";
import { createUnchanged } from "../adapters/summarizers/unchanged.ts";
import type { Subscription } from "../records/subscription.ts";
import { nextDueAfter } from "../schedule.ts";
import { publishDueEditions, publishNews } from "./publish.ts";

const startAt = Date.UTC(2026, 10, 23, 1);
const soon = startAt + 45_000;

it("news goes to a running channel at once, and to no other; within a minute of an edition it waits", async () => {
  const [store, clock] = [await openStore("sqlite::memory:"), fakeClock(startAt)];
  const parts = { store, clock, log: silentLog, newId: randomUUID, nextDueAfter, rewriter: createUnchanged() };
  const archive = (headline: string) =>
    store.archive([articleEntry({ headline, sourceId: "harbour", at: clock.now() })]);
  const subscribe = async (id: string, schedule: Subscription["schedule"]) => {
    await store.saveChannel({ id, platform: "web", address: id, locale: "zh-TW" });
    await store.addSubscription({
      ...{ id: randomUUID(), channelId: id, filter: { words: "", tags: [], sources: [] }, schedule },
      ...{ timeZone: "Asia/Taipei", creatorId: null, look: null },
      ...{ createdAt: startAt, dueAt: soon, coveredUntil: startAt },
    });
  };
  await subscribe("running", { kind: "now" });
  await subscribe("daily", { kind: "daily", hour: 8, minute: 0 });

  clock.advance(1000);
  expect(await publishNews(parts)).toBe(0);
  await archive("港口新橋今天通車典禮");
  clock.advance(1000);
  expect(await publishNews(parts)).toBe(1);
  await archive("市立圖書館延長開放時間");
  clock.advance(10_000);
  expect(await publishNews(parts)).toBe(0);
  clock.advance(60_000);
  expect(await publishDueEditions(parts)).toBe(2);
  await store.close();
});

it("new articles are read once for all running subscriptions, however many pages of them there are", async () => {
  const [store, clock] = [await openStore("sqlite::memory:"), fakeClock(startAt)];
  let readings = 0;
  const searchesWithNews: typeof store.searchesWithNews = (searches, until) => {
    readings += 1;
    return store.searchesWithNews(searches, until);
  };
  const counting = { ...store, searchesWithNews };
  const parts = {
    store: counting,
    clock,
    log: silentLog,
    newId: randomUUID,
    nextDueAfter,
    rewriter: createUnchanged(),
  };
  await store.saveChannel({ id: "web:room", platform: "web", address: "room", locale: "zh-TW" });
  for (let number = 0; number < 1100; number += 1)
    await store.addSubscription({
      ...{ id: randomUUID(), channelId: "web:room", schedule: { kind: "now" } },
      ...{ filter: { words: `第${number}號`, tags: [], sources: [] }, timeZone: "Asia/Taipei" },
      ...{ creatorId: null, look: null, createdAt: startAt, dueAt: soon, coveredUntil: startAt },
    });
  clock.advance(1000);
  await store.archive([articleEntry({ headline: "第1099號公車改道", sourceId: "harbour", at: clock.now() })]);
  clock.advance(1000);
  expect(await publishNews(parts)).toBe(1);
  expect(readings).toBe(1);
  clock.advance(60_000);
  expect(await publishDueEditions(parts)).toBe(0);
  expect(readings).toBe(2);
  await store.close();
});
