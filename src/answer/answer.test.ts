import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { search } from "../../commands/search.ts";
import { type Chat, channelOf, openChat, owner } from "../../test/fakes/chat.ts";
import { locales } from "../records/channel.ts";
import type { Asker } from "../records/question.ts";
import type { Reply } from "../records/reply.ts";

let chat: Chat;

beforeEach(async () => {
  chat = await openChat();
});

afterEach(() => chat.close());

const shownIn = (reply: Reply): string =>
  [
    reply.title,
    reply.text,
    reply.footer,
    ...reply.fields.flatMap(({ name, value }) => [name, value]),
    ...reply.choices.flatMap(({ label, text }) => [label, text]),
  ].join("\n");

describe("reading what was typed", () => {
  it.each([
    "/search 高雄",
    "search 高雄",
    "SEARCH 高雄",
    "／搜尋　高雄",
    "/搜尋高雄",
    "検索 高雄",
    "/검색 高雄",
    "/查 高雄",
    "高雄",
    "  高雄 ",
  ])("%s searches for the word", async (text) => {
    await chat.archive("高雄推動智慧城市", "台北下雨");
    const reply = await chat.ask(text);
    expect(reply.cards.map(({ headline }) => headline)).toEqual(["高雄推動智慧城市"]);
  });

  it.each([
    ["訂閱 高雄 每天 8點", "Subscribed"],
    ["訂閱高雄每天8點", "Subscribed"],
    ["購読 東京 毎日 8時", "Subscribed"],
    ["구독 서울 매일 8시", "Subscribed"],
    ["Subscribe climate daily 08:00", "Subscribed"],
    ["訂閱　高雄　每日　８點", "Subscribed"],
    ["follow climate daily 08:00", "Subscribed"],
    ["熱門 本週", "Trending in the last 7 days"],
    ["熱門本週", "Trending in the last 7 days"],
    ["訂閱高雄晚上8點", "Subscribed"],
    ["最新 港都日報", "Latest from 港都日報"],
    ["說明 訂閱", "/subscribe"],
    ["구독 취소", ""],
  ])("without a slash, %s is a command", async (text, title) => {
    const { title: shown, choices } = await chat.ask(text);
    expect(shown).toBe(title);
    expect(choices.map((choice) => choice.text).join()).not.toContain("search");
  });

  it.each([
    "follow the money",
    "save the whales",
    "why did the bridge fall",
    "more rain in Kaohsiung",
    "latest iPhone",
    "最新 颱風",
    "收藏 古董車",
    "解除 警報",
    "來源 不明",
    "訂閱高雄",
    "搜尋引擎",
    "訂閱每天",
    "說明書",
    "摘要 高雄",
    "設定 高雄",
    "고양이 사진",
  ])("%s begins like a command, and is searched for", async (text) => {
    expect((await chat.ask(text)).title).toBe(`Search: ${text}`);
  });

  it("what was taken for words can be made the command by one press", async () => {
    await chat.archive("收藏古董車的人");
    const { choices } = await chat.ask("收藏 古董車", { locale: "zh-TW" });
    expect(choices).toContainEqual({ label: "/收藏 古董車", text: "/收藏 古董車" });
    expect((await chat.ask("/收藏 古董車", { locale: "zh-TW" })).title).toBe("已收藏");
  });

  it.each([
    ["訂閱高雄", "/訂閱 高雄"],
    ["搜尋高雄", "/搜尋 高雄"],
    ["検索東京", "/搜尋 東京"],
    ["購読東京", "/訂閱 東京"],
  ])("%s, in one piece, is searched for and offered as %s", async (typed, command) => {
    const { title, choices } = await chat.ask(typed, { locale: "zh-TW" });
    expect(title).toContain(typed);
    expect(choices).toContainEqual({ label: command, text: command });
  });

  it.each([
    ...["my data", "My data", "privacy", "隱私權", "我的资料", "ความเป็นส่วนตัว", "개인 정보"].map((typed) => [
      typed,
      "What is stored about you",
    ]),
    ...[
      "forget me",
      "forget-me",
      "Delete my data",
      "erase my data",
      "删除我的资料",
      "刪除我的資料",
      "내 정보 삭제",
      "ลบข้อมูล",
    ].map((typed) => [typed, "Erase your data?"]),
  ])("%s is about the asker's own data", async (typed, title) => {
    await chat.archive("高雄推動智慧城市");
    await chat.ask("/save 高雄推動智慧城市");
    expect((await chat.ask(typed)).title).toBe(title);
  });

  it("a bare save, in any language, shows what was saved", async () => {
    await chat.archive("高雄推動智慧城市");
    await chat.ask("/save 高雄推動智慧城市");
    for (const typed of ["save", "收藏", "/收藏", "保存", "저장"])
      expect((await chat.ask(typed)).cards).toHaveLength(1);
  });

  it("an unknown command is refused with the nearest one's name", async () => {
    expect((await chat.ask("/serach 高雄")).text).toContain("/search");
    expect((await chat.ask("/訂月 高雄", { locale: "zh-TW" })).text).toContain("/訂閱");
  });

  it("a slash alone is a call for help", async () => {
    expect((await chat.ask("/")).title).toBe("Lede");
  });

  it("help begins with what people come for, and ends with what erases their data", async () => {
    const named = (await chat.ask("/help")).fields.map(({ name }) => name);
    expect(named.slice(0, 3)).toEqual(["/search", "/latest", "/digest"]);
    expect(named.slice(-2)).toEqual(["/privacy", "/forget-me"]);
    expect(named).toHaveLength(chat.commands.length);
  });

  it.each(locales)("a search for nothing is answered in %s with an example", async (locale) => {
    const reply = await chat.ask("/search", { locale });
    expect(reply.text).toContain(search.example[locale]);
    expect(reply.isPrivate).toBe(true);
  });

  it("a slash command's options are taken as given, blank ones as absent", async () => {
    await chat.archive("高雄推動智慧城市");
    const args = { query: "高雄", page: " " };
    const reply = await chat.answer({
      channel: channelOf("en"),
      asker: owner,
      ask: { form: "command", command: "search", args },
    });
    expect(reply.cards).toHaveLength(1);
  });
});

