// What every store must do so that desks learn their tags: lessons that live as long as their articles.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { anEntry, hour, noon } from "./store-fixtures.ts";

const day = 24 * hour;
const taught = (name: string, ...bytes: readonly number[]) => ({ ...anEntry(name), lesson: Uint8Array.from(bytes) });

/** `open` gives a store of its own to each test. */
export function describeLessons(open: () => Promise<Store>): void {
  const learned = async (store: Store, after = 0) =>
    (await store.tagLessonsAfter(after)).lessons.map(({ articleId, bytes }) => [articleId, [...bytes]]);

  describe("what tagged articles teach", () => {
    it("is told in the order in which it was archived, and what came since apart", async () => {
      const store = await open();
      await store.archive([taught("一", 1, 255), anEntry("二"), taught("三", 3)]);
      const { lessons, ...rest } = await store.tagLessonsAfter(0);
      expect(lessons.map(({ articleId }) => articleId)).toEqual(["id-一", "id-三"]);
      expect(rest).toEqual({ kept: 2, isAll: true });
      await store.archive([taught("四", 4)]);
      expect(await learned(store, lessons.at(-1)?.number)).toEqual([["id-四", [4]]]);
      expect(await learned(store)).toEqual([
        ["id-一", [1, 255]],
        ["id-三", [3]],
        ["id-四", [4]],
      ]);
    });

    it("is what the newest version teaches, under a number that none had before", async () => {
      const store = await open();
      await store.archive([taught("一", 1), taught("二", 2)]);
      const last = (await store.tagLessonsAfter(0)).lessons.at(-1)?.number ?? 0;
      await store.archive([{ ...taught("二", 9), contentHash: "new" }]);
      expect(await learned(store, last)).toEqual([["id-二", [9]]]);
      expect((await store.tagLessonsAfter(last)).kept).toBe(2);
      await store.archive([{ ...anEntry("二"), contentHash: "without tags" }]);
      expect(await learned(store)).toEqual([["id-一", [1]]]);
    });

    it("vanishes with its article", async () => {
      const store = await open();
      await store.archive([taught("一", 1)]);
      const last = (await store.tagLessonsAfter(0)).lessons.at(-1)?.number ?? 0;
      const expiry = { sourceId: "cna", limit: { by: "age", days: 1 }, now: noon + 30 * day } as const;
      expect(await store.removeExpired(expiry, 10)).toBe(1);
      expect(await store.tagLessonsAfter(last)).toEqual({ lessons: [], kept: 0, isAll: true });
    });
  });
}
