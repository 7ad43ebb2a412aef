import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleEntry } from "../../test/fakes/articles.ts";
import { type Chat, hourMs, noon, openChat } from "../../test/fakes/chat.ts";

let chat: Chat;

beforeEach(async () => {
  chat = await openChat();
  const at = noon - hourMs;
  await chat.store.archive([
    articleEntry({ headline: "高雄推動智慧城市", sourceId: "harbour", at, tags: ["高雄", "智慧城市"] }),
    articleEntry({ headline: "高雄輕軌延長", sourceId: "island", at: at - hourMs, tags: ["高雄"] }),
    articleEntry({ headline: "Harbour bridge opens", sourceId: "island", at: at - 2 * hourMs, tags: ["New York"] }),
  ]);
});

afterEach(() => chat.close());

const values = async (command: string, option: string, typed: string) =>
  (await chat.suggest(command, option, typed)).map(([, value]) => value);

describe("a search that is being typed", () => {
  it("begins with what is much written about", async () => {
    expect(await chat.suggest("search", "query", "")).toContainEqual(["#高雄 (2)", "tag:高雄"]);
  });

  it("may become a tag, a source or a headline, in any script and case", async () => {
    expect(await values("search", "query", "高雄")).toEqual(["tag:高雄", "高雄推動智慧城市", "高雄輕軌延長"]);
    expect(await values("search", "query", "harb")).toEqual(["source:harbour", "Harbour bridge opens"]);
    expect(await values("search", "query", "智慧城")).toContain("tag:智慧城市");
  });

  it("goes on from its last word, and after a filter's name with what the filter takes", async () => {
    expect(await values("search", "query", "橋 tag:高")).toEqual(["橋 tag:高雄"]);
    expect(await values("search", "query", "橋 #new")).toEqual(['橋 tag:"New York"']);
    expect(await values("search", "query", "橋 來源:isl")).toEqual(["橋 source:island"]);
  });

  it.each(['"', "-", "tag:", "a:b:c", "\ud800"])("of %j nothing is wrong", async (typed) => {
    expect(Array.isArray(await chat.suggest("search", "query", typed))).toBe(true);
    expect(chat.log.lines).toEqual([]);
  });
});

it("an article is offered by its headline, the newest before anything is typed, and found by what was chosen", async () => {
  const labels = async (command: string, typed: string) =>
    (await chat.suggest(command, "article", typed)).map(([label]) => label);
  expect(await labels("save", "")).toEqual(["高雄推動智慧城市", "高雄輕軌延長", "Harbour bridge opens"]);
  expect(await labels("why", "高雄輕")).toEqual(["高雄輕軌延長"]);
  const [chosen] = await values("story", "article", "高雄輕");
  expect((await chat.ask(`/story ${chosen}`)).cards).toMatchObject([{ headline: "高雄輕軌延長" }]);
});

it("a headline longer than Discord lets one choose is offered too, to be opened and to be searched for", async () => {
  const headline = `Council ${"debates the harbour bridge ".repeat(5)}again`;
  await chat.store.archive([articleEntry({ headline, sourceId: "island", at: noon })]);
  const [chosen = ""] = await values("story", "article", "council deb");
  const [searched = ""] = await values("search", "query", "council deb");
  expect([chosen.length, searched.length].every((length) => length <= 100)).toBe(true);
  expect((await chat.ask(`/story ${chosen}`)).cards).toMatchObject([{ headline }]);
  expect((await chat.ask(`/search ${searched}`)).cards).toMatchObject([{ headline }]);
});

it("settings are offered in the reader's words, and what is chosen is what is set", async () => {
  expect(await chat.suggest("settings", "look", "", "ja")).toContainEqual([
    "カード：写真・見出し・要旨とボタン",
    "cards",
  ]);
  expect(await chat.suggest("settings", "language", "", "zh-TW")).toContainEqual(["日本語", "ja"]);
  expect(await values("settings", "language", "한")).toEqual(["ko"]);
  expect(await values("settings", "quiet", "")).toContain("22:00-07:00");
  for (const [option, values] of [
    ["language", ["en", "zh-TW", "zh-CN", "ja", "ko", "th", "off"]],
    ["quiet", ["22:00-07:00", "off"]],
    ["votes", ["off"]],
  ] as const)
    for (const value of values) {
      expect((await chat.suggest("settings", option, "")).map(([, offered]) => offered)).toContain(value);
      expect((await chat.ask(`/settings ${option} ${value}`)).isPrivate).toBe(false);
    }
});

it("a command to explain is offered by its name in the reader's language, with what it does, and a confirmation as one", async () => {
  expect((await chat.suggest("help", "command", "", "ja"))[0]?.[0]).toMatch(/^\/検索 · ./);
  expect(await values("help", "command", "subs")).toEqual(["subscribe", "subscriptions"]);
  expect(await values("sources", "confirm", "")).toEqual(["yes"]);
});

it("sources are offered by a part of their names, those that begin so first", async () => {
  expect(await chat.suggest("latest", "source", "")).toEqual([
    ["港都日報 · harbour", "harbour"],
    ["Island Times · island", "island"],
  ]);
  expect(await values("latest", "source", "times")).toEqual(["island"]);
});

it("an order about a source is offered those that it can be given about", async () => {
  const ids = async (action: string) =>
    (await chat.suggest("sources", "source", "", "en", { action })).map(([, value]) => value);
  const url = "https://a.example/feed";
  await chat.store.keepSource({ kind: "feed", id: "added", name: "Added", url, fullText: "feed" }, noon);
  await chat.store.pauseSource("harbour", { at: noon, by: null });
  expect(await ids("test")).toEqual(["harbour", "island", "added"]);
  expect(await ids("pause")).toEqual(["island", "added"]);
  expect(await ids("resume")).toEqual(["harbour"]);
  expect(await ids("remove")).toEqual(["added"]);
});

it("times are offered in the reader's words, and what was typed first where it is one", async () => {
  expect(await chat.suggest("subscribe", "when", "", "zh-TW")).toContainEqual(["每小時", "hourly"]);
  expect((await chat.suggest("subscribe", "when", "每天 7點半", "zh-TW"))[0]).toEqual([
    "每天 07:30（Asia/Taipei）",
    "每天 7點半",
  ]);
  expect(await values("subscribe", "when", "weekly")).toContain("weekly mon 08:00");
});

it("time zones are offered by any part of their names, the desk's own before anything is typed", async () => {
  expect((await values("subscribe", "timezone", ""))[0]).toBe("Asia/Taipei");
  expect(await values("settings", "timezone", "new york")).toEqual(["America/New_York"]);
});

it("an option that offers nothing, and a fault of the desk, suggest nothing", async () => {
  expect(await chat.suggest("search", "page", "1")).toEqual([]);
  expect(await chat.suggest("nothing", "page", "1")).toEqual([]);
  const broken = await openChat({
    change: (store) => ({ ...store, suggest: () => Promise.reject(new Error("disk")) }),
  });
  expect(await broken.suggest("search", "query", "a")).toEqual([]);
  expect(broken.log.lines.join("\n")).toContain("disk");
  await broken.close();
});
