// What every store must hold to for editions that share a selection.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WantedStories } from "../../src/ports/selection-store.ts";
import type { Store } from "../../src/ports/store.ts";
import { anEntry, aQuery, aSubscription, hour, nextDay, noon } from "./store-fixtures.ts";

const tags = ["高雄", "棒球", "天氣", "立法院"];
// More than are judged one by one, so that what was shown makes room for some that nobody looked at yet.
const storyCount = 130;

/** What a channel was shown, by the number of the story, and what its readers voted for. */
interface Past {
  readonly shown: readonly number[];
  readonly votes: readonly { readonly tag: string; readonly value: 1 | -1 }[];
}

const story = fc.nat({ max: storyCount - 1 });
const past: fc.Arbitrary<Past> = fc.record({
  shown: fc.oneof(
    fc.constant([]),
    fc.uniqueArray(story, { maxLength: 10 }),
    fc.uniqueArray(story, { minLength: 60, maxLength: storyCount }),
  ),
  votes: fc.array(fc.record({ tag: fc.constantFrom(...tags), value: fc.constantFrom<(1 | -1)[]>(1, -1) }), {
    maxLength: 3,
  }),
});

const everything: WantedStories = {
  query: aQuery(""),
  from: noon - 24 * hour,
  until: noon,
  order: "best",
  limit: 10,
};
const searches: readonly WantedStories[] = [
  everything,
  { ...everything, query: aQuery("tag:棒球") },
  { ...everything, order: "oldest" },
];

async function archiveStories(store: Store): Promise<void> {
  const numbers = Array.from({ length: storyCount }, (_, index) => index);
  await store.archive(
    numbers.map((index) =>
      anEntry(String(index), {
        tags: [tags[index % 4] ?? "", tags[(index * 7) % 3] ?? ""],
        publishedAt: noon - index * 60_000,
        collectedAt: noon - (index % 5) * 60_000,
      }),
    ),
  );
  const reported = numbers.filter((index) => index % 6 === 0);
  await store.archive(
    reported.map((index) => anEntry(`${index}-too`, { storyId: `story-${index}`, sourceId: "pts", tags: ["棒球"] })),
  );
}

async function giveAPast(store: Store, channelId: string, { shown, votes }: Past): Promise<void> {
  await store.saveChannel({ id: channelId, platform: "web", address: channelId, locale: "zh-TW" });
  await store.addSubscription(aSubscription(channelId, { channelId }));
  const storyIds = new Set(shown.map((index) => `story-${index}`));
  const { forAnyone } = await store.openSelection({ ...everything, order: "oldest", limit: storyCount });
  const cards = forAnyone.cards.filter(({ storyId }) => storyIds.has(storyId));
  await store.publishEdition(
    {
      ...{ id: `edition-${channelId}`, subscriptionId: channelId, publishedAt: noon, timeZone: "Asia/Taipei" },
      ...{ from: noon - 24 * hour, until: noon, cards, total: cards.length },
    },
    `delivery-${channelId}`,
    noon,
    nextDay(channelId),
  );
  for (const [index, { tag, value }] of votes.entries())
    await store.castVote({
      ...{ channelId, readerId: `reader-${index}`, articleId: `id-${index}`, value, tags: [tag], votedAt: noon - 1 },
    });
}

/** `open` gives a store of its own to each test. */
export function describeSelections(open: () => Promise<Store>): void {
  describe("a selection for many channels", () => {
    it("gives each what it would get alone, whatever it was shown and voted for", { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(past, { minLength: 12, maxLength: 12 }), async (pasts) => {
          const store = await open();
          await archiveStories(store);
          for (const [index, each] of pasts.entries()) await giveAPast(store, `channel-${index}`, each);
          for (const wanted of searches) {
            const shared = await store.openSelection(wanted);
            for (const [index, { shown }] of pasts.entries()) {
              const alone = await store.openSelection(wanted);
              const got = await shared.forChannel(`channel-${index}`);
              expect(got).toEqual(await alone.forChannel(`channel-${index}`));
              const shownIds = new Set(shown.map((number) => `story-${number}`));
              expect(got.cards.filter(({ storyId }) => shownIds.has(storyId))).toEqual([]);
              expect(got.cards).toHaveLength(Math.min(got.total, 10));
              if (wanted !== searches[1]) expect(got.total).toBe(storyCount - shown.length);
            }
          }
        }),
        // A test has one store.
        { numRuns: 1, endOnFailure: true },
      );
    });

    it("leaves out what the channel was sent since it was opened", async () => {
      const store = await open();
      await store.archive([anEntry("a"), anEntry("b")]);
      const selection = await store.openSelection(everything);
      await giveAPast(store, "channel", { shown: [], votes: [] });
      expect((await selection.forChannel("channel")).total).toBe(2);
      await store.addSubscription(aSubscription("other", { channelId: "channel" }));
      const [card] = selection.forAnyone.cards;
      await store.publishEdition(
        {
          ...{ id: "second", subscriptionId: "other", publishedAt: noon, timeZone: "Asia/Taipei" },
          ...{ from: noon - 24 * hour, until: noon, cards: card ? [card] : [], total: 1 },
        },
        "delivery-second",
        noon,
        nextDay("other"),
      );
      const { cards, total } = await selection.forChannel("channel");
      expect(total).toBe(1);
      expect(cards).toEqual([selection.forAnyone.cards[1]]);
    });
  });
}
