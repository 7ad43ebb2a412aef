import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createUnchanged } from "../src/adapters/summarizers/unchanged.ts";
import { publishDueEditions } from "../src/deliver/publish.ts";
import { locales } from "../src/records/channel.ts";
import type { Asker } from "../src/records/question.ts";
import { nextDueAfter } from "../src/schedule.ts";
import { type Chat, hourMs, openChat } from "../test/fakes/chat.ts";

let chat: Chat;
const reader: Asker = { id: "U7", name: "讀者", mayManage: true };
const asker = reader;

beforeEach(async () => {
  chat = await openChat();
  await chat.archive("高雄推動智慧城市", "台北下雨");
});

afterEach(() => chat.close());

const value = (fields: readonly { readonly name: string; readonly value: string }[], name: string) =>
  fields.find((field) => field.name === name)?.value;

it("tells what is stored of the asker, and of nobody else", async () => {
  await chat.ask("/save 高雄推動智慧城市", { asker });
  const vote = { channelId: "web:room", articleId: "a", tags: ["高雄"], value: 1, votedAt: chat.clock.now() } as const;
  await chat.store.castVote({ ...vote, readerId: "web:U7" });
  await chat.ask("/subscribe 高雄 daily 08:00", { asker });
  const { fields, isPrivate } = await chat.ask("/privacy", { asker });
  expect(isPrivate).toBe(true);
  expect(value(fields, "Your identifier")).toBe("U7");
  expect(value(fields, "Saved stories")).toBe("1");
  expect(value(fields, "Votes for more or less")).toBe("1");
  expect(value(fields, "Subscriptions you made")).toBe("1 · 高雄");
  expect(value((await chat.ask("/privacy")).fields, "Saved stories")).toBe("0");
});

it("tells what was set for the asker's own chat, and how much was sent to it", async () => {
  const alone: Asker = { id: "room", name: "", mayManage: true };
  expect((await chat.ask("/privacy", { asker: alone })).fields.map(({ name }) => name)).not.toContain(
    "Digests sent to this chat",
  );
  await chat.ask("/settings quiet 22:00-07:00", { asker: alone });
  await chat.ask("/subscribe 高雄 daily 13:00", { asker: alone });
  chat.clock.advance(hourMs);
  await publishDueEditions({ ...chat, newId: randomUUID, nextDueAfter, rewriter: createUnchanged() });
  for (const { id } of await chat.store.claimDeliveries(chat.clock.now(), 1000, 5))
    await chat.store.settleDelivery(id, { state: "delivered", at: chat.clock.now() });
  const { fields } = await chat.ask("/privacy", { asker: alone });
  expect(value(fields, "Settings of this chat")).toBe("Quiet hours 22:00–07:00");
  expect(value(fields, "Digests sent to this chat")).toBe("1 · stories in them: 1 · the last on May 1, 13:00");
  const copy = JSON.parse((await chat.ask("/privacy copy", { asker: alone })).text);
  expect(copy).toMatchObject({
    settings: { quietHours: { from: 1320, until: 420 } },
    sent: { editions: 1, stories: 1 },
  });
});

it("gives a copy that is one JSON document over its pages", async () => {
  await chat.archive(
    ...Array.from({ length: 30 }, (_, index) => `第${index}則「港口」\\新聞，標題很長很長很長很長很長`),
  );
  const { hits } = await chat.store.search({ clauses: [], without: [], after: null, before: null }, 40, 0);
  for (const { id } of hits) await chat.ask(`/save ${id}`, { asker });
  const pages: string[] = [];
  let next = "/privacy copy";
  while (next !== "") {
    const { text, choices } = await chat.ask(next, { asker });
    expect(text.length).toBeLessThanOrEqual(2000);
    pages.push(text);
    next = choices.find(({ label }) => label === "More")?.text ?? "";
  }
  expect(pages.length).toBeGreaterThan(2);
  const copy = JSON.parse(pages.join("\n"));
  expect(copy.saved).toHaveLength(hits.length);
  expect(copy).toMatchObject({ language: "en", votes: [], subscriptions: [] });
});

it("erases all after one question, and says so", async () => {
  await chat.ask("/save 高雄推動智慧城市", { asker });
  await chat.ask("/subscribe 高雄 daily 08:00", { asker });
  const question = await chat.ask("/forget-me", { asker });
  expect(question.text).toContain("saved stories (1)");
  expect(question.text).toContain("that they are yours is forgotten");
  expect((await chat.ask("/saved", { asker })).cards).toHaveLength(1);
  const [confirm] = question.choices;
  expect((await chat.ask(confirm?.text ?? "", { asker })).text).toContain("Erased");
  expect((await chat.ask("/saved", { asker })).cards).toEqual([]);
  expect((await chat.ask("/forget-me", { asker })).text).toBe("Nothing is stored about you.");
});

it("keeps a LINE group out of it, and ends the chat with its reader's data", async () => {
  const chatOf = (address: string) => ({ id: `line:${address}`, platform: "line", address, locale: "zh-TW" }) as const;
  const say = (address: string, text: string) =>
    chat.answer({ channel: chatOf(address), asker, ask: { form: "text", text } });
  for (const text of ["/隱私", "/刪除我的資料", "/刪除我的資料 confirm:yes"])
    expect((await say("C9", text)).text).toContain("一對一");
  await say("U7", "/訂閱 高雄 每天 8:00");
  expect((await say("U7", "/隱私")).text).toContain("30 天");
  const { text, choices } = await say("U7", "/刪除我的資料");
  expect(text).toContain("這個聊天室的訂閱會結束");
  expect((await say("U7", choices[0]?.text ?? "")).text).toContain("已刪除");
  expect(await chat.store.subscriptionsOf("line:U7")).toEqual([]);
});

it.each(locales)("in %s each of its choices is a command that works", async (locale) => {
  await chat.ask("/save 台北下雨", { asker, locale });
  for (const command of ["/privacy", "/forget-me"])
    for (const { text } of (await chat.ask(command, { asker, locale })).choices)
      expect((await chat.ask(text, { asker, locale })).isPrivate).toBe(true);
});
