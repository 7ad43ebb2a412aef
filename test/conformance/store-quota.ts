// What every store must hold to for a platform's monthly quota.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { Edition } from "../../src/records/edition.ts";
import type { QuotaPlan } from "../../src/records/quota.ts";
import { anEntry, aQuery, aSubscription, hour, minute, nextDay, noon } from "./store-fixtures.ts";

const group = { id: "line:C1", platform: "line", address: "C1", locale: "zh-TW" } as const;
const day = 24 * hour;

/** `open` gives a store of its own to each test. */
export function describeQuota(open: () => Promise<Store>): void {
  /** A group of LINE's with two daily subscriptions, and a story for it. */
  async function openGroup(): Promise<Store> {
    const store = await open();
    await store.saveChannel(group);
    for (const id of ["daily", "other"]) await store.addSubscription(aSubscription(id, { channelId: group.id }));
    await store.archive([anEntry("一")]);
    return store;
  }
  const select = async (store: Store, from = noon - day, until = noon) =>
    (
      await (
        await store.openSelection({ query: aQuery(""), from, until, order: "best", limit: 10 })
      ).forChannel(group.id)
    ).cards;
  const publish = async (
    store: Store,
    said: Parameters<Store["publishEdition"]>[4] = {},
    merged?: Edition["merged"],
  ) => {
    const cards = await select(store);
    const span = { publishedAt: noon, from: noon - day, until: noon, timeZone: "Asia/Taipei", total: cards.length };
    const edition = { ...span, id: "e", subscriptionId: "daily", cards, ...(merged && { merged }) };
    return store.publishEdition(edition, "d", noon, nextDay("daily"), said);
  };
  const claim = (store: Store, now = noon) => store.claimDeliveries(now, minute, 10);
  const subscription = async (store: Store, id = "daily") =>
    (await store.subscriptionsOf(group.id)).find((candidate) => candidate.id === id);

  describe("what is planned from", () => {
    const metered = (store: Store) => store.meteredChannels("line", { learnedFrom: noon - day, monthStartsAt: noon });

    it("is each channel of the platform with what runs there, and what came to it", async () => {
      const store = await openGroup();
      const [daily, other] = await store.subscriptionsOf(group.id);
      const nothing = { served: 0, servedAt: null };
      expect(await metered(store)).toMatchObject([{ channel: group, subscriptions: [daily, other], ...nothing }]);
      await publish(store);
      const [channel, ...others] = await metered(store);
      expect(others).toEqual([]);
      expect(channel).toMatchObject({ served: 1, servedAt: noon });
      expect(channel?.editionsByDay).toEqual(
        new Map([
          ["daily", new Map([[Math.floor(noon / day), 1]])],
          ["other", new Map()],
        ]),
      );
      await store.settleDelivery("d", { state: "failed", at: noon, reason: "too old" });
      expect(await metered(store)).toMatchObject([nothing]);
    });

    it("is nothing of other platforms, nor of channels where all is paused", async () => {
      const store = await openGroup();
      expect(await store.meteredChannels("discord", { learnedFrom: 0, monthStartsAt: 0 })).toEqual([]);
      await store.pauseChannel(group.id, "may not post", noon);
      expect(await metered(store)).toEqual([]);
    });

    it("counts the messages of pushes that arrived in the month, and of those on their way", async () => {
      const store = await openGroup();
      await publish(store, { recipients: 30 });
      expect(await store.messagesPushed("line", noon)).toEqual({ arrived: 0, waiting: 30 });
      expect(await store.messagesPushed("discord", noon)).toEqual({ arrived: 0, waiting: 0 });
      expect(await claim(store)).toMatchObject([{ recipients: 30 }]);
      await store.settleDelivery("d", { state: "delivered", at: noon });
      expect(await store.messagesPushed("line", noon)).toEqual({ arrived: 30, waiting: 0 });
      expect(await store.messagesPushed("line", noon + 1)).toEqual({ arrived: 0, waiting: 0 });
    });
  });

  it("a plan is kept until the next, goes stale, and stands beside what was refused", async () => {
    const store = await open();
    expect(await store.keptQuota("line")).toEqual({ plan: null, isStale: false, refused: null });
    await store.noteRefusal("line", { at: noon, recipients: 100 });
    const refused = { at: noon, recipients: 100 };
    expect(await store.keptQuota("line")).toEqual({ plan: null, isStale: true, refused });
    const plan = { plannedAt: noon, used: 5 } as QuotaPlan;
    await store.keepQuota("line", plan);
    expect(await store.keptQuota("line")).toEqual({ plan, isStale: false, refused });
    await store.staleQuota("line");
    expect(await store.keptQuota("line")).toEqual({ plan, isStale: true, refused });
  });

  it("a plan keeps nothing of a channel that was erased", async () => {
    const store = await openGroup();
    const channels = ["line:C1", "line:C2"].map((channelId) => ({ channelId }));
    await store.keepQuota("line", { channels } as unknown as QuotaPlan);
    await store.eraseReader(group.id);
    expect(await store.keptQuota("line")).toMatchObject({
      plan: { channels: [{ channelId: "line:C2" }] },
      isStale: true,
    });
  });

  describe("a subscription that is held", () => {
    it("keeps the first time, covers nothing, and is held no more once it has an edition", async () => {
      const store = await openGroup();
      const held = { subscriptionId: "daily", expectedDueAt: noon, dueAt: noon + day, now: noon + 1 };
      await store.holdSubscription(held);
      await store.holdSubscription({ ...held, dueAt: noon + 9 * day, now: noon + 2 });
      await store.holdSubscription({ ...held, expectedDueAt: noon + day, dueAt: noon, now: noon + 3 });
      expect(await subscription(store)).toMatchObject({
        ...{ dueAt: noon, heldSince: noon + 1, coveredUntil: noon - day },
      });
      await publish(store);
      expect((await subscription(store))?.heldSince).toBeUndefined();
    });

    it("goes on together with the channel's others, or none of them does", async () => {
      const store = await openGroup();
      const also = [{ ...nextDay("other"), expectedDueAt: noon + 1 }];
      expect(await publish(store, { also })).toBe(false);
      expect(await subscription(store)).toMatchObject({ dueAt: noon });
      expect(await select(store)).toHaveLength(1);
      expect(await publish(store, { also: [{ ...nextDay("other"), expectedDueAt: noon }] })).toBe(true);
      expect(await subscription(store, "other")).toMatchObject({ dueAt: noon + day, coveredUntil: noon });
    });
  });

  describe("an edition that is withdrawn", () => {
    const withdrawn = async () => {
      const store = await openGroup();
      const also = [{ ...nextDay("other"), expectedDueAt: noon }];
      await publish(store, { also, recipients: 30 }, [{ subscriptionId: "other", from: noon - hour }]);
      await claim(store);
      expect(await store.withdrawEdition("d", noon + 5)).toBe(true);
      return store;
    };

    it("goes back into its subscriptions, and its stories come again", async () => {
      const store = await withdrawn();
      expect(await subscription(store)).toMatchObject({ dueAt: noon + 5, coveredUntil: noon - day, heldSince: noon });
      expect(await subscription(store, "other")).toMatchObject({ dueAt: noon + 5, coveredUntil: noon - hour });
      expect(await select(store)).toHaveLength(1);
      expect(await store.messagesPushed("line", noon)).toEqual({ arrived: 0, waiting: 0 });
      expect(await claim(store, noon + day)).toEqual([]);
    });

    it("is withdrawn once", async () => {
      const store = await withdrawn();
      expect(await store.withdrawEdition("d", noon)).toBe(false);
    });

    it("stays where it is when it has arrived", async () => {
      const store = await openGroup();
      await publish(store);
      await store.settleDelivery("d", { state: "delivered", at: noon });
      expect(await store.withdrawEdition("d", noon)).toBe(false);
      expect(await select(store)).toEqual([]);
    });

    it("leaves a subscription that ended meanwhile ended", async () => {
      const store = await openGroup();
      await publish(store);
      await store.removeSubscription("daily");
      expect(await store.withdrawEdition("d", noon)).toBe(true);
      expect(await store.subscriptionsOf(group.id)).toMatchObject([{ id: "other" }]);
    });
  });

  describe("an edition that was asked for", () => {
    const asked = async () => {
      const store = await openGroup();
      await publish(store, { askedUntil: noon + minute });
      return store;
    };

    it("is never pushed, and is that of who replies until the lease ends", async () => {
      const store = await asked();
      expect(await claim(store, noon + day)).toEqual([]);
      expect(await store.countAsked(group.id, noon - 1)).toBe(1);
      expect(await store.claimAsked(group.id, noon - 1, noon + minute - 1, minute)).toEqual([]);
      const again = () => store.claimAsked(group.id, noon - 1, noon + minute, minute);
      expect(await again()).toMatchObject([{ id: "d", channel: group, edition: { id: "e" } }]);
      expect(await again()).toEqual([]);
      expect(await store.claimAsked(group.id, noon, noon + hour, minute)).toEqual([]);
    });

    it("counts as arrived once it is long ago", async () => {
      const store = await asked();
      await store.settleAsked(noon, noon + hour);
      expect(await store.countAsked(group.id, noon - 1)).toBe(1);
      await store.settleAsked(noon + 1, noon + hour);
      expect(await store.countAsked(group.id, noon - 1)).toBe(0);
      expect(await store.deliveredEditions(group.id, 1)).toMatchObject([{ deliveryId: "d", at: noon + hour }]);
    });
  });
}
