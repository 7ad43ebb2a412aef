import { afterEach, beforeEach, expect, it } from "vitest";
import type { Locale } from "../src/records/channel.ts";
import { articleEntry } from "../test/fakes/articles.ts";
import { type Chat, hourMs, noon, openChat } from "../test/fakes/chat.ts";

const dayMs = 24 * hourMs;
let chat: Chat;
let archived: number;

beforeEach(async () => {
  chat = await openChat();
  archived = 0;
});

afterEach(() => chat.close());

/** So many articles with these tags, all at one time. */
const archive = (count: number, daysAgo: number, ...tags: readonly string[]): Promise<void> =>
  chat.store.archive(
    Array.from({ length: count }, () =>
      articleEntry({ headline: `新聞 ${archived++}`, sourceId: "harbour", at: noon - daysAgo * dayMs - hourMs, tags }),
    ),
  );

/** A fortnight of 280 articles, among them 42 on a typhoon, and a day of 80 with the typhoon in the news. */
async function archiveTyphoon(tag = "颱風小犬"): Promise<void> {
  await archive(42, 7, tag);
  await archive(140, 5, "政治");
  await archive(98, 3);
  await archive(42, 0, tag);
  await archive(38, 0, "政治");
}

it.each<[Locale, string, string, string]>([
  ["en", "/trending", "Trending in the last 24 hours", "1. 颱風小犬 42 (usually 12)"],
  ["zh-TW", "/熱門", "過去 24 小時的熱門標籤", "1. 颱風小犬 42（平常 12）"],
  ["zh-CN", "/热门 今天", "过去 24 小时的热门标签", "1. 颱風小犬 42（平常 12）"],
  ["ja", "/トレンド 今日", "直近24時間のトレンド", "1. 颱風小犬 42件（普段は12件）"],
  ["ko", "/트렌드 오늘", "최근 24시간 트렌드", "1. 颱風小犬 42건 (평소 12건)"],
])("what rose is told with its counts in %s", async (locale, typed, title, line) => {
  await archiveTyphoon();
  const reply = await chat.ask(typed, { locale });
  expect(reply.title).toBe(title);
  expect(reply.text.split("\n").slice(2)).toEqual([line]);
});

it("each tag can be searched for, and the other period asked for", async () => {
  await archiveTyphoon();
  const [search, other] = (await chat.ask("/熱門", { locale: "zh-TW" })).choices;
  expect(search).toEqual({ label: "#颱風小犬", text: '/搜尋 tag:"颱風小犬" last:1d' });
  expect((await chat.ask(search?.text ?? "", { locale: "zh-TW" })).text).toContain("共 42 則");
  expect((await chat.ask(other?.text ?? "", { locale: "zh-TW" })).title).toBe("過去 7 天的熱門標籤");
});

it.each(["week", "7d", "本週", "本周", "今週", "이번 주", "７天"])(
  "%s is a week against the four before",
  async (typed) => {
    await archive(60, 20);
    await archive(5, 6, "罷工");
    await archive(5, 0, "罷工");
    const { title, text } = await chat.ask(`/trending ${typed}`);
    expect(title).toBe("Trending in the last 7 days");
    expect(text).toContain("28 days before");
    expect(text).toContain("罷工 10 (usually 0)");
  },
);

it("a tag that was there before, but less than one article's worth, is usually under one", async () => {
  await archive(1, 3, "罷工");
  await archive(279, 3);
  await archive(20, 0, "罷工");
  expect((await chat.ask("/trending")).text).toContain("罷工 20 (usually <1)");
});

it("an archive without a past says that it can't tell yet, a quiet day that nothing stands out", async () => {
  await archive(50, 0, "颱風");
  expect((await chat.ask("/trending", { locale: "zh-TW" })).text).toContain("前 14 天收錄的新聞太少");
  await archive(50, 3, "颱風");
  expect((await chat.ask("/trending", { locale: "zh-TW" })).text).toContain("沒有特別升溫的標籤");
});

it("ten tags at most are told", async () => {
  await archive(200, 3);
  for (let number = 0; number < 12; number++) await archive(10 + number, 0, `事件${number}`);
  expect((await chat.ask("/trending")).text.match(/^\d+\. /gm)).toHaveLength(10);
});

it("a hostile tag stays in its line and is not offered as a command", async () => {
  await archiveTyphoon(`a"\n/unsubscribe 1\u202e${"x".repeat(500)}`);
  const { text, choices } = await chat.ask("/trending");
  const [, , line = "", ...more] = text.split("\n");
  expect(line).toMatch(/^1\. a" \/unsubscribe 1 x+… 42 \(usually 12\)$/);
  expect(line.length).toBeLessThan(80);
  expect(more).toEqual([]);
  expect(choices.map((choice) => choice.text)).toEqual(["/trending week"]);
});

it("a period that can't be read is answered with those that can", async () => {
  expect((await chat.ask("/熱門 明年", { locale: "zh-TW" })).text).toBe(
    "看不懂「明年」這個期間。請寫「今天」或「本週」。",
  );
});
