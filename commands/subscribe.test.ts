import { afterEach, beforeEach, expect, it } from "vitest";
import { type Chat, channelOf, hourMs, noon, openChat } from "../test/fakes/chat.ts";

let chat: Chat;

beforeEach(async () => {
  chat = await openChat();
});

afterEach(() => chat.close());

it.each([
  ["/subscribe 高雄 tag:政治 daily 08:00", "daily"],
  ["訂閱 高雄 tag:政治 每天 8點", "daily"],
  ["/訂閱高雄 tag:政治 每天早上8點", "daily"],
  ["購読 高雄 tag:政治 毎日 8時", "daily"],
  ["구독 高雄 tag:政治 매일 8시", "daily"],
  ["/subscribe 高雄 tag:政治", "daily"],
  ["/subscribe 高雄 tag:政治 0 8 * * *", "cron"],
])("%s is kept as what and when", async (text, kind) => {
  await chat.ask(text);
  const [subscription] = await chat.store.subscriptionsOf("web:room");
  expect(subscription).toMatchObject({
    filter: { words: "高雄", tags: ["政治"], sources: [] },
    schedule: { kind },
    timeZone: "Asia/Taipei",

    dueAt: Date.parse("2024-05-02T00:00:00Z"),
    coveredUntil: noon - 24 * hourMs,
  });
});

it("confirms what, when and the first edition's time in the zone", async () => {
  const reply = await chat.ask("/subscribe source:港都日報 每週一 8點半 Asia/Tokyo", { locale: "zh-TW" });
  expect(reply.fields.map(({ value }) => value.replaceAll(/\s/g, " "))).toEqual([
    "港都日報",
    "每週一 08:30（Asia/Tokyo）",
    "5/6 08:30（Asia/Tokyo）",
  ]);
});

it("a running subscription begins with what comes next", async () => {
  await chat.ask("/subscribe everything now");
  const [subscription] = await chat.store.subscriptionsOf("web:room");
  expect(subscription).toMatchObject({ coveredUntil: noon, dueAt: noon + 60_000 });
});

it("the channel is kept only once it subscribes", async () => {
  await chat.ask("/subscribe");
  await chat.ask("/search 高雄");
  expect(await chat.store.findChannel("web:room")).toBeNull();
  await chat.ask("/subscribe everything now");
  expect(await chat.store.findChannel("web:room")).toEqual(channelOf("en"));
});

it.each([
  ["/subscribe 高雄 每天 25點", "weekly mon 08:00"],
  ["/subscribe 高雄 daily 8:00 tz:Mars/Olympus", "Asia/Taipei"],
  ["/subscribe 高雄 0 0 30 2 *", "0 8 1 * *"],
  ["/subscribe 高雄 cron 61 * * * *", "0 8 * * 1-5"],
  ['/subscribe "高雄 daily 08:00', '"'],
  ["/subscribe source:Reuters daily 08:00", "港都日報"],
  ["/subscribe 高雄 before:2024-01-01 daily 08:00", "has passed"],
])("%s is refused with how to write it, and nothing is kept", async (text, advice) => {
  const reply = await chat.ask(text);
  expect(reply.text).toContain(advice);
  expect(reply.isPrivate).toBe(true);
  expect(await chat.store.subscriptionsOf("web:room")).toEqual([]);
});

it("the same order twice is refused, with its number in the list", async () => {
  await chat.ask("/subscribe 高雄 daily 08:00");
  expect((await chat.ask("/訂閱 高雄 每天 8點")).text).toContain("number 1");
  expect(await chat.store.subscriptionsOf("web:room")).toHaveLength(1);
});

it("a channel has twenty subscriptions at most", async () => {
  for (let hour = 0; hour < 20; hour++) await chat.ask(`/subscribe 高雄 daily ${hour}:30`);
  expect((await chat.ask("/subscribe 台北 now")).text).toContain("20 subscriptions at most");
  expect(await chat.store.subscriptionsOf("web:room")).toHaveLength(20);
});
