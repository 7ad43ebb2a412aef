// What every store's search must find.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { Term } from "../../src/records/query.ts";
import { anEntry, aQuery, hour, idsFound, minute, noon } from "./store-fixtures.ts";

const entries = [
  anEntry("展", { headline: "高雄智慧城市展開幕", tags: ["高雄", "智慧城市"], publishedAt: noon - 5 * hour }),
  anEntry("總統", {
    headline: "臺灣總統出席國慶典禮",
    text: "典禮上，總統提到高雄的建設，也談到通訊軟體 LINE 與 iPhone15。",
    publishedAt: noon - 4 * hour,
    sourceId: "bbc",
  }),
  anEntry("球", {
    headline: "中華隊棒球奪牌",
    text: "在杭州的比賽，臺灣隊以３比２勝出。",
    publishedAt: noon - 3 * hour,
  }),
  anEntry("日", {
    headline: "ニュースで振り返る東京",
    language: "ja",
    text: "ﾊﾟｿｺﾝの話題。",
    publishedAt: noon - 2 * hour,
  }),
  anEntry("韓", { headline: "대통령이 서울을 방문했다", language: "ko", text: "서울에서", publishedAt: noon - hour }),
  anEntry("英", {
    headline: "Café owners cheer 🎉",
    language: "en",
    text: "Don't panic: it's covid-19.",
    publishedAt: noon,
  }),
];

