// What every store must do so that an article's way can be told: duplicates noted, stories joined, editions and queries retraced.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { anEntry, aQuery, aSubscription, hour, noon, publishSelected, room } from "./store-fixtures.ts";

const dropped = (name: string, of: string) => ({
  of: `https://news.example/${of}`,
  identity: `https://other.example/${name}`,
  sourceId: "strait",
  url: `https://other.example/${name}?from=feed`,
  headline: `另一則${name}`,
  droppedAt: noon,
});

/** `open` gives a store of its own to each test. */
export function describeTrails(open: () => Promise<Store>): void {
  describe("an article's trail", () => {
    it("tells the article, its story and how it came to it", async () => {
      const store = await open();
      await store.registerSources(
        [
          { id: "rthk", name: "香港電台" },
          { id: "dw", name: "DW" },
        ],
        noon,
      );
      const joined = { how: "event", degree: 0.93, articleId: "id-一" } as const;
      await store.archive([
        anEntry("一"),
        { ...anEntry("二", { storyId: "story-一", sourceId: "rthk", tags: ["高雄"] }), joined },
      ]);
      expect(await store.trailOf("id-二")).toEqual({
        article: {
          ...{ id: "id-二", url: "https://news.example/二", headline: "第二則消息", sourceId: "rthk" },
          ...{ publishedAt: noon, collectedAt: noon, language: "zh-Hant", tags: ["高雄"] },
        },
        headlines: [{ headline: "第二則消息", seenAt: noon }],
        duplicates: [],
        sourceNames: new Map([["rthk", "香港電台"]]),
        story: {
          ...{ id: "story-一", archivedAt: noon, reports: 2, joined },
          like: {
            ...{ id: "id-一", url: "https://news.example/一", headline: "第一則消息" },
            ...{ sourceId: "cna", publishedAt: noon },
          },
          sources: [
            { sourceId: "cna", reports: 1 },
            { sourceId: "rthk", reports: 1 },
          ],
        },
        editions: [],
      });
      expect((await store.trailOf("id-一"))?.story).toMatchObject({ joined: { how: "began" }, like: null });
      expect(await store.trailOf("id-三")).toBeNull();
    });

    it("stays when the article is replaced by a newer version, which has none of its own", async () => {
      const store = await open();
      await store.archive([{ ...anEntry("一"), joined: { how: "headline" } }]);
      await store.noteDuplicates([dropped("甲", "一")]);
      await store.archive([{ ...anEntry("一", { id: "another-id", publishedAt: noon + hour }), joined: null }]);
      const trail = await store.trailOf("id-一");
      expect(trail?.story.joined).toEqual({ how: "headline" });
      expect(trail?.duplicates.map(({ headline }) => headline)).toEqual(["另一則甲"]);
    });

    it("of an identity that comes twice in one batch is the first one's", async () => {
      const store = await open();
      await store.archive([
        { ...anEntry("一"), joined: { how: "beginning" } },
        { ...anEntry("一"), joined: null },
      ]);
      expect((await store.trailOf("id-一"))?.story.joined).toEqual({ how: "beginning" });
    });

    it("tells where the story was published, and what became of it there", async () => {
      const store = await open();
      await store.saveChannel(room);
      await store.addSubscription(aSubscription("daily"));
      await store.archive([anEntry("一"), anEntry("二", { storyId: "story-一" })]);
      await publishSelected(store, "morning", "daily");
      const edition = {
        ...{ editionId: "morning", channelId: room.id, subscriptionId: "daily", publishedAt: noon, articleId: "id-一" },
        ...{ state: "waiting", settledAt: null },
      };
      expect((await store.trailOf("id-二"))?.editions).toEqual([edition]);
      await store.settleDelivery("delivery-of-morning", { state: "delivered", at: noon + hour });
      expect((await store.trailOf("id-一"))?.editions).toEqual([
        { ...edition, state: "delivered", settledAt: noon + hour },
      ]);
      expect(await store.channels()).toEqual([room]);
    });
  });

  describe("duplicates", () => {
    it("are noted once, beside the article that stands for them, which is found by them", async () => {
      const store = await open();
      await store.archive([anEntry("一"), anEntry("二")]);
      await store.noteDuplicates([dropped("甲", "一"), dropped("乙", "nothing")]);
      await store.noteDuplicates([{ ...dropped("甲", "一"), droppedAt: noon + hour }]);
      const { of: _, ...noted } = dropped("甲", "一");
      expect((await store.trailOf("id-一"))?.duplicates).toEqual([noted]);
      expect((await store.trailOf("id-二"))?.duplicates).toEqual([]);
      expect(await store.articleOf(["https://other.example/甲"])).toBe("id-一");
      expect(await store.articleOf(["https://other.example/甲", "https://news.example/二"])).toBe("id-二");
      expect(await store.articleOf(["https://other.example/乙"])).toBeNull();
      expect(await store.articleOf([])).toBeNull();
    });

    it("are a hundred of an article at most, of which the first twenty are told", async () => {
      const store = await open();
      await store.archive([anEntry("一")]);
      const crowd = Array.from({ length: 1500 }, (_, number) => dropped(String(number), "一"));
      await store.noteDuplicates(crowd);
      await store.noteDuplicates([dropped("甲", "一")]);
      expect((await store.trailOf("id-一"))?.duplicates).toHaveLength(20);
      expect(await store.articleOf(["https://other.example/99"])).toBe("id-一");
      expect(await store.articleOf(["https://other.example/100"])).toBeNull();
      expect(await store.articleOf(["https://other.example/甲"])).toBeNull();
    });
  });

  describe("an article held against a query", () => {
    const judge = async (typed: string) => {
      const store = await open();
      await store.registerSources([{ id: "cna", name: "中央社" }], noon);
      await store.archive([
        anEntry("一", { headline: "高雄颱風", tags: ["天氣"] }),
        anEntry("二", { headline: "棒球開打", storyId: "story-一" }),
      ]);
      return store.judgeArticle("id-一", aQuery(typed));
    };
    const word = (text: string) => ({ kind: "word", text });

    it.each([
      ["高雄 標籤:天氣 來源:中央社", null, true],
      ["", null, true],
      ["高雄 -颱風", { reason: "excluded", term: word("颱風") }, false],
      ["地震 -颱風", { reason: "excluded", term: word("颱風") }, false],
      ["高雄 地震", { reason: "missing", clause: [word("地震")] }, false],
      ["台北 OR 地震", { reason: "missing", clause: [word("台北"), word("地震")] }, false],
      ["標籤:政治", { reason: "missing", clause: [{ kind: "tag", text: "政治" }] }, false],
      ["來源:rthk", { reason: "missing", clause: [{ kind: "source", text: "rthk" }] }, false],
      ["after:2023-10-11", { reason: "dates" }, false],
      ["棒球", { reason: "missing", clause: [word("棒球")] }, true],
    ])("%s", async (typed, mismatch, isStoryWanted) => {
      expect(await judge(typed)).toEqual({ mismatch, isStoryWanted });
    });
  });

  it("an edition is found by what it considered", async () => {
    const store = await open();
    await store.saveChannel(room);
    await store.addSubscription(aSubscription("daily"));
    await store.archive([anEntry("一")]);
    await publishSelected(store, "morning", "daily");
    expect(await store.editionOver("daily", noon)).toMatchObject({ id: "morning", total: 1 });
    expect(await store.editionOver("daily", noon - 24 * hour)).toBeNull();
    expect(await store.editionOver("daily", noon + 1)).toBeNull();
    expect(await store.editionOver("another", noon)).toBeNull();
  });
}
