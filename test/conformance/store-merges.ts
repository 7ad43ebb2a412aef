// What every store must do when a report shows two stories to be of one event: they become one, and nobody gets it twice.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { anEntry, aSubscription, hour, noon, publishSelected, room, selectForRoom } from "./store-fixtures.ts";

const merge = { from: "story-二", into: "story-一", degree: 0.9, articleId: "id-三" };
const inOne = (name: string) => anEntry(name, { storyId: "story-一" });

async function selected(store: Store, until = noon): Promise<readonly string[]> {
  const { cards } = await selectForRoom(store, { until });
  return cards.map(({ storyId }) => storyId);
}

/** `open` gives a store of its own to each test. */
export function describeMerges(open: () => Promise<Store>): void {
  describe("merged stories", () => {
    it("are one story with all their reports", async () => {
      const store = await open();
      await store.archive([anEntry("一"), anEntry("二")]);
      await store.archive([inOne("三")], [merge]);
      const { cards } = await selectForRoom(store);
      expect(cards.map(({ storyId, articleId }) => ({ storyId, articleId }))).toEqual([
        { storyId: "story-一", articleId: "id-一" },
      ]);
      const trail = await store.trailOf("id-二");
      expect(trail?.story).toMatchObject({ id: "story-一", reports: 3 });
      expect(trail?.story.joined).toEqual({ how: "merged", degree: 0.9, articleId: "id-三" });
      expect(trail?.story.like?.id).toBe("id-三");
    });

    it("are found by what either was found by", async () => {
      const store = await open();
      await store.archive([anEntry("一"), anEntry("二")], [merge]);
      expect(await store.findStory(["headline:第二則消息"], 0, noon)).toMatchObject({ storyId: "story-一" });
      expect(await store.findStory(["headline:第一則消息"], 0, noon)).toMatchObject({ storyId: "story-一" });
    });

    it("are not shown again where one of them was", async () => {
      const store = await open();
      await store.saveChannel(room);
      await store.addSubscription(aSubscription("daily"));
      await store.archive([anEntry("二", { collectedAt: noon - hour })]);
      expect(await publishSelected(store, "edition", "daily")).toBe(true);
      await store.archive([anEntry("一", { collectedAt: noon + hour })], [merge]);
      expect(await selected(store, noon + 2 * hour)).toEqual([]);
      const trail = await store.trailOf("id-二");
      expect(trail?.editions).toMatchObject([{ editionId: "edition", articleId: "id-二" }]);
      expect((await store.trailOf("id-一"))?.editions).toHaveLength(1);
    });

    it("are still due where neither was shown, though the earlier was considered before", async () => {
      const store = await open();
      await store.archive([anEntry("一", { collectedAt: noon - hour })]);
      await selected(store);
      await store.archive([anEntry("二", { collectedAt: noon + hour })], [merge]);
      const { cards } = await selectForRoom(store, { from: noon, until: noon + 2 * hour });
      expect(cards.map(({ storyId }) => storyId)).toEqual(["story-一"]);
    });

    it("are not published under the id of the one that is gone where its heir was shown", async () => {
      const store = await open();
      await store.saveChannel(room);
      await store.addSubscription(aSubscription("daily"));
      await store.archive([anEntry("一", { collectedAt: noon - hour })]);
      expect(await publishSelected(store, "first", "daily")).toBe(true);
      await store.archive([anEntry("二", { collectedAt: noon + hour })]);
      const { cards } = await selectForRoom(store, { from: noon, until: noon + 2 * hour });
      expect(cards.map(({ storyId }) => storyId)).toEqual(["story-二"]);
      await store.archive([inOne("三")], [merge]);
      const edition = {
        ...{ id: "second", subscriptionId: "daily", publishedAt: noon + 2 * hour, from: noon, until: noon + 2 * hour },
        ...{ cards, total: 1, timeZone: "Asia/Taipei" },
      };
      const [subscription] = await store.dueSubscriptions(noon + 48 * hour, 10);
      const next = { subscriptionId: "daily", dueAt: noon + 72 * hour, coveredUntil: noon + 2 * hour };
      expect(await store.publishEdition(edition, "delivery", subscription?.dueAt ?? 0, next)).toBe(false);
    });

    it("take in a report that was found to be of the one that is gone by then", async () => {
      const store = await open();
      await store.archive([anEntry("一"), anEntry("二")], [merge]);
      await store.archive([anEntry("四", { storyId: "story-二" })]);
      expect((await store.trailOf("id-四"))?.story).toMatchObject({ id: "story-一", reports: 3 });
    });

    it("may merge again, and a merge of what is gone changes nothing", async () => {
      const store = await open();
      await store.archive([anEntry("一"), anEntry("二"), anEntry("零")], [merge]);
      await store.archive([anEntry("五")], [{ ...merge, from: "story-一", into: "story-零" }]);
      await store.archive([anEntry("六")], [merge, { ...merge, from: "story-零", into: "story-二" }]);
      expect((await store.trailOf("id-二"))?.story).toMatchObject({ id: "story-零", reports: 3 });
      await store.archive([anEntry("七", { storyId: "story-二" })]);
      expect((await store.trailOf("id-七"))?.story.id).toBe("story-零");
      expect(await store.check()).toEqual([]);
    });
  });
}
