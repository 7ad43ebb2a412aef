// What every store must do when it forgets: remove all that belongs to an article, and remember what must not come again.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { Article } from "../../src/records/article.ts";
import type { KeepLimit } from "../../src/records/keep.ts";
import {
  anEntry,
  aSubscription,
  hour,
  idsFound,
  noon,
  publishSelected,
  room,
  selectForRoom,
} from "./store-fixtures.ts";

const day = 24 * hour;
const later = noon + 100 * day;

const expiry = (limit: KeepLimit, now = later) => ({ sourceId: "cna", limit, now });
const days = (count: number) => expiry({ by: "age", days: count });

/** `open` gives a store of its own to each test. */
export function describeRetention(open: () => Promise<Store>): void {
  /** One a day, from noon on. */
  async function fill(store: Store, count: number, said: Partial<Article> = {}): Promise<void> {
    const at = (index: number) => noon + index * day;
    const entries = Array.from({ length: count }, (_, index) =>
      anEntry(String(index), { publishedAt: at(index), collectedAt: at(index), ...said }),
    );
    await store.archive(entries);
  }
  const left = async (store: Store) =>
    (await Array.fromAsync(store.eachArticle())).map(({ id }) => Number(id.slice(3)));

  describe("retention", () => {
    it("by age removes what was published earlier, the oldest first, so many at a time", async () => {
      const store = await open();
      await fill(store, 30);
      expect(await store.countExpired(days(90))).toBe(10);
      expect(await store.removeExpired(days(90), 4)).toBe(4);
      expect((await left(store))[0]).toBe(4);
      expect(await store.removeExpired(days(90), 100)).toBe(6);
      expect(await store.removeExpired(days(90), 100)).toBe(0);
      expect((await left(store))[0]).toBe(10);
      expect(await store.check()).toEqual([]);
    });

    it("by number keeps the newest, and by size the newest so many megabytes", async () => {
      const store = await open();
      await fill(store, 30, { text: "長".repeat(100_000) });
      expect(await store.removeExpired(expiry({ by: "articles", articles: 20 }), 100)).toBe(10);
      expect(await store.removeExpired(expiry({ by: "articles", articles: 50 }), 100)).toBe(0);
      // A character takes three bytes.
      expect(await store.countExpired(expiry({ by: "size", megabytes: 2 }))).toBe(14);
      expect(await store.removeExpired(expiry({ by: "size", megabytes: 2 }), 100)).toBe(14);
      expect(await left(store)).toEqual([24, 25, 26, 27, 28, 29]);
    });

    it("touches no other source, and counts those that were removed as sources too", async () => {
      const store = await open();
      await store.archive([anEntry("1"), anEntry("2", { sourceId: "bbc" })]);
      expect(await store.countBySource()).toEqual(
        new Map([
          ["bbc", 1],
          ["cna", 1],
        ]),
      );
      expect(await store.removeExpired(days(7), 100)).toBe(1);
      expect(await left(store)).toEqual([2]);
    });

    it("leaves what came in the last seven days, however old it is, and what a subscription has not considered", async () => {
      const store = await open();
      const old = { publishedAt: noon - 1000 * day };
      await store.archive([
        anEntry("1", { ...old, collectedAt: later - 6 * day }),
        anEntry("2", { ...old, collectedAt: later - 20 * day }),
        anEntry("3", { ...old, collectedAt: later - 40 * day }),
      ]);
      await store.saveChannel(room);
      await store.addSubscription(aSubscription("monthly", { coveredUntil: later - 30 * day }));
      expect(await store.countExpired(days(7))).toBe(1);
      expect(await store.removeExpired(days(7), 100)).toBe(1);
      expect(await left(store)).toEqual([1, 2]);
    });

    it("leaves no trace of an article but what must not come again", async () => {
      const store = await open();
      const at = { publishedAt: noon, collectedAt: noon };
      const entry = {
        ...anEntry("1", { ...at, tags: ["高雄"] }),
        signature: { bands: [7], bytes: Uint8Array.from([1]) },
        profile: { keys: [1, 2], bytes: Uint8Array.from([2]) },
      };
      await store.archive([entry]);
      await store.archive([{ ...entry, article: { ...entry.article, headline: "改過的標題" }, contentHash: "new" }]);
      await store.noteDuplicates([
        {
          ...{ of: entry.article.identity, identity: "https://m.news.example/1", sourceId: "bbc", url: null },
          ...{ headline: "", droppedAt: noon },
        },
      ]);
      expect(await store.removeExpired(days(7), 100)).toBe(1);
      expect(await idsFound(store, "標題")).toEqual([]);
      expect(await idsFound(store, "標籤:高雄")).toEqual([]);
      expect(await store.topTags(0, 1)).toEqual([]);
      expect(await store.headlinesOf("id-1")).toEqual([]);
      expect(await store.findSignedTexts([7], 0, later)).toEqual([]);
      expect(await store.findProfiles([1, 2], 0, later)).toEqual([]);
      expect(await store.findStory(entry.storyKeys, 0, later)).toBeNull();
      expect(await store.trailOf("id-1")).toBeNull();
      expect(await store.check()).toEqual([]);
      const asked = [entry.article.identity, "https://m.news.example/1", "https://news.example/2"];
      expect(await store.findRemoved(asked)).toEqual(new Set(asked.slice(0, 2)));
    });

    it("leaves a story while any article of it is left", async () => {
      const store = await open();
      const keys = { ...anEntry("1"), storyKeys: ["headline:same"] };
      const second = anEntry("2", { storyId: "story-1", publishedAt: noon + 50 * day });
      await store.archive([keys, { ...second, storyKeys: ["headline:same"] }]);
      await store.removeExpired(days(90), 100);
      expect(await store.findStory(["headline:same"], 0, later)).toMatchObject({ storyId: "story-1" });
      expect(await store.trailOf("id-2")).toMatchObject({ story: { id: "story-1", reports: 1 } });
    });

    it("keeps the ledger and the editions: an article that is brought back by hand goes to nobody again", async () => {
      const store = await open();
      await store.saveChannel(room);
      await store.addSubscription(aSubscription("daily"));
      await store.archive([anEntry("1")]);
      await publishSelected(store, "first", "daily");
      const [delivery] = await store.claimDeliveries(noon, 1, 1);
      await store.settleDelivery(delivery?.id ?? "", { state: "delivered", at: noon });
      await store.removeSubscription("daily");
      expect(await store.removeExpired(days(7), 100)).toBe(1);
      expect(await store.deliveredEditions(room.id, 10)).toMatchObject([
        { edition: { cards: [{ articleId: "id-1" }] } },
      ]);

      await store.archive([anEntry("1", { storyId: "another-story", collectedAt: later })]);
      expect(await Array.fromAsync(store.eachArticle())).toMatchObject([{ id: "id-1", storyId: "story-1" }]);
      expect((await selectForRoom(store, { from: later - day, until: later + day })).total).toBe(0);
      expect(await store.findRemoved([anEntry("1").article.identity])).toEqual(new Set());
    });
  });
}
