// What every store must hold to for digests that are out.
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { Posted } from "../../src/records/edition.ts";
import { anEntry, aSubscription, hour, minute, noon, publishSelected, room } from "./store-fixtures.ts";

const posted: Posted = { look: "cards", messages: [{ address: "7", id: "100" }] };

/** `open` gives a store of its own to each test. */
export function describeLiving(open: () => Promise<Store>): void {
  /** With an edition of two stories, delivered at noon in messages that can be changed. */
  async function openShown(said: { posted?: Posted } = { posted }): Promise<Store> {
    const store = await open();
    await store.registerSources(
      [
        { id: "cna", name: "中央社" },
        { id: "dw", name: "德國之聲" },
      ],
      noon,
    );
    await store.saveChannel(room);
    await store.addSubscription(aSubscription("daily"));
    await store.archive([anEntry("a"), anEntry("b")]);
    await publishSelected(store, "edition", "daily");
    await store.settleDelivery("delivery-of-edition", { state: "delivered", at: noon, ...said });
    return store;
  }
  const changed = async (store: Store, from = noon, until = noon + hour, deliveredAfter = noon - hour) =>
    store.changedEditions({ from, until, deliveredAfter });

  describe("digests that are out", () => {
    it("are found when one of their stories gets another report, with all their cards as they are now", async () => {
      const store = await openShown();
      expect(await changed(store)).toEqual([]);
      const later = { sourceId: "dw", storyId: "story-a", collectedAt: noon + minute, publishedAt: noon + minute };
      await store.archive([anEntry("c", later)]);
      const [{ edition, cards } = { edition: null, cards: new Map() }, ...others] = await changed(store);
      expect(others).toEqual([]);
      expect(edition?.id).toBe("edition");
      expect([...cards.keys()].toSorted()).toEqual(["id-a", "id-b"]);
      expect(cards.get("id-a")?.alsoIn).toEqual(["德國之聲"]);
      expect(await changed(store, noon + minute)).toEqual([]);
      expect(await changed(store, noon, noon + minute - 1)).toEqual([]);
    });

    it("are found when a headline is changed", async () => {
      const store = await openShown();
      await store.archive([anEntry("a", { headline: "更正的標題", collectedAt: noon + minute })]);
      const [{ cards, edited } = { cards: new Map(), edited: new Set() }] = await changed(store);
      expect(cards.get("id-a")?.headline).toBe("更正的標題");
      expect([...edited]).toEqual(["id-a"]);
    });

    it.each([
      ["they are old", { posted }, noon],
      ["their platform can't change them", {}, noon - hour],
    ])("are left alone when %s", async (_, said, deliveredAfter) => {
      const store = await openShown(said);
      await store.archive([anEntry("c", { sourceId: "dw", storyId: "story-a", collectedAt: noon + minute })]);
      expect(await changed(store, noon, noon + hour, deliveredAfter)).toEqual([]);
    });

    it("wait to be changed once written, again when that failed, and no more when it is done", async () => {
      const store = await openShown();
      expect(await store.revisedUntil()).toBe(0);
      const [{ edition } = { edition: null }] = (await store.deliveredEditions(room.id, 1)) ?? [];
      if (edition === null) throw new Error("no edition");
      const cards = edition.cards.map((card) => ({ ...card, alsoIn: ["德國之聲"] }));
      await store.reviseEditions([{ ...edition, cards }], noon + minute);
      expect(await store.revisedUntil()).toBe(noon + minute);
      const due = await store.dueRevisions(noon + minute, 10);
      expect(due).toMatchObject([{ id: "delivery-of-edition", posted, channel: room, edition: { cards } }]);
      await store.settleRevision("delivery-of-edition", noon + hour);
      expect(await store.dueRevisions(noon + minute, 10)).toEqual([]);
      expect(await store.dueRevisions(noon + hour, 10)).toHaveLength(1);
      await store.settleRevision("delivery-of-edition", null);
      expect(await store.dueRevisions(noon + 2 * hour, 10)).toEqual([]);
    });
  });
}
