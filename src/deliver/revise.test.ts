import { afterEach, beforeEach, expect, it } from "vitest";
import { articleEntry } from "../../test/fakes/articles.ts";
import { fakeClock } from "../../test/fakes/clock.ts";
import { silentLog } from "../../test/fakes/log.ts";
import { openStore } from "../adapters/stores/open-store.ts";
import { createUnchanged } from "../adapters/summarizers/unchanged.ts";
import type { Platform } from "../ports/platform.ts";
import type { Store } from "../ports/store.ts";
import type { Delivery, DeliveryResult, Posted } from "../records/edition.ts";
import { nextDueAfter } from "../schedule.ts";
import { publishDueEditions } from "./publish.ts";
import { reviseShown } from "./revise.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startAt = Date.UTC(2026, 10, 23, 0);
const posted: Posted = { look: "cards", messages: [{ address: "7", id: "100" }] };
const channel = { id: "discord:7", platform: "discord", address: "7", locale: "zh-TW" } as const;
const bridge = articleEntry({ headline: "港口新橋今天通車典禮", sourceId: "harbour", at: startAt - minuteMs });
let store: Store;
let clock: ReturnType<typeof fakeClock>;
let revised: { delivery: Delivery; posted: Posted }[];
let results: DeliveryResult[];

const platform: Platform = {
  name: "discord",
  routes: [],
  start: async () => undefined,
  stop: async () => undefined,
  deliver: async () => ({ outcome: "delivered", posted }),
  revise: async (delivery, shown) => {
    revised.push({ delivery, posted: shown });
    return results.shift() ?? { outcome: "delivered" };
  },
};
const revise = () => reviseShown({ store, platforms: [platform], clock, log: silentLog });

beforeEach(async () => {
  store = await openStore("sqlite::memory:");
  clock = fakeClock(startAt);
  revised = [];
  results = [];
  await store.registerSources(
    [
      { id: "harbour", name: "港都報" },
      { id: "island", name: "海島報" },
    ],
    startAt,
  );
  await store.saveChannel(channel);
  await store.archive([bridge]);
  await store.addSubscription({
    ...{ id: "s", channelId: channel.id, filter: { words: "", tags: [], sources: [] }, schedule: { kind: "hourly" } },
    ...{ timeZone: "Asia/Taipei", creatorId: null, look: null },
    ...{ createdAt: startAt, dueAt: startAt, coveredUntil: startAt - hourMs },
  });
  await publishDueEditions({
    ...{ store, clock, log: silentLog, newId: () => crypto.randomUUID(), nextDueAfter, rewriter: createUnchanged() },
  });
  const [delivery] = await store.claimDeliveries(startAt, minuteMs, 1);
  await store.settleDelivery(delivery?.id ?? "", { state: "delivered", at: startAt, posted });
  // The first look begins here.
  await revise();
});

afterEach(() => store.close());

async function reportAgain(at: number): Promise<void> {
  const { storyId } = bridge.article;
  await store.archive([articleEntry({ headline: "新橋通車", sourceId: "island", at, storyId })]);
}

it("a digest whose story others report too is changed once, and not posted again", async () => {
  await reportAgain(clock.now() + minuteMs);
  clock.advance(2 * minuteMs);
  expect(await revise()).toBe(1);
  expect(revised).toMatchObject([{ posted, delivery: { channel, edition: { cards: [{ alsoIn: ["海島報"] }] } } }]);
  clock.advance(minuteMs);
  expect(await revise()).toBe(0);
  expect(await store.claimDeliveries(clock.now(), minuteMs, 10)).toEqual([]);
});

it("a corrected headline is shown, and marked", async () => {
  const { article } = bridge;
  const corrected = { ...article, headline: "港口新橋延後通車", collectedAt: clock.now() + minuteMs };
  await store.archive([{ ...bridge, article: corrected, contentHash: "other" }]);
  clock.advance(2 * minuteMs);
  await revise();
  expect(revised[0]?.delivery.edition.cards[0]).toMatchObject({ headline: "港口新橋延後通車", isCorrected: true });
});

it("what the platform puts off is tried again, what it refuses is left", async () => {
  results = [
    { outcome: "retry", reason: "503" },
    { outcome: "refused", reason: "the message was deleted" },
  ];
  await reportAgain(clock.now() + minuteMs);
  clock.advance(2 * minuteMs);
  expect(await revise()).toBe(0);
  expect(await revise()).toBe(0);
  clock.advance(5 * minuteMs);
  await revise();
  clock.advance(hourMs);
  await revise();
  expect(revised).toHaveLength(2);
});

it("what the platform puts off is given up once it is three days old", async () => {
  results = Array.from({ length: 100 }, () => ({ outcome: "retry", reason: "503", retryAfterMs: 24 * hourMs }));
  await reportAgain(clock.now() + minuteMs);
  clock.advance(2 * minuteMs);
  for (let day = 0; day < 10; day += 1) {
    await revise();
    clock.advance(25 * hourMs);
  }
  expect(revised).toHaveLength(4);
});

it("a digest of three days ago is left as it is", async () => {
  clock.advance(73 * hourMs);
  await reportAgain(clock.now() - minuteMs);
  await revise();
  expect(revised).toEqual([]);
});
