// What every store must hold to when editions go out: each story once to a channel, each delivery by one worker.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { Channel } from "../../src/records/channel.ts";
import {
  anEntry,
  aQuery,
  aSubscription,
  hour,
  minute,
  nextDay,
  noon,
  publishSelected,
  room,
  selectForRoom,
} from "./store-fixtures.ts";

/** `open` gives a store of its own to each test. */
export function describeDelivery(open: () => Promise<Store>): void {
  const subscribed = async (...ids: readonly string[]) => {
    const store = await open();
    await store.saveChannel(room);
    for (const id of ids) await store.addSubscription(aSubscription(id));
    return store;
  };

  describe("channels and subscriptions", () => {
    it("a channel is kept, and saved again takes the new language and keeps its server", async () => {
      const store = await subscribed();
      expect(await store.findChannel("web:other")).toBeNull();
      await store.saveChannel({ ...room, locale: "ja", server: "newsroom" });
      await store.saveChannel({ ...room, locale: "ja" });
      expect(await store.findChannel(room.id)).toEqual({ ...room, locale: "ja", server: "newsroom" });
    });

    it("a subscription comes out as it went in, is due at its time, and can be removed once", async () => {
      const store = await subscribed();
      const subscription = aSubscription("daily", {
        filter: { words: '高雄 -"棒球"', tags: ["a"], sources: ["cna"] },
        schedule: { kind: "cron", expression: "0 8 * * 1-5" },
      });
      await store.addSubscription(subscription);
      expect(await store.subscriptionsOf(room.id)).toEqual([subscription]);
      expect(await store.dueSubscriptions(noon - 1, 10)).toEqual([]);
      expect(await store.dueSubscriptions(noon, 10)).toEqual([subscription]);
      const before = { dueAt: subscription.dueAt, id: "d" };
      expect(await store.dueSubscriptions(noon, 10, before)).toEqual([subscription]);
      expect(await store.dueSubscriptions(noon, 10, subscription)).toEqual([]);
      expect(await store.removeSubscription("daily")).toBe(true);
      expect(await store.removeSubscription("daily")).toBe(false);
    });
  });

  describe("selecting stories", () => {
    it("a story reported by most sources comes first in a digest, the oldest in a running channel", async () => {
      const store = await subscribed();
      await store.archive([
        anEntry("新", { publishedAt: noon - minute, collectedAt: noon - 1 }),
        anEntry("震一", { storyId: "quake", publishedAt: noon - hour, collectedAt: noon - 3 }),
        anEntry("震二", { storyId: "quake", sourceId: "bbc", publishedAt: noon - 2 * hour, collectedAt: noon - 2 }),
      ]);
      const { cards, total } = await selectForRoom(store);
      expect(total).toBe(2);
      expect(cards.map((card) => [card.articleId, card.alsoIn])).toEqual([
        ["id-震二", ["cna"]],
        ["id-新", []],
      ]);
      const first = await selectForRoom(store, { order: "oldest", limit: 1 });
      expect(first).toMatchObject({ total: 2, cards: [{ storyId: "quake" }] });
    });

    it("a story is shown by its earliest full report, or by the longest of a source that the operator prefers", async () => {
      const store = await subscribed("daily");
      const told = (name: string, sourceId: string, minutes: number, text: string) =>
        anEntry(name, { sourceId, storyId: "quake", text, publishedAt: noon - hour + minutes * 60_000 });
      await store.archive([
        told("flash", "cna", 0, "花蓮外海地震。"),
        told("full", "pts", 5, "花蓮外海地震，震度五級，鐵路停駛。".repeat(20)),
        told("longer", "cna", 9, "花蓮外海地震，震度五級，鐵路停駛。".repeat(30)),
        told("later", "rti", 20, "花蓮外海地震後，鐵路恢復行駛。".repeat(25)),
      ]);
      const shown = async () => (await selectForRoom(store)).cards.map(({ articleId }) => articleId);
      expect(await shown()).toEqual(["id-full"]);
      await store.registerSources([{ id: "rti", name: "央廣", preferred: true }], noon);
      expect(await shown()).toEqual(["id-later"]);
      await store.registerSources([{ id: "rti", name: "央廣" }], noon);
      expect(await shown()).toEqual(["id-full"]);
    });

    it("a story is of the span in which it was first archived", async () => {
      const store = await subscribed();
      await store.archive([
        anEntry("早", { collectedAt: noon - hour }),
        anEntry("界", { collectedAt: noon }),
        anEntry("晚", { collectedAt: noon + 1 }),
      ]);
      const { cards } = await selectForRoom(store, { from: noon - hour });
      expect(cards.map((card) => card.articleId)).toEqual(["id-界"]);
    });

    it("an article archived after its time was selected is in the next span, not lost", async () => {
      const store = await subscribed();
      await selectForRoom(store);
      await store.archive([anEntry("遲", { collectedAt: noon - minute })]);
      const { cards } = await selectForRoom(store, { from: noon, until: noon + hour });
      expect(cards.map((card) => card.articleId)).toEqual(["id-遲"]);
    });

    it("words, sources, dates and any of the tags narrow the selection", async () => {
      const store = await subscribed();
      await store.archive([
        anEntry("高", { headline: "高雄新聞", tags: ["交通"] }),
        anEntry("北", { headline: "臺北新聞", tags: ["天氣"], sourceId: "bbc" }),
      ]);
      const found = async (said: Parameters<typeof selectForRoom>[1]) =>
        (await selectForRoom(store, said)).cards.map((card) => card.articleId);
      expect(await found({ query: aQuery("高雄") })).toEqual(["id-高"]);
      expect(await found({ query: aQuery("-高雄") })).toEqual(["id-北"]);
      expect(await found({ query: aQuery("source:bbc 新聞") })).toEqual(["id-北"]);
      expect(await found({ query: aQuery("tag:天气 OR tag:體育") })).toEqual(["id-北"]);
      expect(await found({ query: aQuery("before:2023-10-10") })).toEqual([]);
    });
  });

  describe("publishing", () => {
    it("an edition is published once, though two workers try at the same time", async () => {
      const store = await subscribed("daily");
      await store.archive([anEntry("一")]);
      const tries = await Promise.all([publishSelected(store, "a", "daily"), publishSelected(store, "b", "daily")]);
      expect(tries.filter(Boolean)).toHaveLength(1);
      expect(await store.claimDeliveries(noon, minute, 10)).toHaveLength(1);
      expect(await store.subscriptionsOf(room.id)).toMatchObject([{ dueAt: noon + 24 * hour, coveredUntil: noon }]);
    });

    it("a story goes to a channel once, even by another subscription", async () => {
      const store = await subscribed("daily", "weekly");
      await store.archive([anEntry("一"), anEntry("二")]);
      const [one, other] = await Promise.all([selectForRoom(store, { limit: 1 }), selectForRoom(store)]);
      const edition = { publishedAt: noon, from: 0, until: noon, timeZone: "Asia/Taipei" };
      const publish = (id: string, subscriptionId: string, { cards, total }: typeof one) =>
        store.publishEdition(
          { ...edition, id, subscriptionId, cards, total },
          `d-${id}`,
          noon,
          nextDay(subscriptionId),
        );
      expect(await publish("a", "daily", one)).toBe(true);
      expect(await publish("b", "weekly", other)).toBe(false);
      expect(await store.dueSubscriptions(noon, 10)).toMatchObject([{ id: "weekly" }]);
      const rest = await selectForRoom(store);
      expect(rest.cards.map((card) => card.storyId)).not.toContain(one.cards[0]?.storyId);
      expect(rest.total).toBe(1);
    });

    it("an empty edition moves the due time and sends nothing", async () => {
      const store = await subscribed("daily");
      expect(await store.publishEdition(null, "d", noon, nextDay("daily"))).toBe(true);
      expect(await store.dueSubscriptions(noon, 10)).toEqual([]);
      expect(await store.claimDeliveries(noon, minute, 10)).toEqual([]);
    });

    it("a subscription that was removed meanwhile publishes nothing", async () => {
      const store = await subscribed("daily");
      await store.archive([anEntry("一")]);
      await store.removeSubscription("daily");
      expect(await publishSelected(store, "a", "daily")).toBe(false);
      expect((await selectForRoom(store)).total).toBe(1);
    });
  });

  describe("deliveries", () => {
    const published = async () => {
      const store = await subscribed("daily");
      await store.archive([anEntry("一"), anEntry("二")]);
      await publishSelected(store, "a", "daily");
      return store;
    };

    it("a claimed delivery is nobody else's until its lease ends, and carries all that a platform needs", async () => {
      const store = await published();
      const [claimed] = await store.claimDeliveries(noon, minute, 10);
      expect(claimed).toMatchObject({
        id: "delivery-of-a",
        channel: room,
        attempts: 0,
        edition: { id: "a", total: 2 },
      });
      expect(claimed?.edition.cards).toHaveLength(2);
      expect(await store.claimDeliveries(noon + minute - 1, minute, 10)).toEqual([]);
      // Whoever had it may have sent it before the lease ended.
      expect(claimed?.isUntried).toBe(true);
      expect(await store.claimDeliveries(noon + minute, minute, 10)).toEqual([{ ...claimed, isUntried: false }]);
    });

    it("servers take turns when much is due at one time, and a platform is given its own alone", async () => {
      const store = await open();
      await store.archive([anEntry("一")]);
      const channels = [...Array(30).fill("large"), "small", "small", undefined].map((server, index) => ({
        ...{ id: `discord:${index}`, platform: "discord", address: `${index}`, locale: "en" as const },
        ...(server && { server }),
      })) as readonly Channel[];
      for (const channel of channels) {
        await store.saveChannel(channel);
        await store.addSubscription(aSubscription(channel.id, { channelId: channel.id }));
        await publishSelected(store, channel.id, channel.id);
      }
      expect(await store.claimDeliveries(noon, minute, 10, ["line", "web"])).toEqual([]);
      const claimed = await store.claimDeliveries(noon, minute, 5, ["discord"]);
      expect(claimed.map(({ channel }) => channel.server)).toEqual(["large", "small", undefined, "large", "small"]);
      const rest = await store.claimDeliveries(noon, minute, 50);
      expect(rest.map(({ channel }) => channel)).toEqual(channels.slice(2, 30));
    });

    it("one that is put off comes again at its time, with its attempts", async () => {
      const store = await published();
      await store.claimDeliveries(noon, hour, 10);
      const later = { state: "waiting", dueAt: noon + minute, attempts: 1, problem: "answered 503" } as const;
      await store.settleDelivery("delivery-of-a", later);
      expect(await store.claimDeliveries(noon + minute - 1, hour, 10)).toEqual([]);
      expect(await store.claimDeliveries(noon + minute, hour, 10)).toMatchObject([{ attempts: 1 }]);
    });

    it("a delivered one is history, and never claimed again", async () => {
      const store = await published();
      await store.settleDelivery("delivery-of-a", { state: "delivered", at: noon + 5 });
      expect(await store.claimDeliveries(noon + 24 * hour, minute, 10)).toEqual([]);
      const history = await store.deliveredEditions(room.id, 10);
      expect(history).toMatchObject([{ deliveryId: "delivery-of-a", at: noon + 5, edition: { id: "a" } }]);
      expect(await store.deliveredEditions("web:other", 10)).toEqual([]);
    });

    it("an edition is found again by its own channel, and by no other", async () => {
      const store = await published();
      expect(await store.findEdition(room.id, "a")).toMatchObject({ id: "a", subscriptionId: "daily" });
      expect(await store.findEdition("web:other", "a")).toBeNull();
      expect(await store.findEdition(room.id, "b")).toBeNull();
      expect(await store.editionsAt(room.id, noon)).toMatchObject([{ id: "a", subscriptionId: "daily" }]);
      expect(await store.editionsAt("web:other", noon)).toEqual([]);
      expect(await store.editionsAt(room.id, noon + 1)).toEqual([]);
    });

    it("an edition that was given up is missed, until a later one of its subscription arrives", async () => {
      const store = await published();
      expect(await store.missedEditions(room.id)).toEqual(new Map());
      await store.settleDelivery("delivery-of-a", { state: "failed", at: noon + hour, reason: "too old" });
      expect(await store.missedEditions(room.id)).toEqual(new Map([["daily", noon]]));
      const later = noon + 24 * hour;
      await store.archive([anEntry("三", { collectedAt: later - 1 })]);
      const { cards, total } = await selectForRoom(store, { from: noon, until: later });
      const next = { subscriptionId: "daily", dueAt: later + 24 * hour, coveredUntil: later };
      const span = { publishedAt: later, from: noon, until: later, timeZone: "Asia/Taipei" };
      await store.publishEdition({ ...span, id: "b", subscriptionId: "daily", cards, total }, "d-b", later, next);
      await store.settleDelivery("d-b", { state: "delivered", at: later });
      expect(await store.missedEditions(room.id)).toEqual(new Map());
    });

    it("a channel that is paused gets nothing until its subscription is changed", async () => {
      const store = await published();
      const [daily] = await store.subscriptionsOf(room.id);
      expect(await store.pauseChannel(room.id, "may not post", noon)).toEqual([]);
      await store.addSubscription(aSubscription("weekly", { creatorId: "8" }));
      expect(await store.pauseChannel(room.id, "may not post", noon)).toEqual(["8"]);
      expect(await store.pauseChannel(room.id, "may not post", noon)).toEqual([]);
      expect(await store.claimDeliveries(noon, minute, 10)).toEqual([]);
      expect(await store.dueSubscriptions(noon + 48 * hour, 10)).toEqual([]);
      expect(await store.subscriptionsOf(room.id)).toMatchObject([
        { paused: "may not post" },
        { paused: "may not post" },
      ]);
      if (daily) expect(await store.changeSubscription(daily)).toBe(true);
      expect(await store.dueSubscriptions(noon + 48 * hour, 10)).toEqual([daily]);
    });

    it("a channel that is gone gets nothing more", async () => {
      const store = await published();
      await store.endChannel(room.id, "the bot was removed", noon);
      expect(await store.claimDeliveries(noon, minute, 10)).toEqual([]);
      expect(await store.subscriptionsOf(room.id)).toEqual([]);
    });
  });

  it("cache rows are read, replaced, deleted, swept when they expired, and cleared by prefix", async () => {
    const store = await open();
    await store.writeCache("a:1", "old", null);
    await store.writeCache("a:1", "new", noon);
    await store.writeCache("a%2", "kept", null);
    expect(await store.readCache("a:1")).toBe("new");
    await store.sweepCache(noon);
    expect(await store.readCache("a:1")).toBe("new");
    await store.sweepCache(noon + 1);
    expect(await store.readCache("a:1")).toBeUndefined();
    expect(await store.addCache("a:4", "first", noon + 1, noon)).toBe(true);
    expect(await store.addCache("a:4", "second", noon + 9, noon)).toBe(false);
    expect(await store.addCache("a:4", "third", noon + 9, noon + 1)).toBe(true);
    await store.writeCache("a:3", "gone", null);
    await store.clearCache("a:");
    expect([await store.readCache("a:3"), await store.readCache("a%2")]).toEqual([undefined, "kept"]);
    expect([await store.deleteCache("a%2"), await store.deleteCache("a%2")]).toEqual([true, false]);
  });
}
