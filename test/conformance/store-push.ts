// What every store must hold to for subscriptions at hubs.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { PushSubscription } from "../../src/records/push.ts";
import { hour, minute, noon } from "./store-fixtures.ts";

const aPush = (id: string, said: Partial<PushSubscription> = {}): PushSubscription => ({
  id,
  sourceId: "cna",
  hub: "https://hub.example/",
  topic: "https://news.example/feed",
  callback: `https://desk.example/websub/${id}`,
  secret: "secret",
  state: "wanted",
  leaseEndsAt: null,
  dueAt: noon,
  attempts: 0,
  ...said,
});

/** `open` gives a store of its own to each test. */
export function describePushes(open: () => Promise<Store>): void {
  describe("subscriptions at hubs", () => {
    it("come out as they went in, by id and by source, and kept again they are replaced", async () => {
      const store = await open();
      await store.keepPush(aPush("a"));
      await store.keepPush(aPush("b", { sourceId: "bbc" }));
      const renewed = aPush("a", { leaseEndsAt: noon + hour, attempts: 2, state: "ending" });
      await store.keepPush(renewed);
      expect(await store.findPush("a")).toEqual(renewed);
      expect(await store.pushesOf("cna")).toEqual([renewed]);
      expect(await store.allPushes()).toEqual([renewed, aPush("b", { sourceId: "bbc" })]);
      expect(await store.findPush("c")).toBeNull();
    });

    it("are gone once dropped", async () => {
      const store = await open();
      await store.keepPush(aPush("a"));
      await store.dropPush("a");
      expect(await store.allPushes()).toEqual([]);
    });

    it("are claimed by one worker when due, longest due first, and again when its lease ends", async () => {
      const store = await open();
      await store.keepPush(aPush("later", { dueAt: noon + 1 }));
      await store.keepPush(aPush("now"));
      await store.keepPush(aPush("before", { dueAt: noon - 1 }));
      const claim = async (now: number) => (await store.claimDuePushes(now, minute, 10)).map(({ id }) => id);
      expect(await claim(noon)).toEqual(["before", "now"]);
      expect(await claim(noon)).toEqual([]);
      expect(await claim(noon + minute)).toEqual(["later", "before", "now"]);
    });
  });
}
