// What every store must hold to for what is known of a person, and for its end.
import { describe, expect, it } from "vitest";
import { keysOf } from "../../src/ports/cache.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Channel } from "../../src/records/channel.ts";
import { unsetChannel } from "../../src/records/channel-settings.ts";
import { anEntry, aSubscription, hour, noon, publishSelected, room } from "./store-fixtures.ts";

const reader = "line:U7";
const chat: Channel = { id: reader, platform: "line", address: "U7", locale: "zh-TW" };
const group: Channel = { id: "line:C9", platform: "line", address: "C9", locale: "zh-TW" };

/** `open` gives a store of its own to each test. */
export function describePrivacy(open: () => Promise<Store>): void {
  /** U7 and U8 on LINE, and U7 in a room: each has ordered, saved and voted, and been sent an edition. */
  const inhabited = async () => {
    const store = await open();
    await store.archive([anEntry("一")]);
    const card = await store.findCard("id-一");
    if (card === null) throw new Error("no card");
    for (const channel of [chat, group, room]) await store.saveChannel(channel);
    for (const [id, channelId, creatorId] of [
      ["own", chat.id, "U7"],
      ["ours", group.id, "U7"],
      ["theirs", group.id, "U8"],
      ["other platform's", room.id, "U7"],
    ] as const) {
      await store.addSubscription(aSubscription(id, { channelId, creatorId }));
    }
    for (const id of ["own", "ours"]) await publishSelected(store, id, id);
    await store.settleDelivery("delivery-of-own", { state: "delivered", at: noon });
    for (const readerId of [reader, "line:U8"]) {
      await store.saveCard(readerId, card, noon);
      await store.castVote({
        ...{ channelId: group.id, readerId, articleId: "id-一", value: 1, tags: ["高雄"], votedAt: noon },
      });
    }
    return store;
  };

  describe("privacy", () => {
    it("what is known of a reader is told whole, and nothing of anybody else", async () => {
      const store = await inhabited();
      const settings = { ...unsetChannel, look: "list" } as const;
      await store.saveChannelSettings(chat.id, settings);
      const { saved, votes, subscriptions, ...known } = await store.personalData(reader);
      expect(known).toEqual({ chat: { settings, sent: { editions: 1, stories: 1, latestAt: noon } } });
      expect(saved).toMatchObject([{ at: noon, card: { articleId: "id-一" } }]);
      expect(votes).toEqual([{ at: noon, channelId: group.id, articleId: "id-一", value: 1 }]);
      expect(subscriptions.map(({ id }) => id).toSorted()).toEqual(["ours", "own"]);
      expect(await store.personalData("line:U9")).toEqual({ saved: [], votes: [], subscriptions: [], chat: null });
    });

    it("a reader who is erased leaves nothing behind, and others keep theirs", async () => {
      const store = await inhabited();
      await store.noteParting(reader, noon);
      const remembered = [`${keysOf(reader)}name`, `added:${keysOf(reader)}told`, `${keysOf("line:U77")}name`];
      for (const key of remembered) await store.writeCache(key, "小明", null);
      await store.eraseReader(reader);
      const left = await Promise.all(remembered.map((key) => store.readCache(key)));
      expect(left).toEqual([undefined, undefined, "小明"]);
      expect(await store.personalData(reader)).toEqual({ saved: [], votes: [], subscriptions: [], chat: null });
      expect(await store.findChannel(chat.id)).toBeNull();
      expect(await store.deliveredEditions(chat.id, 5)).toEqual([]);
      expect(await store.partedBefore(noon + hour, 5)).toEqual([]);
      expect((await store.subscriptionsOf(group.id)).map(({ creatorId }) => creatorId).toSorted()).toEqual([
        "U8",
        null,
      ]);
      expect((await store.personalData("line:U8")).votes).toHaveLength(1);
      expect(await store.tagWeights(group.id, 0)).toMatchObject([{ weight: 1 }]);
      expect(await store.subscriptionsOf(room.id)).toMatchObject([{ creatorId: "U7" }]);
      // What waits for the group is the group's.
      expect(await store.claimDeliveries(noon, hour, 5)).toMatchObject([{ id: "delivery-of-ours" }]);
      await store.eraseReader(reader);
    });

    it("a group that is erased takes its orders, its history and its votes with it", async () => {
      const store = await inhabited();
      await store.eraseReader(group.id);
      expect(await store.findChannel(group.id)).toBeNull();
      expect(await store.tagWeights(group.id, 0)).toEqual([]);
      expect(await store.claimDeliveries(noon, hour, 5)).toEqual([]);
      expect((await store.personalData(reader)).saved).toHaveLength(1);
    });

    it("whoever parted is listed until the return, the longest parted first", async () => {
      const store = await open();
      for (const [index, id] of [chat.id, group.id, "line:U8"].entries()) await store.noteParting(id, noon - index);
      await store.noteParting("line:U8", noon + 5);
      await store.noteReturn(chat.id);
      expect(await store.partedBefore(noon, 5)).toEqual([group.id]);
      expect(await store.partedBefore(noon + hour, 5)).toEqual([group.id, "line:U8"]);
      expect(await store.partedBefore(noon + hour, 1)).toEqual([group.id]);
    });
  });
}
