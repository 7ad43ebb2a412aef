// What every store must suggest to somebody who is typing.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { anEntry, hour, noon } from "./store-fixtures.ts";

const entries = [
  anEntry("展", { headline: "高雄智慧城市展開幕", tags: ["高雄", "智慧城市"], publishedAt: noon - 3 * hour }),
  anEntry("港", { headline: "「高雄」港擴建", tags: ["高雄港", "高雄"], publishedAt: noon - 2 * hour }),
  anEntry("訪", { headline: "部長訪高雄", tags: ["台灣"], publishedAt: noon - hour }),
  anEntry("英", { headline: "Climate summit opens", tags: ["Climate"], publishedAt: noon }),
];

/** `open` gives a store of its own to each test. */
export function describeSuggestions(open: () => Promise<Store>): void {
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

  describe("suggestions", () => {
    it("a tag is suggested from its first character on, the most used first", async () => {
      const { tags } = await (await filled()).suggest("高", 5);
      expect(tags).toEqual([
        { tag: "高雄", count: 2 },
        { tag: "高雄港", count: 1 },
      ]);
    });

    it.each([
      ["臺", ["台灣"]],
      ["ＣＬＩ", ["Climate"]],
      ["雄", []],
    ])("%s suggests the tags %j, in whatever script and case", async (typed, expected) => {
      const { tags } = await (await filled()).suggest(typed, 5);
      expect(tags.map(({ tag }) => tag)).toEqual(expected);
    });

    it.each([
      ["高雄", ["「高雄」港擴建", "高雄智慧城市展開幕"]],
      ["高雄智", ["高雄智慧城市展開幕"]],
      ["高雄」港", ["「高雄」港擴建"]],
      ["climate su", ["Climate summit opens"]],
      ["summit", []],
      ["高", []],
    ])("%s suggests the headlines that begin so, the newest first: %j", async (typed, expected) => {
      const { headlines } = await (await filled()).suggest(typed, 5);
      expect(headlines.map(({ headline }) => headline)).toEqual(expected);
    });

    it.each([
      ["中", ["bbc", "cna"]],
      ["bb", ["bbc"]],
      ["央", []],
    ])("%s suggests the sources %j, by id and by the beginning of a word", async (typed, expected) => {
      const { sources } = await (await filled()).suggest(typed, 5);
      expect(sources.map(({ id }) => id)).toEqual(expected);
    });

    it("an old headline is suggested though thousands of newer ones begin nearly so", async () => {
      const store = await filled();
      const begun = (digit: number, count: number, from: number) =>
        Array.from({ length: count }, (_, number) =>
          anEntry(`${digit} ${number}`, {
            headline: `Climate ${digit}${1000 + number} opens`,
            publishedAt: from + number,
          }),
        );
      // Too many to sort, and more newer ones than are read.
      await store.archive(begun(2, 2010, noon + hour));
      await store.archive(begun(3, 450, noon + 2 * hour));
      const headlines = async (typed: string) =>
        (await store.suggest(typed, 2)).headlines.map(({ headline }) => headline);
      expect(await headlines("climate su")).toEqual(["Climate summit opens"]);
      expect(await headlines("climate")).toEqual(["Climate 31449 opens", "Climate 31448 opens"]);
      expect(await headlines("climate 31")).toEqual(["Climate 31449 opens", "Climate 31448 opens"]);
      expect(await headlines("climate 2")).toEqual(["Climate 23009 opens", "Climate 23008 opens"]);
      expect(await headlines("climate 21005 op")).toEqual(["Climate 21005 opens"]);
    });

    it("a long beginning is told apart from newer ones that begin as it does for many characters", async () => {
      const store = await filled();
      const newer = Array.from({ length: 30 }, (_, number) =>
        anEntry(`new ${number}`, { headline: `Climate summit opens in Rome, day ${number}`, publishedAt: noon + hour }),
      );
      await store.archive([...newer, anEntry("old", { headline: "Climate summit opens in Paris", publishedAt: 0 })]);
      const { headlines } = await store.suggest("climate summit opens in pa", 2);
      expect(headlines).toMatchObject([{ headline: "Climate summit opens in Paris" }]);
      expect(await store.findCard(headlines[0]?.articleId ?? "")).toMatchObject(headlines[0] ?? {});
    });

    it("no more of each is suggested than asked for", async () => {
      const { tags, headlines } = await (await filled()).suggest("高雄", 1);
      expect([tags.length, headlines.length]).toEqual([1, 1]);
    });

    it("nothing is suggested for what holds no letter", async () => {
      expect(await (await filled()).suggest(" 「*", 5)).toEqual({ tags: [], sources: [], headlines: [] });
    });

    it("an article that is edited counts once, and a tag that it lost is no longer suggested", async () => {
      const store = await filled();
      await store.archive([anEntry("港", { headline: "「高雄」港擴建完成", tags: ["高雄"] })]);
      expect((await store.suggest("高雄", 5)).tags).toEqual([{ tag: "高雄", count: 2 }]);
    });
  });
}
