// What every store must hold to for readers' own lists, their votes, and the settings of channels.
import { describe, expect, it } from "vitest";
import { tagKey } from "../../src/language/tag/normalize.ts";
import type { Store } from "../../src/ports/store.ts";
import { type ChannelSettings, unsetChannel } from "../../src/records/channel-settings.ts";
import type { Place } from "../../src/records/place.ts";
import { anEntry, aSubscription, hour, noon, publishSelected, room, selectForRoom } from "./store-fixtures.ts";

const reader = "discord:7";

/** `open` gives a store of its own to each test. */
export function describeReaders(open: () => Promise<Store>): void {
  describe("what a reader saves", () => {
    it("is a card as it was, once, the latest first, and each reader's own", async () => {
      const store = await open();
      await store.archive([anEntry("a"), anEntry("b"), anEntry("c")]);
      for (const [index, id] of ["id-a", "id-b", "id-c"].entries()) {
        const card = await store.findCard(id);
        if (card === null) throw new Error("no card");
        expect(await store.saveCard(reader, card, noon + index)).toBe(true);
        expect(await store.saveCard(reader, { ...card, headline: "later" }, noon + 9)).toBe(false);
      }
      expect(await store.dropSaved(reader, "id-b")).toBe(true);
      expect(await store.dropSaved(reader, "id-b")).toBe(false);
      const { total, cards } = await store.savedCards(reader, 1, 0);
      expect([total, ...cards.map(({ headline }) => headline)]).toEqual([2, "第c則消息"]);
      expect((await store.savedCards(reader, 5, 1)).cards.map(({ articleId }) => articleId)).toEqual(["id-a"]);
      expect(await store.savedCards("discord:8", 5, 0)).toEqual({ total: 0, cards: [] });
      expect(await store.findCard("id-z")).toBeNull();
    });
  });

  describe("votes", () => {
    const vote = (readerId: string, articleId: string, value: 1 | -1, tags: readonly string[], votedAt = noon) => ({
      ...{ channelId: room.id, readerId, articleId, value, tags, votedAt },
    });

    it("count once a reader and article, by tag in any spelling, and can be taken back", async () => {
      const store = await open();
      await store.castVote(vote("a", "1", -1, ["棒球", "高雄"]));
      await store.castVote(vote("a", "1", 1, ["棒球", "高雄"]));
      await store.castVote(vote("b", "1", 1, ["棒球"]));
      await store.castVote(vote("b", "2", -1, ["高雄", "台灣"]));
      await store.castVote(vote("c", "2", -1, ["臺灣"]));
      await store.castVote(vote("c", "3", -1, ["棒球"], noon - 1));
      const weights = await store.tagWeights(room.id, noon);
      expect(new Map(weights.map(({ tag, weight }) => [tagKey(tag), weight]))).toEqual(
        new Map([
          [tagKey("臺灣"), -2],
          ["棒球", 2],
        ]),
      );
      expect(await store.dropVotes(room.id)).toBe(5);
      expect(await store.tagWeights(room.id, 0)).toEqual([]);
    });

    it("bring more of a subject to the front of an edition, and less of it to its end", async () => {
      const store = await open();
      await store.saveChannel(room);
      await store.archive([
        anEntry("ball", { tags: ["棒球"], publishedAt: noon - 1 }),
        anEntry("law", { tags: ["立法院"], publishedAt: noon - 2 }),
        anEntry("rain", { tags: ["天氣"], publishedAt: noon - 3 }),
      ]);
      const order = async () => (await selectForRoom(store)).cards.map(({ articleId }) => articleId);
      expect(await order()).toEqual(["id-ball", "id-law", "id-rain"]);
      await store.castVote(vote("a", "x", -1, ["棒球"]));
      await store.castVote(vote("a", "y", 1, ["天氣"]));
      expect(await order()).toEqual(["id-rain", "id-law", "id-ball"]);
    });
  });

  describe("a channel's settings", () => {
    const settings: ChannelSettings = {
      ...{ locale: "ja", timeZone: "Asia/Tokyo", quietHours: { from: 1320, until: 420 }, look: "compact" },
      ...{ template: "{headline}", place: { kind: "forum", tags: ["1"] } },
    };

    it("come out as they went in, and replaced as a whole", async () => {
      const store = await open();
      await store.saveChannelSettings(room.id, settings);
      expect(await store.channelSettings([room.id, "web:other"])).toEqual(new Map([[room.id, settings]]));
      await store.saveChannelSettings(room.id, unsetChannel);
      expect(await store.channelSettings([room.id])).toEqual(new Map([[room.id, unsetChannel]]));
      expect(await store.channelSettings([])).toEqual(new Map());
    });

    it("of a forum whose tags could not be named yet have none", async () => {
      const store = await open();
      const place = { kind: "forum", tagIds: [] } as unknown as Place;
      await store.saveChannelSettings(room.id, { ...settings, place });
      expect((await store.channelSettings([room.id])).get(room.id)?.place).toEqual({ kind: "forum", tags: [] });
    });

    it("its language stays whatever language somebody there speaks, and a delivery is told all of them", async () => {
      const store = await open();
      await store.saveChannel(room);
      await store.saveChannelSettings(room.id, settings);
      await store.saveChannel({ ...room, locale: "ko" });
      expect((await store.findChannel(room.id))?.locale).toBe("ja");
      await store.addSubscription(aSubscription("daily"));
      await store.archive([anEntry("a")]);
      await publishSelected(store, "edition", "daily");
      const [delivery] = await store.claimDeliveries(noon, hour, 1);
      expect([delivery?.settings, delivery?.channel.locale]).toEqual([settings, "ja"]);
    });

    it("lack a line that the server has: a delivery and a digest that is to be changed are told that one", async () => {
      const store = await open();
      await store.saveChannel({ ...room, server: "5" });
      await store.saveChannelSettings("web/5", { ...unsetChannel, template: "{headline} · {source}" });
      await store.addSubscription(aSubscription("daily"));
      await store.archive([anEntry("a")]);
      await publishSelected(store, "edition", "daily");
      const inherited = { ...unsetChannel, template: "{headline} · {source}" };
      const [delivery] = await store.claimDeliveries(noon, hour, 1);
      expect(delivery?.settings).toEqual(inherited);
      const posted = { look: "compact", messages: [{ address: "7", id: "100" }] } as const;
      await store.settleDelivery("delivery-of-edition", { state: "delivered", at: noon, posted });
      await store.reviseEditions(delivery === undefined ? [] : [delivery.edition], noon);
      expect(await store.dueRevisions(noon, 1)).toMatchObject([{ settings: inherited }]);
      await store.saveChannelSettings(room.id, settings);
      expect(await store.dueRevisions(noon, 1)).toMatchObject([{ settings }]);
    });
  });

  it("a subscription is changed in its place, unless it has ended", async () => {
    const store = await open();
    await store.saveChannel(room);
    await store.addSubscription(aSubscription("daily"));
    const changed = aSubscription("daily", { look: "full", schedule: { kind: "hourly" }, dueAt: noon + hour });
    expect(await store.changeSubscription(changed)).toBe(true);
    expect(await store.subscriptionsOf(room.id)).toEqual([changed]);
    expect(await store.changeSubscription(aSubscription("gone"))).toBe(false);
  });
}
