// What every store must hold to for the workers that share it.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { Worker } from "../../src/records/worker.ts";
import { anEntry, aSubscription, hour, minute, noon, publishSelected, room } from "./store-fixtures.ts";

const worker: Worker = { name: "harbour 42", role: "poll", startedAt: noon, seenAt: noon };
const ids = new Set(["cna"]);
const nothing = { sourceIds: [], deliveryIds: [] };

/** `open` gives a store of its own to each test. */
export function describeWorkers(open: () => Promise<Store>): void {
  const withSource = async () => {
    const store = await open();
    await store.registerSources([{ id: "cna", name: "CNA" }], noon);
    return store;
  };

  describe("workers", () => {
    it("a worker is listed as it last said, and no more once it has left", async () => {
      const store = await open();
      expect(await store.workers()).toEqual([]);
      await store.noteAlive(worker);
      await store.noteAlive({ ...worker, seenAt: noon + minute });
      expect(await store.workers()).toEqual([{ ...worker, seenAt: noon + minute }]);
      await store.leave();
      expect(await store.workers()).toEqual([]);
    });

    it("a lease that is renewed lasts from then on, and others are left to end", async () => {
      const store = await withSource();
      await store.claimDueSources(ids, noon, minute, 1);
      await store.renewLeases({ ...nothing, sourceIds: ["cna"] }, noon + minute - 1, minute);
      await store.renewLeases(nothing, noon + minute - 1, hour);
      expect(await store.claimDueSources(ids, noon + minute, minute, 1)).toEqual([]);
      expect(await store.claimDueSources(ids, noon + 2 * minute, minute, 1)).toHaveLength(1);
    });

    it("what was finished is not held again by a renewal that comes late", async () => {
      const store = await withSource();
      const [state] = await store.claimDueSources(ids, noon, minute, 1);
      await store.finishPolls(state ? [{ ...state, polledAt: noon }] : []);
      await store.renewLeases({ ...nothing, sourceIds: ["cna"] }, noon, hour);
      expect(await store.claimDueSources(ids, noon, minute, 1)).toHaveLength(1);
    });

    it("whoever leaves gives back at once what it has claimed, sources and deliveries", async () => {
      const store = await withSource();
      await store.saveChannel(room);
      await store.addSubscription(aSubscription("daily"));
      await store.archive([anEntry("一")]);
      await publishSelected(store, "a", "daily");
      expect(await store.claimDueSources(ids, noon, hour, 1)).toHaveLength(1);
      expect(await store.claimDeliveries(noon, hour, 1)).toHaveLength(1);
      await store.leave();
      expect(await store.claimDueSources(ids, noon, hour, 1)).toHaveLength(1);
      expect(await store.claimDeliveries(noon, hour, 1)).toHaveLength(1);
    });
  });
}
