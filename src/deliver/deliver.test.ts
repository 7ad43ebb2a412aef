import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleEntry } from "../../test/fakes/articles.ts";
import { fakeClock } from "../../test/fakes/clock.ts";
import { briefLeases } from "../../test/fakes/leases.ts";
import { silentLog } from "../../test/fakes/log.ts";
import { openStore } from "../adapters/stores/open-store.ts";
import { createUnchanged } from "../adapters/summarizers/unchanged.ts";
import { type DeliverParts, deliverEditions } from "../pipeline.ts";
import type { Platform } from "../ports/platform.ts";
import type { Rewriter } from "../ports/rewriter.ts";
import type { Store } from "../ports/store.ts";
import type { Delivery, DeliveryResult } from "../records/edition.ts";
import { StoreError } from "../records/errors.ts";
import type { Subscription } from "../records/subscription.ts";
import { nextDueAfter } from "../schedule.ts";
import { editionSize } from "./edition-size.ts";
import { publishDueEditions } from "./publish.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// 09:00 in Taipei.
const startAt = Date.UTC(2026, 10, 23, 1);
const channel = { id: "web:hall", platform: "web", address: "hall", locale: "zh-TW" } as const;
const everything = { words: "", tags: [], sources: [] };

let store: Store;
let clock: ReturnType<typeof fakeClock>;
let sent: Delivery[];
let results: DeliveryResult[];

const platform: Platform = {
  name: "web",
  routes: [],
  start: async () => {},
  stop: async () => {},
  deliver: async (delivery) => {
    sent.push(delivery);
    return results.shift() ?? { outcome: "delivered" };
  },
};

beforeEach(async () => {
  store = await openStore("sqlite::memory:");
  clock = fakeClock(startAt);
  sent = [];
  results = [];
  await store.registerSources([{ id: "harbour", name: "港都報" }], startAt);
  await store.saveChannel(channel);
});

afterEach(() => store.close());

const publish = (rewriter: Rewriter = createUnchanged()) =>
  publishDueEditions({ store, clock, log: silentLog, newId: randomUUID, nextDueAfter, rewriter });
const fixed = { leases: briefLeases, log: silentLog, newId: randomUUID, nextDueAfter };
const parts = () => ({ store, platforms: [platform], clock, ...fixed });
const send = (change: Partial<DeliverParts> = {}) => deliverEditions({ ...parts(), ...change });
const archive = (...headlines: string[]) =>
  store.archive(headlines.map((headline) => articleEntry({ headline, sourceId: "harbour", at: clock.now() })));

async function subscribe(change: Partial<Subscription> = {}): Promise<Subscription> {
  const subscription: Subscription = {
    id: randomUUID(),
    channelId: channel.id,
    filter: everything,
    schedule: { kind: "daily", hour: 8, minute: 0 },
    timeZone: "Asia/Taipei",

    creatorId: null,
    look: null,
    createdAt: startAt,
    dueAt: startAt,
    coveredUntil: startAt - dayMs,
    ...change,
  };
  await store.addSubscription(subscription);
  return subscription;
}

const headlines = (delivery: Delivery | undefined) => delivery?.edition.cards.map((card) => card.headline);

describe("publishing", () => {
  it("an edition that would be empty is not sent, and the next one is due at its time", async () => {
    const { id } = await subscribe();
    expect(await publish()).toBe(0);
    await send();
    expect(sent).toEqual([]);
    const [next] = await store.subscriptionsOf(channel.id);
    expect(next).toMatchObject({ id, dueAt: startAt + 23 * hourMs });
  });

  it("any number of subscriptions that can't be published keep none of the others from its edition", async () => {
    const broken = { kind: "cron", expression: "no expression" } as const;
    for (let count = 0; count < 120; count += 1) await subscribe({ schedule: broken, dueAt: startAt - hourMs });
    await subscribe();
    await archive("港口新橋今天通車典禮");
    clock.advance(1000);
    expect(await publish()).toBe(1);
    await send();
    expect(sent.flatMap((delivery) => headlines(delivery))).toEqual(["港口新橋今天通車典禮"]);
  });

  it("editions missed while the desk was down come as one", async () => {
    await subscribe();
    await archive("港口新橋今天通車典禮");
    clock.advance(hourMs);
    await archive("市立圖書館延長開放時間");
    clock.advance(5 * dayMs);
    expect(await publish()).toBe(1);
    await send();
    expect(sent).toHaveLength(1);
    expect(headlines(sent[0])).toHaveLength(2);
  });

  it("a story goes to a channel once, even when two subscriptions want it", async () => {
    await subscribe({ filter: { ...everything, words: "新橋" } });
    await subscribe({ filter: { ...everything, sources: ["harbour"] } });
    await archive("港口新橋今天通車典禮");
    clock.advance(1000);
    await publish();
    await send();
    expect(sent.flatMap((delivery) => headlines(delivery))).toEqual(["港口新橋今天通車典禮"]);
  });

  it("a digest shows its best stories and counts the rest", async () => {
    await subscribe();
    await archive(...Array.from({ length: editionSize + 3 }, (_, index) => `第${index}號公車路線今天調整班次`));
    clock.advance(1000);
    await publish();
    await send();
    expect(sent[0]?.edition).toMatchObject({ total: editionSize + 3, cards: { length: editionSize } });
  });

  it("a running channel gets every story, oldest first, over as many editions as it takes", async () => {
    await subscribe({ schedule: { kind: "now" } });
    const all = Array.from({ length: 23 }, (_, index) => `第${index}號公車路線今天調整班次`);
    for (const headline of all) {
      await archive(headline);
      clock.advance(1000);
    }
    for (let minute = 0; minute < 4; minute += 1) {
      await publish();
      await send();
      clock.advance(60_000);
    }
    expect(sent.flatMap((delivery) => headlines(delivery))).toEqual(all);
  });

  it("a subscription whose filter can't be read any more is logged and costs no other its edition", async () => {
    await subscribe({ filter: { ...everything, words: "after:whenever" } });
    await subscribe();
    await archive("港口新橋今天通車典禮");
    clock.advance(1000);
    expect(await publish()).toBe(1);
  });
});

