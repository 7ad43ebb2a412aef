// What every store's archive must do: sources and articles.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { anEntry, hour, minute, noon } from "./store-fixtures.ts";

/** `open` gives a store of its own to each test. */
export function describeArchive(open: () => Promise<Store>): void {
  describe("sources", () => {
    it("a new source is due at once, and registering it again changes only its name", async () => {
      const store = await open();
      await store.registerSources([{ id: "cna", name: "中央社" }], noon);
      const [state] = await store.sourceStates();
      expect(state).toEqual({
        sourceId: "cna",
        dueAt: noon,
        failures: 0,
        etag: null,
        lastModified: null,
        polledAt: null,
        problem: null,
        problemCode: null,
        rhythm: null,
        movedTo: null,
        endedAt: null,
      });
      await store.registerSources([{ id: "cna", name: "CNA" }], noon + hour);
      expect(await store.sourceStates()).toEqual([state]);
    });

    it("a claimed source is nobody else's until the poll is finished or the lease ends", async () => {
      const store = await open();
      await store.registerSources([{ id: "cna", name: "中央社" }], noon);
      const claim = (now: number) => store.claimDueSources(new Set(["cna", "bbc"]), now, minute, 10);
      const [state] = await claim(noon);
      expect(await claim(noon + minute - 1)).toEqual([]);
      expect(await claim(noon + minute)).toEqual([state]);
      const rhythm = { gapMs: hour, newestAt: noon, maxAgeMs: null, hints: null };
      const finished = {
        ...{ sourceId: "cna", dueAt: noon + hour, failures: 2, etag: '"a"', lastModified: null },
        ...{ polledAt: noon, problem: "answered 503", problemCode: "http-status" },
        ...{ rhythm, movedTo: "https://cna.example/feed", endedAt: null },
      };
      await store.finishPolls([finished]);
      expect(await claim(noon + hour - 1)).toEqual([]);
      expect(await claim(noon + hour)).toEqual([finished]);
    });

    it("competing claims share the sources, none twice, and only among those asked for", async () => {
      const store = await open();
      const ids = Array.from({ length: 6 }, (_, number) => `source-${number}`);
      await store.registerSources(
        ids.map((id) => ({ id, name: id })),
        noon,
      );
      const claims = await Promise.all(
        [1, 2].map(() => store.claimDueSources(new Set(ids.slice(0, 5)), noon, minute, 3)),
      );
      expect(
        claims
          .flat()
          .map((state) => state.sourceId)
          .toSorted(),
      ).toEqual(ids.slice(0, 5));
    });
  });

  describe("articles", () => {
    it("an article comes out as it went in", async () => {
      const store = await open();
      const entry = anEntry("一", {
        byline: "廖某某",
        image: "https://img.example/1.jpg",
        tags: ["高雄", "智慧城市"],
        text: "第一段。\n\n第二段 🎉 '; drop table articles; -- \u0000",
      });
      await store.archive([entry]);
      expect(await Array.fromAsync(store.eachArticle())).toEqual([entry.article]);
      const known = await store.findArticles([entry.article.identity, "https://news.example/none"]);
      const { contentHash, article } = entry;
      const { id, identity, sourceId, storyId, publishedAt, tags } = article;
      expect([...known]).toEqual([[identity, { id, identity, sourceId, storyId, publishedAt, contentHash, tags }]]);
    });

    it("an update replaces all but the id, the story and the time of collection", async () => {
      const store = await open();
      const first = anEntry("一", { headline: "颱風逼近東部", tags: ["颱風"] });
      await store.archive([first]);
      const update = anEntry("一", {
        id: "another-id",
        storyId: "another-story",
        headline: "強颱登陸臺東",
        tags: ["臺東"],
        publishedAt: noon + hour,
        collectedAt: noon + 2 * hour,
      });
      await store.archive([update]);
      const { id, storyId, collectedAt } = first.article;
      expect(await Array.fromAsync(store.eachArticle())).toEqual([{ ...update.article, id, storyId, collectedAt }]);
      expect(await store.topTags(0, 5)).toEqual([{ tag: "臺東", count: 1 }]);
    });

    it("an identity that comes twice in one batch is one article, the latest", async () => {
      const store = await open();
      await store.archive([anEntry("一"), anEntry("一", { id: "other", headline: "新標題" })]);
      expect(await Array.fromAsync(store.eachArticle())).toMatchObject([{ id: "id-一", headline: "新標題" }]);
    });

    it("the texts of articles are found by their ids, those that are there", async () => {
      const store = await open();
      await store.archive([anEntry("一"), anEntry("二", { text: "另一篇內文。" })]);
      const texts = await store.textsOf(["id-二", "id-無", "id-一"]);
      expect([...texts].sort()).toEqual([
        ["id-一", "這是導言。其後是內文。"],
        ["id-二", "另一篇內文。"],
      ]);
      expect(await store.textsOf([])).toEqual(new Map());
    });

    it("a batch that fails leaves nothing of itself", async () => {
      const store = await open();
      const twin = anEntry("二", { id: "id-一" });
      await expect(store.archive([anEntry("一"), anEntry("三"), twin])).rejects.toThrow();
      expect(await store.countArticles()).toBe(0);
      expect(await store.check()).toEqual([]);
    });

    it("thousands of one second are all kept, and read oldest first with the others", async () => {
      const store = await open();
      const crowd = Array.from({ length: 1500 }, (_, number) => anEntry(String(number)));
      await store.archive([anEntry("後", { publishedAt: noon + hour }), ...crowd]);
      await store.archive([anEntry("前", { publishedAt: noon - hour })]);
      const ids = (await Array.fromAsync(store.eachArticle())).map((article) => article.id);
      expect(ids).toHaveLength(1502);
      expect([ids.at(0), ids.at(-1)]).toEqual(["id-前", "id-後"]);
      expect(await store.countArticles()).toBe(1502);
    });

    it.each([Number.MAX_SAFE_INTEGER, -1e15, 0])("an article dated %d is kept all the same", async (publishedAt) => {
      const store = await open();
      await store.archive([anEntry("一", { publishedAt }), anEntry("二", { publishedAt })]);
      expect(await Array.fromAsync(store.eachArticle())).toMatchObject([{ publishedAt }, { publishedAt }]);
    });

    it("a story is found by any of its keys, if it was reported in the time asked for", async () => {
      const store = await open();
      const keys = ["headline:甲", "text:乙"];
      await store.archive([{ ...anEntry("一"), storyKeys: keys }]);
      expect(await store.findStory(["text:乙", "text:丙"], noon - hour, noon + hour)).toEqual({
        storyId: "story-一",
        key: "text:乙",
      });
      expect(await store.findStory(keys, noon + 1, noon + hour)).toBeNull();
      expect(await store.findStory(keys, noon - hour, noon - 1)).toBeNull();
      expect(await store.findStory(["text:丙"], 0, noon)).toBeNull();
      expect(await store.findStory([], 0, noon)).toBeNull();
    });

    it("the latest cards show a story once, with the other sources' names, and can be turned over", async () => {
      const store = await open();
      await store.registerSources(
        [
          { id: "cna", name: "中央社" },
          { id: "bbc", name: "BBC 中文" },
        ],
        noon,
      );
      await store.archive([
        anEntry("一", { storyId: "quake" }),
        anEntry("二", { storyId: "quake", sourceId: "bbc", publishedAt: noon + minute }),
        anEntry("三", { sourceId: "gone", publishedAt: noon - minute }),
      ]);
      const cards = await store.latestCards([], 10, 0);
      expect(cards.map((card) => card.articleId)).toEqual(["id-二", "id-三"]);
      expect(cards[0]).toMatchObject({ sourceName: "BBC 中文", alsoIn: ["中央社"], lede: "這是導言。" });
      expect(cards[1]).toMatchObject({ sourceName: "gone", alsoIn: [] });
      expect(await store.latestCards([], 1, 1)).toEqual([cards[1]]);
      expect(await store.latestCards(["cna"], 10, 0)).toMatchObject([{ articleId: "id-一", alsoIn: ["BBC 中文"] }]);
    });
  });
}
