// What a store must do with sources that are paused.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { Pause, Source } from "../../src/records/source.ts";
import { hour, minute, noon } from "./store-fixtures.ts";

const written = { id: "harbour", name: "Harbour Post", url: "https://harbour.example/feed" };
const added: Source = { kind: "feed", id: "a", name: "A", url: "https://a.example/feed", fullText: "feed" };
const pause = { at: noon, by: "小明" };

/** The tests, over a store that `open` makes afresh. */
export function describePauses(open: () => Promise<Store>): void {
  const claim = (store: Store, now: number) => store.claimDueSources(new Set(["harbour", "a"]), now, minute, 10);
  const claimedIds = async (store: Store, now: number) => (await claim(store, now)).map(({ sourceId }) => sourceId);

  describe("a paused source", () => {
    it("is claimed by nobody, due or hastened, on any desk of the archive", async () => {
      const store = await open();
      await store.registerSources([written, { id: "a", name: "A" }], noon);
      expect(await store.pauseSource("harbour", pause)).toBe(true);
      await store.hastenSources(["harbour"], noon + hour);
      expect(await claimedIds(store, noon + hour)).toEqual(["a"]);
      expect(await claimedIds(await open(), noon + hour)).toEqual([]);
    });

    it("says since when and by whom, and stays so when it is paused again", async () => {
      const store = await open();
      await store.registerSources([written, { id: "a", name: "A" }], noon);
      await store.pauseSource("harbour", pause);
      await store.pauseSource("a", { at: noon + 1, by: null });
      expect(await store.pauseSource("harbour", { at: noon + hour, by: "小華" })).toBe(false);
      expect(await (await open()).pausedSources()).toEqual(
        new Map<string, Pause>([
          ["harbour", pause],
          ["a", { at: noon + 1, by: null }],
        ]),
      );
    });

    it("stays so when it is registered anew, at another address too", async () => {
      const store = await open();
      await store.registerSources([written], noon);
      await store.pauseSource("harbour", pause);
      await store.registerSources([written], noon + 1);
      await store.registerSources([{ ...written, name: "Port Post", url: "https://harbour.example/news" }], noon + 2);
      expect(await claimedIds(store, noon + hour)).toEqual([]);
      expect([...(await store.pausedSources()).keys()]).toEqual(["harbour"]);
    });

    it("stays so when the poll that was under way ends", async () => {
      const store = await open();
      await store.registerSources([written], noon);
      const [state] = await claim(store, noon);
      if (!state) throw new Error("the source must be due");
      await store.pauseSource("harbour", pause);
      await store.finishPolls([{ ...state, polledAt: noon, dueAt: noon + minute }]);
      expect(await claimedIds(store, noon + hour)).toEqual([]);
      expect(await store.sourceStates()).toMatchObject([{ polledAt: noon }]);
    });

    it("is due at once when it is resumed, and knows what it knew", async () => {
      const store = await open();
      await store.registerSources([written], noon);
      const [state] = await claim(store, noon);
      if (!state) throw new Error("the source must be due");
      await store.finishPolls([{ ...state, etag: '"1"', dueAt: noon + 10 * hour }]);
      await store.pauseSource("harbour", pause);
      expect(await store.resumeSource("harbour", noon + hour)).toBe(true);
      expect(await store.resumeSource("harbour", noon + hour)).toBe(false);
      expect(await store.pausedSources()).toEqual(new Map());
      expect(await claim(store, noon + hour)).toMatchObject([{ sourceId: "harbour", etag: '"1"', dueAt: noon + hour }]);
    });

    it("that was added stays so when it is mended, but not when it is removed and added again", async () => {
      const store = await open();
      await store.keepSource(added, noon);
      await store.pauseSource("a", pause);
      await store.keepSource({ ...added, name: "Better A" }, noon + 1);
      expect(await claimedIds(store, noon + hour)).toEqual([]);
      await store.dropSource("a");
      await store.keepSource(added, noon + 2);
      expect(await store.pausedSources()).toEqual(new Map());
      expect(await claimedIds(store, noon + hour)).toEqual(["a"]);
    });

    it("is none when nobody knows it", async () => {
      const store = await open();
      expect(await store.pauseSource("nobody", pause)).toBe(false);
      expect(await store.resumeSource("nobody", noon)).toBe(false);
    });
  });
}
