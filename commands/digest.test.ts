import { afterEach, beforeEach, expect, it } from "vitest";
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
  expect((await chat.ask("/digest someday")).text).toContain("7d");
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