/** `open` gives a store of its own to each test. */
export function describeSearch(open: () => Promise<Store>): void {
  const filled = async () => {
    const store = await open();
    await store.registerSources(
      [
        { id: "cna", name: "中央社" },
        { id: "bbc", name: "BBC 中文網" },
      ],
      noon,
    );
    await store.archive(entries);
    return store;
  };

  it.each([
    ["台湾总统", ["id-總統"]],
    ["臺灣", ["id-總統", "id-球"]],
    ["高雄", ["id-展", "id-總統"]],
    ["雄", ["id-展"]],
    ["展", ["id-展"]],
    ["典禮 臺", ["id-總統"]],
    ["軟件", ["id-總統"]],
    ["棒球 OR 典禮", ["id-球", "id-總統"]],
    ['棒球 OR "智慧城市展" 高雄', ["id-展"]],
    ["棒球 OR tag:高雄", ["id-球", "id-展"]],
    ["lang:zh -source:bbc", ["id-球", "id-展"]],
    ["語言:日文 OR 語言:韓文", ["id-韓", "id-日"]],
    ["-tag:高雄 臺灣 OR 高雄", ["id-總統", "id-球"]],
    ["最近:2小時", ["id-英", "id-韓", "id-日"]],
    ["高雄 典禮", ["id-總統"]],
    ["软体line", ["id-總統"]],
    ["iphone 15", ["id-總統"]],
    ["3比2", ["id-球"]],
    ["にゅーす", ["id-日"]],
    ["パソコン", ["id-日"]],
    ["대통령", ["id-韓"]],
    ["CAFE", ["id-英"]],
    ["🎉", ["id-英"]],
    ["covid19", ["id-英"]],
    ['"智慧城市展"', ["id-展"]],
    ['"城市智慧"', []],
    ["高雄 -總統", ["id-展"]],
    ['-高雄 -"棒球" after:2023-10-10 before:2023-10-11', ["id-英", "id-韓", "id-日"]],
    ["來源:bbc", ["id-總統"]],
    ["source:中文网 臺灣", ["id-總統"]],
    ["source:none", []],
    ["标签:智慧城市", ["id-展"]],
    ["tag:高雄 tag:智慧城市", ["id-展"]],
    ["tag:高雄 tag:棒球", []],
    ["臺灣 before:2023-10-10", []],
    ["", ["id-英", "id-韓", "id-日", "id-球", "id-總統", "id-展"]],
  ])("%s finds %j, newest first, headlines before texts", async (text, ids) => {
    const store = await filled();
    expect(await idsFound(store, text)).toEqual(ids);
    expect((await store.search(aQuery(text), 1, 0)).total).toBe(ids.length);
  });

  it("the first part of ids means all sources that share it", async () => {
    const store = await open();
    await store.registerSources(
      ["port-city", "port-sport", "porter"].map((id) => ({ id, name: id.toUpperCase() })),
      noon,
    );
    await store.archive([
      anEntry("城", { sourceId: "port-city", publishedAt: noon }),
      anEntry("運", { sourceId: "port-sport", publishedAt: noon - hour }),
      anEntry("別", { sourceId: "porter" }),
    ]);
    expect(await idsFound(store, "source:port-sport")).toEqual(["id-運"]);
    expect(await idsFound(store, "source:PORT-")).toEqual(["id-城", "id-運"]);
    await store.registerSources([{ id: "porter", name: "別報" }], noon);
    expect(await idsFound(store, "source:port")).toEqual(["id-城", "id-運"]);
  });

  it("a date is inclusive from, exclusive until, to the millisecond", async () => {
    const store = await filled();
    const search = (after: number, before: number) => store.search({ ...aQuery(""), after, before }, 10, 0);
    expect((await search(noon - hour, noon)).hits.map((hit) => hit.id)).toEqual(["id-韓"]);
    expect((await search(noon - hour + 1, noon + 1)).hits.map((hit) => hit.id)).toEqual(["id-英"]);
  });

  it("every page shows other articles, and together they show all", async () => {
    const store = await open();
    const many = Array.from({ length: 9 }, (_, number) =>
      anEntry(String(number), number % 2 ? { headline: "高雄消息" } : { text: "文中提到高雄。" }),
    );
    await store.archive(many);
    const pages = [0, 2, 4, 6, 8].map((offset) => idsFound(store, "高雄", 2, offset));
    const ids = (await Promise.all(pages)).flat();
    expect(ids).toHaveLength(9);
    expect(new Set(ids).size).toBe(9);
    expect(await idsFound(store, "高雄", 9)).toEqual(ids);
  });

  it("when a word is in no article, near headlines follow that the total does not count", async () => {
    const store = await filled();
    const { total, hits } = await store.search(aQuery("智慧城市 火星"), 10, 0);
    expect(total).toBe(0);
    expect(hits.map((hit) => hit.id)).toEqual(["id-展"]);
    expect(await idsFound(store, "智慧城市 火星 -開幕")).toEqual([]);
    expect(await idsFound(store, '智慧城市 "火星"')).toEqual([]);
  });

  it("a word that is half typed counts in a near headline, one that goes on differently does not", async () => {
    const store = await filled();
    expect(await idsFound(store, "智慧城市 開幕 火星 baz")).toEqual(["id-展"]);
    await store.archive([anEntry("車", { headline: "智慧公車 electric", text: "", publishedAt: noon })]);
    expect(await idsFound(store, "智慧 火星 elec")).toEqual(["id-車"]);
    expect(await idsFound(store, "智慧 火星 elek")).toEqual([]);
  });

  it("of near headlines, one that has a common word too comes before newer ones that have not", async () => {
    const store = await open();
    const common = Array.from({ length: 600 }, (_, number) =>
      anEntry(`常${number}`, { headline: `高雄消息第${number}則` }),
    );
    await store.archive([
      ...common,
      anEntry("舊", { headline: "智慧公車高雄站啟用", publishedAt: noon - 48 * hour }),
      anEntry("新", { headline: "智慧公車啟用", publishedAt: noon }),
    ]);
    expect(await idsFound(store, "高雄 智慧公車 火星")).toEqual(["id-舊", "id-新"]);
  });

  it("a hit carries the snippet as published around what was found", async () => {
    const store = await filled();
    const { hits } = await store.search(aQuery("通讯软体"), 1, 0);
    expect(hits).toMatchObject([
      { id: "id-總統", sourceId: "bbc", lede: "這是導言。", snippet: entries[1]?.article.text },
    ]);
  });

  it("a replaced article is found by its new words only", async () => {
    const store = await filled();
    await store.archive([anEntry("展", { headline: "改成別的標題", text: "改過的內文。" })]);
    expect(await idsFound(store, "智慧城市展")).toEqual([]);
    expect(await idsFound(store, "改過")).toEqual(["id-展"]);
    expect(await store.check()).toEqual([]);
  });

  it.each([
    ['高雄" OR "棒球', 0],
    ["tokens : 高雄", 0],
    ["NEAR(高雄 典禮, 9)", 0],
    ["高雄 AND 典禮", 0],
    ["高雄 NOT 典禮", 0],
    ["高雄*", 2],
    ["^高雄", 2],
    ["-高雄", 2],
    ["高\u0000雄", 0],
    ["高雄'; drop table articles; --", 0],
  ])("%j is looked for as text, whatever it means to the database", async (text, total) => {
    const store = await filled();
    const clause = (kind: Term["kind"]) => [[{ kind, text }]];
    expect((await store.search({ ...aQuery(""), clauses: clause("word") }, 10, 0)).total).toBe(total);
    expect((await store.search({ ...aQuery(""), clauses: clause("phrase") }, 10, 0)).total).toBe(total);
    expect((await store.search({ ...aQuery(""), clauses: clause("tag") }, 10, 0)).total).toBe(0);
    const without = [{ kind: "word", text } as const];
    expect((await store.search({ ...aQuery(""), without }, 10, 0)).total).toBe(entries.length - total);
  });

  it("ten thousand characters, or thousands of words, are answered", async () => {
    const store = await filled();
    const word = (text: string) => ({ kind: "word", text }) as const;
    const words = Array.from({ length: 5000 }, (_, number) => word(`word${number}`));
    for (const query of [
      { ...aQuery(""), clauses: [[word("高雄市".repeat(3334))]] },
      { ...aQuery(""), clauses: words.map((one) => [one]), without: words },
    ]) {
      expect((await store.search(query, 10, 0)).total).toBe(0);
    }
  });

  describe("top tags", () => {
    it("tags are counted since an instant, in whatever script they are written", async () => {
      const store = await open();
      await store.archive([
        anEntry("一", { tags: ["臺灣", "棒球", "台湾"] }),
        anEntry("二", { tags: ["台湾"], publishedAt: noon + 1000 }),
        anEntry("三", { tags: ["棒球"], publishedAt: noon - hour }),
      ]);
      expect(await store.topTags(noon, 1)).toMatchObject([{ count: 2 }]);
      expect((await store.topTags(0, 5)).map(({ count }) => count)).toEqual([2, 2]);
    });
  });

  describe("tag counts", () => {
    const day = 24 * hour;
    const periods = { from: noon - 15 * day, between: noon - day, until: noon, atLeast: 2 };

    it("a period is counted against the one before, articles without tags and all, nothing older and nothing yet to come", async () => {
      const store = await open();
      await store.archive([
        anEntry("一", { tags: ["颱風", "高雄"], publishedAt: noon }),
        anEntry("二", { tags: ["颱風"], publishedAt: noon - day }),
        anEntry("三", { publishedAt: noon - hour }),
        anEntry("四", { tags: ["颱風"], publishedAt: noon - day - minute }),
        anEntry("五", { tags: ["選舉"], publishedAt: noon - 15 * day }),
        anEntry("六", { tags: ["颱風"], publishedAt: noon - 15 * day - minute }),
        anEntry("七", { tags: ["颱風"], publishedAt: noon + minute }),
      ]);
      expect(await store.tagCounts(periods)).toEqual({
        tags: [{ tag: "颱風", recent: 2, past: 1 }],
        recent: 3,
        past: 2,
      });
      expect((await store.tagCounts({ ...periods, atLeast: 1 })).tags.map(({ tag }) => tag)).toEqual(["颱風", "高雄"]);
    });

    it("a tag is counted in whatever script it is written, and called as most articles of the period call it", async () => {
      const store = await open();
      await store.archive([
        anEntry("一", { tags: ["颱風"] }),
        anEntry("二", { tags: ["台风"] }),
        anEntry("三", { tags: ["颱風"] }),
        ...["四", "五", "六"].map((name) => anEntry(name, { tags: ["台风"], publishedAt: noon - 2 * day })),
      ]);
      expect((await store.tagCounts(periods)).tags).toEqual([{ tag: "颱風", recent: 3, past: 3 }]);
    });

    it("an empty archive has no tags to count", async () => {
      const store = await open();
      expect(await store.tagCounts(periods)).toEqual({ tags: [], recent: 0, past: 0 });
    });
  });
}