describe("what an edition says", () => {
  /** Rewrites every card with the text it was given and the language it was asked for. */
  const echo: Rewriter = {
    rewrite: async (cards, { locale, textsOf }) => {
      const texts = await textsOf(cards.map(({ articleId }) => articleId));
      return cards.map((card) => ({ card: { ...card, lede: `${locale} ${texts.get(card.articleId)}` }, kept: null }));
    },
    check: async () => null,
  };

  beforeEach(async () => {
    await subscribe();
    await archive("港口新橋今天通車典禮");
    clock.advance(1000);
  });

  it("is rewritten from the article's text, in the channel's language", async () => {
    await publish(echo);
    await send();
    expect(sent[0]?.edition.cards[0]?.lede).toBe("zh-TW 港口新橋今天通車典禮");
  });

  it("is rewritten once: an attempt that is repeated brings the same words", async () => {
    await publish(echo);
    results = [{ outcome: "retry", reason: "503" }];
    await send();
    clock.advance(5_000);
    await send();
    expect(sent[1]?.edition).toEqual(sent[0]?.edition);
  });

  it("leaves the archive as it was", async () => {
    await publish(echo);
    expect((await Array.fromAsync(store.eachArticle()))[0]?.lede[0]?.text).toBe("港口新橋今天通車典禮");
  });
});

describe("delivering", () => {
  beforeEach(async () => {
    await subscribe();
    await archive("港口新橋今天通車典禮");
    clock.advance(1000);
    await publish();
  });

  it("a failed attempt is repeated later under the same id, with the same cards", async () => {
    results = [{ outcome: "retry", reason: "503" }];
    expect(await send()).toBe(0);
    expect(await send()).toBe(0);
    expect(sent).toHaveLength(1);
    clock.advance(5_000);
    expect(await send()).toBe(1);
    expect(sent[1]?.id).toBe(sent[0]?.id);
    expect(sent[1]?.edition).toEqual(sent[0]?.edition);
  });

  it("a delivery that a dead worker took comes back when its lease ends, not before", async () => {
    expect(await store.claimDeliveries(clock.now(), 120_000, 10)).toHaveLength(1);
    clock.advance(119_000);
    expect(await send()).toBe(0);
    clock.advance(2_000);
    expect(await send()).toBe(1);
  });

  it("a channel that is gone ends its subscriptions", async () => {
    results = [{ outcome: "gone", reason: "the bot was removed" }];
    await send();
    expect(await store.subscriptionsOf(channel.id)).toEqual([]);
  });

  it("an edition older than 23 hours is given up and never arrives twice", async () => {
    clock.advance(24 * hourMs);
    expect(await send()).toBe(0);
    expect(sent).toEqual([]);
    clock.advance(hourMs);
    expect(await send()).toBe(0);
  });

  it("a run that can't write one arrival down waits for the others and writes theirs down", async () => {
    const office = { ...channel, id: "web:office", address: "office" };
    await store.saveChannel(office);
    await subscribe({ channelId: office.id });
    await publish();
    const officeAnswers = Promise.withResolvers<void>();
    const full = new StoreError("store-full", "The disk is full.");
    const settleDelivery: typeof store.settleDelivery = async (id, state) => {
      if (sent[0]?.id === id) throw full;
      await store.settleDelivery(id, state);
    };
    const settleDeliveries = () => Promise.reject(full);
    const deliver: Platform["deliver"] = async (delivery) => {
      sent.push(delivery);
      if (delivery.channel.id === office.id) await officeAnswers.promise;
      return { outcome: "delivered" };
    };
    const failing = { ...store, settleDelivery, settleDeliveries };
    const failed = send({ store: failing, platforms: [{ ...platform, deliver }] }).catch((error: unknown) =>
      store.deliveredEditions(office.id, 1).then((editions) => ({ error, editions })),
    );
    await expect.poll(() => sent.length).toBe(2);
    officeAnswers.resolve();
    expect(await failed).toMatchObject({ error: full, editions: { length: 1 } });
  });

  it("neither a channel that takes long nor another platform holds up a delivery", async () => {
    const chats = Array.from({ length: 150 }, (_, index) => `line:${index}`);
    for (const id of chats) {
      await store.saveChannel({ ...channel, id, platform: "line", address: id });
      await subscribe({ channelId: id });
    }
    await publish();
    const slow = Promise.withResolvers<void>();
    const line: Platform = {
      ...platform,
      name: "line",
      deliver: async (delivery) => {
        if (delivery.channel.id === "line:0") await slow.promise;
        sent.push(delivery);
        return { outcome: "delivered" };
      },
    };
    const sending = send({ platforms: [line, platform] });
    await expect.poll(() => sent.length).toBe(150);
    slow.resolve();
    expect(await sending).toBe(151);
  });

  it("a desk that was asked to stop begins no delivery", async () => {
    expect(await send({ stopSignal: AbortSignal.abort() })).toBe(0);
    expect(sent).toEqual([]);
    expect(await send()).toBe(1);
  });

  it("a refused edition is not tried again", async () => {
    results = [{ outcome: "refused", reason: "the monthly limit is reached" }];
    await send();
    clock.advance(12 * hourMs);
    await send();
    expect(sent).toHaveLength(1);
  });
});
