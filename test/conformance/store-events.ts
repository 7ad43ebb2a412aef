// What every store must do so that reports of one event find each other in other words: profiles found by their keys.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { Article } from "../../src/records/article.ts";
import { anEntry, hour, noon } from "./store-fixtures.ts";

const week = 7 * 24 * hour;

const profiled = (name: string, keys: readonly number[], said: Partial<Article> = {}) => ({
  ...anEntry(name, said),
  profile: { keys, bytes: Uint8Array.from([name.length, 0, 255]) },
});

/** `open` gives a store of its own to each test. */
export function describeEvents(open: () => Promise<Store>): void {
  const found = async (store: Store, keys: readonly number[], from = 0, until = noon) =>
    (await store.findProfiles(keys, from, until)).map(({ storyId }) => storyId);

  describe("profiled reports", () => {
    it("are found by two keys, those that share most first, if published in the time asked for", async () => {
      const store = await open();
      await store.archive([profiled("一", [7, 8, -9]), profiled("二", [7, 8]), profiled("三", [7]), anEntry("四")]);
      expect(await store.findProfiles([7, 8, -9, 1], noon, noon)).toEqual([
        {
          articleId: "id-一",
          sourceId: "cna",
          storyId: "story-一",
          publishedAt: noon,
          bytes: Uint8Array.from([1, 0, 255]),
        },
        {
          articleId: "id-二",
          sourceId: "cna",
          storyId: "story-二",
          publishedAt: noon,
          bytes: Uint8Array.from([1, 0, 255]),
        },
      ]);
      expect(await found(store, [7])).toEqual([]);
      expect(await found(store, [])).toEqual([]);
      expect(await found(store, [7, 8], noon + 1, noon + hour)).toEqual([]);
      expect(await found(store, [7, 8], 0, noon - 1)).toEqual([]);
    });

    it("are of no story that began before the time asked for: it has had its days", async () => {
      const store = await open();
      const began = { storyId: "long-story", publishedAt: noon - 3 * hour };
      await store.archive([profiled("一", [1, 2], began), profiled("二", [7, 8], { storyId: "long-story" })]);
      expect(await found(store, [7, 8], noon - 3 * hour)).toEqual(["long-story"]);
      expect(await found(store, [7, 8], noon - 2 * hour)).toEqual([]);
    });

    it("are those of the newest version, for a week after they were archived", async () => {
      const store = await open();
      await store.archive([profiled("一", [7, 8])]);
      await store.archive([profiled("一", [8, 9], { id: "another-id", storyId: "another-story" })]);
      expect(await found(store, [7, 8])).toEqual([]);
      expect(await found(store, [8, 9])).toEqual(["story-一"]);
      await store.archive([anEntry("二", { collectedAt: noon + week + 1 })]);
      expect(await found(store, [8, 9])).toEqual([]);
      expect(await store.check()).toEqual([]);
    });

    it("are forty at most", async () => {
      const store = await open();
      await store.archive(Array.from({ length: 300 }, (_, number) => profiled(String(number), [7, 8])));
      expect(await found(store, [7, 8])).toHaveLength(40);
    });
  });

  it("the newest reports come as they were published, for their terms to be counted", async () => {
    const store = await open();
    await store.archive([
      anEntry("一", { publishedAt: noon - hour }),
      anEntry("二", { headline: "颱風逼近", text: "各地停班停課。", language: "zh-Hant" }),
    ]);
    expect(await store.recentReports(1)).toEqual([
      { headline: "颱風逼近", text: "各地停班停課。", language: "zh-Hant" },
    ]);
    expect(await store.recentReports(10)).toHaveLength(2);
  });
}