describe("every command in every language", () => {
  const calls = ["search 高雄", "latest", "digest", "subscribe", "subscriptions", "sources", "help", "help subscribe"];
  const cases = locales.flatMap((locale) => calls.map((call) => [locale, call] as const));
  it.each(cases)("in %s, /%s says something, and each of its choices is a command that works", async (locale, call) => {
    await chat.archive(...Array.from({ length: 12 }, (_, index) => `高雄新聞 ${index}`));
    const reply = await chat.ask(`/${call}`, { locale });
    expect(reply.text.length + reply.cards.length + reply.fields.length).toBeGreaterThan(0);
    expect(shownIn(reply)).not.toMatch(/undefined|NaN|null|\[object/);
    for (const choice of reply.choices) {
      expect(choice.label.length).toBeLessThanOrEqual(20);
      const next = await chat.ask(choice.text, { locale });
      // Refusals have no title.
      expect(next.title).not.toBe("");
    }
  });
});

describe("who may change subscriptions", () => {
  const stranger: Asker = { id: "2", name: "路人\n@everyone", mayManage: "unknown" };

  it("who may not manage the channel is refused, and may still search", async () => {
    const visitor: Asker = { id: "3", name: "v", mayManage: false };
    expect((await chat.ask("/subscribe 高雄 now", { asker: visitor })).text).toContain("manage this channel");
    expect(await chat.store.subscriptionsOf("web:room")).toEqual([]);
    expect((await chat.ask("/latest", { asker: visitor })).isPrivate).toBe(false);
  });

  it("where roles are unknown, a change is noted for all to see, with who made it", async () => {
    const reply = await chat.ask("/subscribe 高雄 now", { asker: stranger });
    expect(reply.isPrivate).toBe(false);
    expect(reply.footer).toBe("Changed by 路人@everyone");
    expect((await chat.ask("/subscribe 台北 now")).footer).toBe("");
  });

  it("a second change must wait ten seconds; asking how to subscribe need not", async () => {
    await chat.ask("/subscribe", { asker: stranger });
    await chat.ask("/subscribe 高雄 now", { asker: stranger });
    chat.clock.advance(4_000);
    expect((await chat.ask("/unsubscribe", { asker: stranger, locale: "zh-TW" })).text).toContain("6 秒");
    chat.clock.advance(6_000);
    await chat.ask("/unsubscribe", { asker: stranger });
    expect(await chat.store.subscriptionsOf("web:room")).toEqual([]);
  });
});

it.each(locales)(
  "a fault of the desk is told apart in %s from a fault of the question, and logged with its cause",
  async (locale) => {
    const failing = async () => {
      throw new Error("secret detail: disk /dev/sda1 is gone");
    };
    const broken = await openChat({ change: (store) => ({ ...store, search: failing }) });
    const reply = await broken.ask("/search my private words", { locale });
    await broken.close();
    expect(reply.text.length).toBeGreaterThan(10);
    expect(reply.text).not.toContain("secret detail");
    expect(broken.log.lines.join("\n")).toContain("secret detail");
    expect(broken.log.lines.join("\n")).not.toContain("private words");
  },
);
