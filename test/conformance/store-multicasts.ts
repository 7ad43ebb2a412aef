// What every store must hold to for deliveries that go to their platform in one call.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { anEntry, aSubscription, minute, noon, publishSelected } from "./store-fixtures.ts";

/** `open` gives a store of its own to each test. */
export function describeMulticasts(open: () => Promise<Store>): void {
  describe("deliveries in one call with others", () => {
    /** Six editions to six channels, of which those of 0 to 3 are bound to one call by whoever has claimed them. */
    const bound = async () => {
      const store = await open();
      await store.archive([anEntry("一")]);
      for (const address of "012345") {
        const id = `line:${address}`;
        await store.saveChannel({ id, platform: "line", address, locale: "zh-TW" });
        await store.addSubscription(aSubscription(id, { channelId: id }));
        await publishSelected(store, id, id);
      }
      await store.claimDeliveries(noon, minute, 4);
      const ids = ["0", "1", "2", "3"].map((address) => `delivery-of-line:${address}`);
      expect(await store.joinMulticast("call", ids)).toEqual(new Set(ids));
      return store;
    };
    const addresses = async (store: Store, now: number, limit: number) =>
      (await store.claimDeliveries(now, minute, limit)).map(({ channel, multicastId }) => [
        channel.address,
        multicastId,
      ]);

    it("they are claimed together, as one, and no more of them than still wait", async () => {
      const store = await bound();
      await store.endChannel("line:2", "left", noon);
      expect(await addresses(store, noon + minute, 2)).toEqual([
        ["0", "call"],
        ["4", undefined],
        ["1", "call"],
        ["3", "call"],
      ]);
      expect(await addresses(store, noon + minute, 10)).toEqual([["5", undefined]]);
    });

    it("whoever joins gets none that another has claimed, and none that was never claimed", async () => {
      const store = await bound();
      await store.settleDelivery("delivery-of-line:0", { state: "delivered", at: noon });
      expect(await store.joinMulticast("other", ["delivery-of-line:0", "delivery-of-line:5"])).toEqual(new Set());
    });

    it("they are put off together, with their attempts", async () => {
      const store = await bound();
      const later = { state: "waiting", dueAt: noon + minute, attempts: 1, problem: "answered 503" } as const;
      await store.settleMulticast("call", later);
      expect(await addresses(store, noon + minute - 1, 10)).toEqual([
        ["4", undefined],
        ["5", undefined],
      ]);
      const again = await store.claimDeliveries(noon + minute, minute, 1);
      expect(again.map(({ attempts, isUntried }) => [attempts, isUntried])).toEqual(Array(4).fill([1, false]));
    });

    it("they arrive together, but for those that were ended before", async () => {
      const store = await bound();
      await store.endChannel("line:2", "left", noon);
      await store.settleMulticast("call", { state: "delivered", at: noon + 1 });
      expect(await addresses(store, noon + minute, 10)).toEqual([
        ["4", undefined],
        ["5", undefined],
      ]);
      expect(await store.deliveredEditions("line:1", 1)).toMatchObject([{ at: noon + 1 }]);
      expect(await store.deliveredEditions("line:2", 1)).toEqual([]);
    });

    it("they part: each is claimed alone, and joins no other call", async () => {
      const store = await bound();
      const alone = { state: "waiting", dueAt: noon, attempts: 1, problem: "answered 400" } as const;
      await store.partMulticast("call", alone);
      const claimed = await store.claimDeliveries(noon, minute, 2);
      expect(claimed).toMatchObject([{ attempts: 1, isUntried: false }, { attempts: 1 }]);
      expect(claimed.map(({ multicastId }) => multicastId)).toEqual([undefined, undefined]);
    });
  });
}
