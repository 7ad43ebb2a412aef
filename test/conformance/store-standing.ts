// What every store must do for many searches at once: say which have news, as each would find by itself.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { anEntry, aQuery, aSubscription, hour, noon, room, selectForRoom } from "./store-fixtures.ts";

const queries = [
  ...'|高雄|高|雄|港口|新橋 通車|通車 新橋|"新橋通車"|"通車新橋"|軟體|软件|計程車|-棒球|高雄 -棒球|棒球 OR 新橋'.split(
    "|",
  ),
  ..."tag:高雄|標籤:體育|tag:高雄 OR tag:體育|source:cna|來源:中央社|source:pts 新橋|lang:zh|lang:ja|lang:en bridge".split(
    "|",
  ),
  ...'Bridge|bridges|"harbour bridge"|bridge harbour|after:2023-10-10|before:2023-10-10|高雄 before:2023-10-10|ＬＩＮＥ|line'.split(
    "|",
  ),
  ..."開通|東京|とうきょう|-lang:zh|-source:cna -source:pts|不存在|tag:不存在 OR 高雄".split("|"),
];

async function archived(store: Store): Promise<void> {
  await store.registerSources([{ id: "cna", name: "中央社" }], noon);
  await store.archive([
    anEntry("一", { headline: "高雄港口新橋通車", text: "市長今天剪綵。", tags: ["高雄"] }),
    anEntry("二", { headline: "棒球：高雄主場開打", text: "今天下午開打。", tags: ["體育"], sourceId: "pts" }),
    anEntry("三", { headline: "Harbour bridge opens", text: "The bridge opened on Monday.", language: "en" }),
    anEntry("四", { headline: "東京の橋が開通", text: "とうきょうの新しい橋。", language: "ja", sourceId: "kyodo" }),
    anEntry("五", { headline: "LINE 更新軟體", text: "可以叫計程車。", publishedAt: noon - 20 * hour }),
  ]);
}

/** `open` gives a store of its own to each test. */
export function describeStanding(open: () => Promise<Store>): void {
  describe("searches that wait for news", () => {
    it.each(queries)("have it when they find it: %s", async (text) => {
      const store = await open();
      await archived(store);
      const query = aQuery(text);
      const found = await store.searchesWithNews([{ id: "one", query, from: noon - hour }], noon);
      const { total } = await selectForRoom(store, { query, from: noon - hour });
      expect(found.has("one")).toBe(total > 0);
    });

    it("are asked together, each for its own span", async () => {
      const store = await open();
      await archived(store);
      await store.archive([anEntry("六", { headline: "高雄捷運延伸", collectedAt: noon + hour })]);
      const searches = queries.map((text) => ({ id: text, query: aQuery(text), from: noon - hour }));
      const late = { id: "late", query: aQuery("捷運"), from: noon + hour };
      const waiting = { id: "waiting", query: aQuery("捷運"), from: noon };
      const found = await store.searchesWithNews([...searches, late, waiting], noon + hour);
      expect([...found]).toContain("waiting");
      expect([...found]).not.toContain("late");
      const alone = await Promise.all(
        searches.map(async (search) => (await store.searchesWithNews([search], noon + hour)).has(search.id)),
      );
      expect(searches.map(({ id }) => found.has(id))).toEqual(alone);
      expect(alone.filter(Boolean).length).toBeGreaterThan(15);
    });

    it("leave nothing behind: what is archived under way is in the next span", async () => {
      const store = await open();
      await store.searchesWithNews([{ id: "one", query: aQuery("高雄"), from: noon - hour }], noon);
      await archived(store);
      const found = await store.searchesWithNews([{ id: "one", query: aQuery("高雄"), from: noon }], noon + 1);
      expect([...found]).toEqual(["one"]);
    });

    it("go on together when they have none, but for one that another worker advanced", async () => {
      const store = await open();
      await store.saveChannel(room);
      for (const id of ["a", "b"]) await store.addSubscription(aSubscription(id));
      const next = (id: string, expectedDueAt: number) => ({
        ...{ subscriptionId: id, expectedDueAt },
        ...{ dueAt: noon + hour, coveredUntil: noon },
      });
      await store.passEditions([next("a", noon), next("b", noon - 1)]);
      const kept = await store.subscriptionsOf(room.id);
      expect(kept.map(({ id, dueAt }) => [id, dueAt])).toEqual([
        ["a", noon + hour],
        ["b", noon],
      ]);
      expect((await store.claimDeliveries(noon + hour, hour, 10)).length).toBe(0);
    });
  });
}
