import { afterEach, beforeEach, expect, it } from "vitest";
import { articleEntry } from "../test/fakes/articles.ts";
import { type Chat, noon, openChat } from "../test/fakes/chat.ts";

let chat: Chat;

beforeEach(async () => {
  chat = await openChat();
});

afterEach(() => chat.close());

it("a story is opened with its lede, its tags, who reports it and what to do with it", async () => {
  const at = (headline: string, sourceId: string, minutes: number) =>
    articleEntry({ headline, sourceId, at: noon - minutes * 60_000, tags: ["交通"], storyId: "bridge" });
  await chat.store.archive([at("高雄新橋通車", "harbour", 30), at("New bridge opens", "island", 20)]);
  const { cards, fields, choices } = await chat.ask("/詳情 高雄新橋", { locale: "zh-TW" });
  expect(cards).toMatchObject([{ headline: "高雄新橋通車", tags: ["交通"] }]);
  expect(fields).toEqual([{ name: "報導", value: "2 · 港都日報、Island Times" }]);
  expect(choices.map(({ label }) => label)).toEqual(["收藏", "總結", "為什麼", "多看這類", "少看這類"]);
  expect((await chat.ask(choices[0]?.text ?? "", { locale: "zh-TW" })).title).toBe("已收藏");
});

it("a story of one report says nothing of others, and one of several that may be meant is asked for", async () => {
  await chat.archive("Ferry late", "Ferry early");
  expect((await chat.ask("/story ferry late")).fields).toEqual([]);
  const { text, choices } = await chat.ask("/open ferry");
  expect(text).toBe("Which one do you mean?");
  expect((await chat.ask(choices[0]?.text ?? "")).cards).toMatchObject([{ headline: "Ferry late" }]);
});

it("a story that was removed is said to be gone", async () => {
  const { text, cards } = await chat.ask("/story 0b5f3a52-8a0a-4a3f-9d0e-0d6b0c2b7f11");
  expect(cards).toEqual([]);
  expect(text).toMatch(/no longer|not|no /i);
});
