// What every store must do so that an event is told once: texts found by their signatures, edited headlines kept.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { Article } from "../../src/records/article.ts";
import { anEntry, hour, noon } from "./store-fixtures.ts";

const week = 7 * 24 * hour;

const signed = (name: string, bands: readonly number[], said: Partial<Article> = {}) => ({
  ...anEntry(name, said),
  signature: { bands, bytes: Uint8Array.from([name.length, 0, 255]) },
});

/** `open` gives a store of its own to each test. */
export function describeOnce(open: () => Promise<Store>): void {
  const found = async (store: Store, bands: readonly number[], from = 0, until = noon) =>
    (await store.findSignedTexts(bands, from, until)).map(({ storyId }) => storyId);

  describe("signed texts", () => {
    it("are found by any band, if published in the time asked for, with what they are compared by", async () => {
      const store = await open();
      await store.archive([signed("一", [7, -2_147_483_648]), signed("二", [8]), anEntry("三")]);
      expect(await store.findSignedTexts([5, -2_147_483_648], noon, noon)).toEqual([
        {
          articleId: "id-一",
          sourceId: "cna",
          storyId: "story-一",
          publishedAt: noon,
          bytes: Uint8Array.from([1, 0, 255]),
        },
      ]);
      expect(await found(store, [7, 8])).toEqual(["story-二", "story-一"]);
      expect(await found(store, [7], noon + 1, noon + hour)).toEqual([]);
      expect(await found(store, [7], 0, noon - 1)).toEqual([]);
      expect(await found(store, [])).toEqual([]);
    });

    it("are those of the newest version, under the story that it keeps", async () => {
      const store = await open();
      await store.archive([signed("一", [7])]);
      await store.archive([signed("一", [9], { id: "another-id", storyId: "another-story" })]);
      expect(await found(store, [7])).toEqual([]);
      expect(await found(store, [9])).toEqual(["story-一"]);
      await store.archive([anEntry("一")]);
      expect(await found(store, [9])).toEqual([]);
    });

    it("are kept for a week after they were archived, however old they were then", async () => {
      const store = await open();
      await store.archive([signed("一", [7], { publishedAt: 0 })]);
      await store.archive([anEntry("二", { collectedAt: noon + week })]);
      expect(await found(store, [7])).toEqual(["story-一"]);
      await store.archive([anEntry("三", { collectedAt: noon + week + 1 })]);
      expect(await found(store, [7])).toEqual([]);
      expect(await store.check()).toEqual([]);
    });

    it("are a hundred at most, the latest, when one text came under a thousand addresses", async () => {
      const store = await open();
      const crowd = Array.from({ length: 1000 }, (_, number) => signed(String(number), [7]));
      await store.archive(crowd);
      const stories = await found(store, [7]);
      expect(stories).toHaveLength(100);
      expect(stories[0]).toBe("story-999");
    });
  });

  describe("an article's headlines", () => {
    const edition = (headline: string, hours: number) => anEntry("一", { headline, collectedAt: noon + hours * hour });

    it("are kept in their order with the time each was first seen, under the article's one id", async () => {
      const store = await open();
      await store.archive([edition("颱風逼近", 0)]);
      expect(await store.headlinesOf("id-一")).toEqual([{ headline: "颱風逼近", seenAt: noon }]);
      await store.archive([edition("颱風登陸", 1)]);
      await store.archive([{ ...edition("颱風登陸", 2), contentHash: "another text" }]);
      await store.archive([edition("颱風遠離", 3)]);
      expect(await store.headlinesOf("id-一")).toEqual([
        { headline: "颱風逼近", seenAt: noon },
        { headline: "颱風登陸", seenAt: noon + hour },
        { headline: "颱風遠離", seenAt: noon + 3 * hour },
      ]);
      expect(await Array.fromAsync(store.eachArticle())).toMatchObject([{ id: "id-一", headline: "颱風遠離" }]);
    });

    it("of an article that isn't there are none", async () => {
      expect(await (await open()).headlinesOf("id-一")).toEqual([]);
    });
  });
}
