// The store's suite on sources that people add.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { PageSource, Source } from "../../src/records/source.ts";
import { hour, minute, noon } from "./store-fixtures.ts";

const added: PageSource = {
  ...{ kind: "page", id: "harbour", name: "港都日報", url: "https://harbour.example/list", fullText: "page" },
  selectors: { item: "li", link: "a" },
  categories: ["亞洲", "台灣"],
};
const other: Source = { kind: "feed", id: "a", name: "A", url: "https://a.example/feed", fullText: "feed" };

/** What every store must do with added sources. */
export function describeAddedSources(open: () => Promise<Store>): void {
  describe("added sources", () => {
    it("are kept as they are, in the order in which they were added, for every desk on the archive", async () => {
      const store = await open();
      await store.keepSource(added, noon);
      await store.keepSource(other, noon);
      expect(await (await open()).addedSources()).toEqual([added, other]);
    });

    it("are due at once", async () => {
      const store = await open();
      await store.keepSource(added, noon);
      const claimed = await store.claimDueSources(new Set(["harbour"]), noon, minute, 10);
      expect(claimed).toMatchObject([{ sourceId: "harbour", failures: 0, polledAt: null }]);
    });

    it("are polled afresh when they are added again, whatever befell them before", async () => {
      const store = await open();
      await store.keepSource(added, noon);
      const [state] = await store.claimDueSources(new Set(["harbour"]), noon, minute, 10);
      if (!state) throw new Error("the source must be due");
      const failed = { failures: 4, problem: "The page has changed", problemCode: "parse", etag: "old" };
      await store.finishPolls([{ ...state, ...failed, polledAt: noon, dueAt: noon + hour }]);
      expect(await store.sourceStates()).toMatchObject([failed]);
      const mended: Source = { ...added, selectors: { item: "article", link: "a" } };
      await store.keepSource(mended, noon + minute);
      expect(await store.addedSources()).toEqual([mended]);
      const afresh = { failures: 0, problem: null, problemCode: null, etag: null, dueAt: noon + minute };
      expect(await store.sourceStates()).toMatchObject([afresh]);
    });

    it("that are dropped are gone, once", async () => {
      const store = await open();
      await store.keepSource(added, noon);
      expect(await store.dropSource("harbour")).toBe(true);
      expect(await store.dropSource("harbour")).toBe(false);
      expect(await store.addedSources()).toEqual([]);
    });
  });
}
