import { afterEach, beforeEach, expect, it } from "vitest";
import { type Chat, openChat } from "../test/fakes/chat.ts";

let chat: Chat;

beforeEach(async () => {
  chat = await openChat();
});

afterEach(() => chat.close());

const subscribeTwice = async () => {
  await chat.ask("/subscribe 高雄 daily 08:00");
  chat.clock.advance(1000);
  await chat.ask("/subscribe 台北 hourly");
};
const remaining = async () => (await chat.store.subscriptionsOf("web:room")).map(({ filter }) => filter.words);

it("the number is the list's", async () => {
  await subscribeTwice();
  expect((await chat.ask("/subscriptions")).fields.map(({ name }) => name)).toEqual(["1. 高雄", "2. 台北"]);
  const reply = await chat.ask("/取消訂閱 第２個", { locale: "zh-TW" });
  expect(reply.fields[0]?.name).toBe("2. 台北");
  expect(await remaining()).toEqual(["高雄"]);
});

it("the only subscription needs no number", async () => {
  await chat.ask("/subscribe 高雄 daily 08:00");
  await chat.ask("退訂");
  expect(await remaining()).toEqual([]);
});

it("of several one must be named; until then nothing ends", async () => {
  await subscribeTwice();
  const reply = await chat.ask("/unsubscribe");
  expect(reply.choices.map(({ text }) => text)).toEqual(["/unsubscribe 1", "/unsubscribe 2", "/unsubscribe All"]);
  expect(await remaining()).toHaveLength(2);
  expect((await chat.ask("/unsubscribe 3")).text).toContain("from 1 to 2");
  await chat.ask("/unsubscribe All");
  expect(await remaining()).toEqual([]);
});

it("with nothing to end it says how to begin", async () => {
  expect((await chat.ask("/unsubscribe")).text).toContain("/subscribe");
});
