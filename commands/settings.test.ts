import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Locale } from "../src/records/channel.ts";
import { unsetChannel } from "../src/records/channel-settings.ts";
import type { Asker } from "../src/records/question.ts";
import { articleEntry } from "../test/fakes/articles.ts";
import { type Chat, hourMs, noon, openChat, owner } from "../test/fakes/chat.ts";

let chat: Chat;
const visitor: Asker = { id: "3", name: "v", mayManage: false };

beforeEach(async () => {
  chat = await openChat();
});

afterEach(() => chat.close());

// Where digests have looks.
const ask = (text: string, { locale = "en", asker = owner }: { locale?: Locale; asker?: Asker } = {}) => {
  const channel = { id: "discord:7", platform: "discord", address: "7", locale } as const;
  return chat.answer({ channel, asker, ask: { form: "text", text } });
};
const kept = async () => (await chat.store.channelSettings(["discord:7"])).get("discord:7");

it("each setting is changed by itself, in the words of any language, and unset again", async () => {
  await ask("/settings look compact");
  await ask("/設定 語言 日文");
  await ask("/settings quiet 10pm to 7am");
  const shown = await ask("/settings timezone asia/tokyo");
  const all = { ...unsetChannel, look: "compact", locale: "ja", timeZone: "Asia/Tokyo" };
  expect(await kept()).toEqual({ ...all, quietHours: { from: 1320, until: 420 } });
  // From now on the channel speaks the language that was chosen for it.
  expect(shown.title).toBe("保存しました · ここの設定");
  expect(shown.fields.map(({ value }) => value)).toEqual([
    "コンパクト：1記事1行",
    "日本語",
    "Asia/Tokyo",
    "22:00–07:00",
  ]);
  for (const name of ["look", "language", "quiet", "timezone"]) await ask(`/settings ${name} off`);
  expect(await kept()).toEqual(unsetChannel);
});

it.each([
  ["look shiny", "no look called “shiny”"],
  ["language klingon", "not a language of mine"],
  ["language fr", "not a language of mine"],
  ["quiet at night", "no span of time"],
  ["timezone Moon", "not a time zone"],
  ["line {nothing}", "no such placeholder"],
  ["line {source}", "must hold {headline}"],
])("/settings %s is refused, and nothing changes", async (typed, said) => {
  expect((await ask(`/settings ${typed}`)).text).toContain(said);
  expect(await kept()).toBeUndefined();
});

it("a line is refused where no look has lines, and what was kept of one can be taken back", async () => {
  const channel = { id: "line:U7", platform: "line", address: "U7", locale: "zh-TW" } as const;
  const say = (text: string) => chat.answer({ channel, asker: owner, ask: { form: "text", text } });
  const refused = await say("/設定 格式 {標題} · {來源}");
  expect(refused.text).toContain("這裡的摘要沒有這種外觀");
  expect((await chat.store.channelSettings(["line:U7"])).get("line:U7")).toBeUndefined();
  expect((await say("/settings line off")).title).toContain("已儲存");
});

it("a line of the compact look is written as the channel wants it", async () => {
  const line = "**{headline}** · {source}";
  const shown = await ask(`/settings line ${line}`);
  expect((await kept())?.template).toBe(line);
  expect(shown.fields).toContainEqual({ name: "Line of the compact look", value: line });
});

describe("the line of a server", () => {
  const inServer = (address: string, text: string, asker: Asker = { ...owner, mayManageServer: true }) =>
    chat.answer({
      channel: { id: `discord:${address}`, platform: "discord", address, locale: "en", server: "5" },
      ...{ asker, ask: { form: "text", text } },
    });
  const lineOf = async (address: string) =>
    (await inServer(address, "/settings")).fields.find(({ name }) => name.startsWith("Line of"));

  it("holds in each of its channels that has none of its own, and is unset again", async () => {
    await inServer("7", "/settings serverline {headline} · {source}");
    await inServer("8", "/settings line **{headline}**");
    expect(await lineOf("7")).toMatchObject({
      name: expect.stringContaining("whole server"),
      value: "{headline} · {source}",
    });
    expect(await lineOf("8")).toEqual({ name: "Line of the compact look", value: "**{headline}**" });
    await inServer("7", "/settings serverline off");
    expect(await lineOf("7")).toBeUndefined();
  });

  it("is for those who manage the server, is checked, and is none where there is no server", async () => {
    expect((await inServer("7", "/settings serverline {headline}", owner)).text).toContain("Manage Server");
    expect((await inServer("7", "/settings serverline {nothing}")).text).toContain("no such placeholder");
    expect((await ask("/settings serverline {headline}")).text).toContain("Manage Server");
    expect(await lineOf("7")).toBeUndefined();
  });
});

