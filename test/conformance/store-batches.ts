// What every store must do when many editions and deliveries are written in one transaction: as if each had been written alone.
import { describe, expect, it } from "vitest";
import type { NewEdition } from "../../src/ports/outbox-store.ts";
import type { Store } from "../../src/ports/store.ts";
import { anEntry, aQuery, aSubscription, hour, minute, nextDay, noon } from "./store-fixtures.ts";

const halls = ["hall-1", "hall-2", "hall-3"];

/** `open` gives a store of its own to each test. */
export function describeBatches(open: () => Promise<Store>): void {
  const dueIn = async (...names: readonly string[]) => {
    const store = await open();
    await store.archive([anEntry("一"), anEntry("二")]);
    for (const name of names) {
      await store.saveChannel({ id: `web:${name}`, platform: "web", address: name, locale: "zh-TW", server: "town" });
      await store.addSubscription(aSubscription(name, { channelId: `web:${name}` }));
    }
    return store;
  };
  const editionFor = async (store: Store, name: string, said: Partial<NewEdition> = {}): Promise<NewEdition> => {
    const span = { from: noon - 24 * hour, until: noon };
    const { forAnyone } = await store.openSelection({ ...span, query: aQuery(""), order: "best", limit: 10 });
    const edition = { ...span, ...forAnyone, id: `of-${name}`, subscriptionId: name, publishedAt: noon };
    return {
      edition: { ...edition, timeZone: "Asia/Taipei" },
      ...{ deliveryId: `d-${name}`, expectedDueAt: noon, next: nextDay(name), ...said },
    };
  };
  const claimed = async (store: Store) => (await store.claimDeliveries(noon, minute, 10)).map(({ id }) => id);

  describe("editions written together", () => {
    it("all come out, those of one server in its turns, and an empty one only moves its due time", async () => {
      const store = await dueIn(...halls);
      const editions = [
        await editionFor(store, "hall-1"),
        await editionFor(store, "hall-2", { edition: null }),
        await editionFor(store, "hall-3"),
      ];
      expect(await store.publishEditions(editions)).toEqual([true, true, true]);
      expect(await store.dueSubscriptions(noon, 10)).toEqual([]);
      expect(await claimed(store)).toEqual(["d-hall-1", "d-hall-3"]);
      expect(await store.publishEditions([])).toEqual([]);
    });

    it("one whose subscription has gone on or ended is not written, and keeps none of the others from it", async () => {
      const store = await dueIn(...halls);
      const editions = await Promise.all(halls.map((name) => editionFor(store, name)));
      await store.publishEdition(null, "d", noon, nextDay("hall-1"));
      await store.removeSubscription("hall-2");
      expect(await store.publishEditions(editions)).toEqual([false, false, true]);
      expect(await claimed(store)).toEqual(["d-hall-3"]);
    });

    it("one with a story that its channel was sent is not written at all, and the others are", async () => {
      const store = await dueIn(...halls);
      await store.addSubscription(aSubscription("again", { channelId: "web:hall-2" }));
      const again = await editionFor(store, "again");
      const [first, second, third] = await Promise.all(halls.map((name) => editionFor(store, name)));
      if (!first || !second || !third) throw new TypeError("three halls");
      expect(await store.publishEditions([first, second, again, third])).toEqual([true, true, false, true]);
      expect(await store.dueSubscriptions(noon, 10)).toMatchObject([{ id: "again", dueAt: noon }]);
      expect(await claimed(store)).toEqual(["d-hall-1", "d-hall-2", "d-hall-3"]);
    });

    it("none is written when one of them can't be", async () => {
      const store = await dueIn(...halls);
      const [first, second] = await Promise.all(halls.map((name) => editionFor(store, name)));
      if (!first || !second) throw new TypeError("three halls");
      await expect(store.publishEditions([first, { ...second, deliveryId: "d-hall-1" }])).rejects.toThrow();
      expect(await store.dueSubscriptions(noon, 10)).toHaveLength(3);
      expect(await claimed(store)).toEqual([]);
      expect(await store.publishEditions([first, second])).toEqual([true, true]);
    });
  });

  it("deliveries settled together are each as it was settled alone", async () => {
    const store = await dueIn(...halls);
    for (const name of halls) await store.publishEditions([await editionFor(store, name)]);
    await claimed(store);
    await store.settleDeliveries([
      { deliveryId: "d-hall-3", state: { state: "delivered", at: noon + 5 } },
      { deliveryId: "d-hall-2", state: { state: "waiting", dueAt: noon + 1, attempts: 1, problem: "answered 503" } },
      { deliveryId: "d-hall-1", state: { state: "failed", at: noon + 5, reason: "too old" } },
    ]);
    expect(await store.claimDeliveries(noon + hour, minute, 10)).toMatchObject([{ id: "d-hall-2", attempts: 1 }]);
    expect(await store.deliveredEditions("web:hall-3", 1)).toMatchObject([{ deliveryId: "d-hall-3", at: noon + 5 }]);
    expect(await store.missedEditions("web:hall-1")).toEqual(new Map([["hall-1", noon]]));
  });
}
