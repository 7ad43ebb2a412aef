import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createUnchanged } from "../src/adapters/summarizers/unchanged.ts";
import { publishDueEditions } from "../src/deliver/publish.ts";
import { restText } from "../src/language/rest-text.ts";
import { nextDueAfter } from "../src/schedule.ts";
import { articleEntry } from "../test/fakes/articles.ts";
import { type Chat, hourMs, noon, openChat } from "../test/fakes/chat.ts";

let chat: Chat;

beforeEach(async () => {
  chat = await openChat();
});

afterEach(() => chat.close());

it("digest shows the last day, or as far back as asked", async () => {
  const old = articleEntry({ headline: "Last week's storm", sourceId: "island", at: noon - 5 * 24 * hourMs });
  await chat.store.archive([old]);
  await chat.archive("高雄推動智慧城市");
  expect((await chat.ask("/digest")).cards.map(({ headline }) => headline)).toEqual(["高雄推動智慧城市"]);
  expect((await chat.ask("/摘要 7天", { locale: "zh-TW" })).cards).toHaveLength(2);
  expect((await chat.ask("/สรุป", { locale: "th" })).cards).toHaveLength(1);
  expect((await chat.ask("/digest someday")).text).toContain("7d");
});

it("a digest shows ten stories a page, and what is behind the last page says so", async () => {
  await chat.archive(
    ...Array.from({ length: 13 }, (_, index) => `港都新聞第${index}件${"甲乙丙丁戊己庚辛壬癸子丑寅"[index]}`),
  );
  const first = await chat.ask("/digest 7d");
  expect(first.choices).toEqual([{ label: "More", text: "/digest 7d page:2" }]);
  const second = await chat.ask("/digest 7d page:2");
  expect(second.choices).toEqual([{ label: "Back", text: "/digest 7d page:1" }]);
  expect([first.cards.length, second.cards.length, second.footer]).toEqual([10, 3, ""]);
  expect(new Set([...first.cards, ...second.cards].map(({ storyId }) => storyId)).size).toBe(13);
  expect((await chat.ask("/digest page:9")).text).toContain("nothing on this page");
});

it("a digest that is asked for again shows the same stories: it takes nothing from the subscription's", async () => {
  await chat.archive("高雄推動智慧城市");
  expect((await chat.ask("/digest")).cards).toEqual((await chat.ask("/digest")).cards);
});

it("an archive that was only just filled with old posts has a digest too, which says so", async () => {
  const entry = articleEntry({ headline: "Old post", sourceId: "island", at: noon - 300 * 24 * hourMs });
  await chat.store.archive([{ ...entry, article: { ...entry.article, collectedAt: noon - hourMs } }]);
  const reply = await chat.ask("/digest");
  expect(reply.cards.map(({ headline }) => headline)).toEqual(["Old post"]);
  expect(reply.text).toContain("come into the archive");
});

it("the rest of an edition is what its message had no room for, and then what its subscription found beyond it", async () => {
  await chat.ask("/subscribe harbour daily 13:00");
  await chat.ask("/subscribe kind daily 13:00");
  chat.clock.advance(1000);
  const headlines = Array.from(
    { length: 22 },
    (_, index) => `Harbour story number ${index} of ${"xyzuvwklmnopqrstabcdef"[index]}`,
  );
  await chat.archive(...headlines, "Nothing of that kind");
  chat.clock.advance(hourMs);
  const rewriter = createUnchanged();
  await publishDueEditions({ ...chat, newId: randomUUID, nextDueAfter, rewriter });
  const deliveries = await chat.store.claimDeliveries(chat.clock.now(), 1000, 2);
  const [edition, other] = deliveries.map((delivery) => delivery.edition).toSorted((a, b) => b.total - a.total);
  if (!edition || !other) throw new Error("two editions");
  expect(other.publishedAt).toBe(edition.publishedAt);
  expect([edition.cards.length, edition.total]).toEqual([10, 22]);
  const first = await chat.ask(restText(edition, 7));
  const second = await chat.ask(first.choices[0]?.text ?? "");
  expect(first.cards.slice(0, 3)).toEqual(edition.cards.slice(7));
  expect([first.cards.length, second.cards.length, second.choices.length]).toEqual([10, 5, 1]);
  expect((await chat.ask(second.choices[0]?.text ?? "")).cards).toEqual(first.cards);
  const all = [...edition.cards.slice(0, 7), ...first.cards, ...second.cards];
  expect(all.map(({ headline }) => headline).toSorted()).toEqual(headlines.toSorted());
  expect((await chat.ask(restText(edition, 22))).text).toContain("all of this digest");
  expect((await chat.ask(restText(other, 0))).cards).toEqual(other.cards);
  // A button of an older chat.
  expect((await chat.ask(`/digest rest:${edition.id}:7`)).cards).toEqual(first.cards);
  expect((await chat.ask(`/digest rest:${randomUUID()}:10`)).text).toContain("not kept any more");
});

it("the rest of an edition is found by a button from before its stories were revised", async () => {
  await chat.ask("/subscribe harbour daily 13:00");
  await chat.archive("Harbour opens", "Harbour closes");
  chat.clock.advance(hourMs);
  await publishDueEditions({ ...chat, newId: randomUUID, nextDueAfter, rewriter: createUnchanged() });
  const [delivery] = await chat.store.claimDeliveries(chat.clock.now(), 1000, 1);
  const { publishedAt, cards } = delivery?.edition ?? { publishedAt: 0, cards: [] };
  const pressed = async (shown: typeof cards) => (await chat.ask(restText({ publishedAt, cards: shown }, 0))).cards;
  expect(await pressed(cards.toReversed())).toEqual(cards);
  expect(await pressed(cards.map((card) => ({ ...card, storyId: "merged" })))).toEqual(cards);
});