describe("on LINE", () => {
  const onLine = (text: string, locale: Locale = "en") => {
    const channel = { id: "line:U1", platform: "line", address: "U1", locale } as const;
    return chat.answer({ channel, asker: owner, ask: { form: "text", text } });
  };

  it("a channel chooses among LINE's looks, in the words of any language", async () => {
    const before = await onLine("/settings");
    expect(before.choices.map(({ text }) => text)).toEqual(["/settings look list", "/settings look text"]);
    expect(before.fields[0]?.value).toContain("Cards");
    const shown = await onLine("/設定 外觀 清單", "zh-TW");
    expect((await chat.store.channelSettings(["line:U1"])).get("line:U1")?.look).toBe("list");
    expect(shown.fields[0]).toEqual({ name: "摘要的外觀", value: expect.stringContaining("清單") });
  });

  it("a look of another platform is refused with those that there are", async () => {
    expect((await onLine("/settings look embed")).text).toContain("Choose one of: cards, list, text.");
    expect(await chat.store.channelSettings(["line:U1"])).toEqual(new Map());
  });

  it("a look that was chosen before there were LINE's own is shown as the nearest of them", async () => {
    await chat.store.saveChannelSettings("line:U1", { ...unsetChannel, look: "compact" });
    expect((await onLine("/settings")).fields[0]?.value).toContain("List");
  });
});

it("where a digest has one look only, none is offered", async () => {
  expect((await chat.ask("/settings look compact")).text).toContain("one look here");
  const shown = await chat.ask("/settings");
  expect(shown.fields.map(({ name }) => name)).toEqual(["Language of digests", "Time zone", "Quiet hours"]);
  expect(shown.choices).toEqual([]);
});

it("anyone may look, who manages the channel may change", async () => {
  expect((await ask("/settings", { asker: visitor })).fields).toHaveLength(4);
  expect((await ask("/settings look full", { asker: visitor })).text).toContain("manage this channel");
});

it("a new subscription's times are in the channel's time zone", async () => {
  await ask("/settings timezone America/New_York");
  await ask("/subscribe 高雄 daily 8:00");
  expect((await chat.store.subscriptionsOf("discord:7"))[0]?.timeZone).toBe("America/New_York");
});

describe("more and less", () => {
  const ball = articleEntry({ headline: "職棒開幕", sourceId: "harbour", at: noon - hourMs, tags: ["職棒", "高雄"] });

  it("are noted by the story's tags, shown in the settings, and taken back by who manages", async () => {
    await chat.archive("沒有標籤的新聞");
    await chat.store.archive([ball]);
    expect((await ask(`/less ${ball.article.id}`, { asker: visitor })).text).toContain("less about #職棒, #高雄");
    const shown = await ask("/settings");
    expect(shown.fields.at(-1)).toEqual({ name: "What readers want", value: expect.stringContaining("Less: #") });
    expect((await ask("/settings votes off", { asker: visitor })).text).toContain("manage this channel");
    const undo = shown.choices.at(-1);
    expect((await ask(undo?.text ?? "")).text).toContain("1 vote taken back");
    expect((await ask("/settings")).fields).toHaveLength(4);
    expect((await ask("/more 沒有標籤的新聞")).text).toContain("no tags");
  });

  it("a later word of the same reader replaces the earlier one", async () => {
    await chat.store.archive([ball]);
    await ask(`/less ${ball.article.id}`, { asker: visitor });
    await ask(`/more ${ball.article.id}`, { asker: visitor });
    expect(await chat.store.tagWeights("discord:7", 0)).toContainEqual({ tag: "職棒", weight: 1 });
  });
});
