import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel } from "../../src/records/channel.ts";
import { unsetChannel } from "../../src/records/channel-settings.ts";
import type { ChannelForm, Place } from "../../src/records/place.ts";
import type { Question } from "../../src/records/question.ts";
import type { Reply } from "../../src/records/reply.ts";
import { type Chat, openChat, owner } from "../../test/fakes/chat.ts";
import { subscribe } from "../subscribe.ts";

let chat: Chat;
beforeEach(async () => {
  chat = await openChat();
});
afterEach(() => chat.close());

const channel = (address: string): Channel => ({
  ...{ id: `discord:${address}`, platform: "discord", address, locale: "en", server: "5" },
});
const where = (form: ChannelForm): Pick<Question, "channel" | "form"> => ({ channel: channel("7"), form });
const inThread: Pick<Question, "channel" | "form" | "parent"> = {
  ...{ channel: channel("51"), form: "thread", parent: channel("50") },
};

const ask = (text: string, asked: Pick<Question, "channel"> = where("text")) =>
  chat.answer({ ...asked, asker: owner, ask: { form: "text", text } });
const menu = (reply: Reply) => reply.menus.find(({ text }) => text.endsWith(" where"));
const offered = (reply: Reply) => {
  const { options } = menu(reply) ?? { options: [] };
  return options === "channels" ? options : options.map(({ value, isChosen }) => (isChosen ? `(${value})` : value));
};
const choose = (reply: Reply, value: string, asked?: Pick<Question, "channel">) =>
  ask(`${menu(reply)?.text} ${value}`, asked);
const press = (reply: Reply, step: string, asked?: Pick<Question, "channel">) =>
  ask(reply.choices.find(({ text }) => text.includes(` ${step}`))?.text ?? "", asked);
const shownWhere = (reply: Reply) => reply.fields.find(({ name }) => name === "Where");
const subscribed = async (address: string) => (await chat.store.subscriptionsOf(`discord:${address}`)).length;
const placeOf = async (address: string) => {
  const id = `discord:${address}`;
  return (await chat.store.channelSettings([id])).get(id)?.place ?? null;
};
const settle = (address: string, place: Place | null) =>
  chat.store.saveChannelSettings(`discord:${address}`, { ...unsetChannel, place });

const hook = { id: "9", token: "secret" };
const webhook: Place = { kind: "webhook", hook, name: "港都快訊", picture: null };

it.each([
  ["text", null],
  ["thread", null],
  ["forum", { kind: "forum", tags: [] }],
  ["announcement", null],
])("another channel of the form %s is subscribed and posted to in its own way", async (form, place) => {
  const asked = await choose(await ask("/subscribe"), "elsewhere");
  expect(menu(asked)?.options).toBe("channels");
  const chosen = await choose(asked, `99 ${form}`);
  expect(shownWhere(chosen)?.channel).toBe("99");
  await press(chosen, "confirm");
  expect([await subscribed("99"), await subscribed("7")]).toEqual([1, 0]);
  expect(await placeOf("99")).toEqual(place);
});

it("another channel has to be chosen before it is subscribed, and this one may be chosen after all", async () => {
  const asked = await choose(await ask("/subscribe"), "elsewhere");
  expect((await press(asked, "confirm")).text).toContain("⚠ Which channel");
  expect(await subscribed("7")).toBe(0);
  expect(offered(await choose(asked, "7 text"))).toEqual(["(here)", "threads", "webhook", "elsewhere"]);
});

it("a thread for each edition is the channel's place", async () => {
  await press(await choose(await ask("/subscribe"), "threads"), "confirm");
  expect(await placeOf("7")).toEqual({ kind: "thread" });
});

it("a webhook with a name and picture of its own is the channel's place, made when the first edition comes", async () => {
  const opened = await ask("/subscribe");
  const args = subscribe.readText(`${menu(opened)?.text.replace("/subscribe ", "")} webhook`);
  expect(subscribe.formFor?.(args)?.lines.map(({ fills }) => fills)).toEqual(["name", "picture"]);
  const fill = (given: object) =>
    chat.answer({
      ...{ ...where("text"), asker: owner },
      ask: { form: "command", command: "subscribe", args: { ...args, ...given } },
    });
  expect((await fill({ name: "Discord News" })).text).toContain("not one with Discord");
  expect((await fill({ name: "News", picture: "http://news.example/a.png" })).text).toContain("https://");
  const filled = await fill({ name: "港都快訊", picture: "https://news.example/a.png" });
  expect(shownWhere(filled)?.value).toBe("Here · as 港都快訊");
  await press(filled, "confirm");
  expect(await placeOf("7")).toEqual({ ...webhook, hook: null, picture: "https://news.example/a.png" });
});

it("a channel that one may not manage is refused, and the draft goes on", async () => {
  const refused = await choose(await choose(await ask("/subscribe"), "elsewhere"), "99 denied");
  expect(refused.text).toContain("may not manage");
  expect(refused.menus).toHaveLength(5);
});

it("is not asked where there is no server", async () => {
  const { server: _, ...direct } = channel("7");
  expect((await ask("/subscribe", { channel: direct })).menus).toHaveLength(4);
});

describe("the place that a channel has", () => {
  it.each<[string, Place, ChannelForm, string]>([
    ["a webhook", webhook, "text", "(webhook)"],
    ["a thread for each", { kind: "thread" }, "text", "(threads)"],
    ["its followers", { kind: "announcement" }, "announcement", "(here)"],
  ])("%s is what a second subscription begins with and leaves as it is", async (_, place, form, chosen) => {
    await settle("7", place);
    const opened = await ask("/subscribe", where(form));
    expect(offered(opened)).toContain(chosen);
    expect(JSON.stringify(opened)).not.toContain("secret");
    await press(opened, "confirm", where(form));
    expect([await subscribed("7"), await placeOf("7")]).toEqual([1, place]);
  });

  it("stays when the channel is subscribed from another one", async () => {
    await settle("99", webhook);
    const asked = await choose(await ask("/subscribe"), "elsewhere");
    await press(await choose(asked, "99 text"), "confirm");
    expect(await placeOf("99")).toEqual(webhook);
    await settle("98", { kind: "forum", tags: ["sea"] });
    await press(await choose(asked, "98 forum"), "confirm");
    expect(await placeOf("98")).toEqual({ kind: "forum", tags: ["sea"] });
  });

  it("is changed by what is chosen, and its webhook is kept under another name", async () => {
    await settle("7", webhook);
    const opened = await ask("/subscribe");
    const text = menu(opened)?.text.replace("/subscribe ", "");
    const args = { ...subscribe.readText(`${text} webhook`), name: "Harbour" };
    const named = await chat.answer({
      ...{ ...where("text"), asker: owner },
      ask: { form: "command", command: "subscribe", args },
    });
    await press(named, "confirm");
    expect(await placeOf("7")).toEqual({ ...webhook, name: "Harbour" });
    const other = await ask("/subscribe 高雄 hourly").then(() => ask("/subscribe edit:2"));
    await press(await choose(other, "here"), "confirm");
    expect(await placeOf("7")).toBeNull();
  });

  it("is changed, and the subscription moved, in the flow that changes a subscription", async () => {
    await settle("7", { kind: "thread" });
    await ask("/subscribe 高雄 hourly");
    const opened = await ask("/subscribe edit:1");
    expect(shownWhere(opened)?.value).toBe("Here · a thread for each digest");
    await press(await choose(opened, "here"), "confirm");
    expect(await placeOf("7")).toBeNull();
    const [before] = await chat.store.subscriptionsOf("discord:7");
    const moved = await choose(await choose(await ask("/subscribe edit:1"), "elsewhere"), "99 forum");
    expect((await press(moved, "confirm")).fields.find(({ name }) => name === "Where")?.channel).toBe("99");
    expect(await chat.store.subscriptionsOf("discord:99")).toEqual([{ ...before, channelId: "discord:99" }]);
    expect([await subscribed("7"), await placeOf("99")]).toEqual([0, { kind: "forum", tags: [] }]);
  });
});

describe("the channels that follow an announcement channel", () => {
  it("get a digest only when it is asked for", async () => {
    const opened = await ask("/subscribe", where("announcement"));
    const on = await press(opened, "followers on", where("announcement"));
    expect(shownWhere(on)?.value).toBe("Here · and in the channels that follow it");
    const off = await press(on, "followers off", where("announcement"));
    expect(shownWhere(off)?.value).toBe("Here");
    await press(await press(off, "followers on", where("announcement")), "confirm", where("announcement"));
    expect(await placeOf("7")).toEqual({ kind: "announcement" });
  });

  it("are asked about where another channel is one, and nowhere else", async () => {
    const opened = await ask("/subscribe");
    expect(opened.choices.some(({ text }) => text.includes("followers"))).toBe(false);
    const chosen = await choose(await choose(opened, "elsewhere"), "99 announcement");
    const on = await press(chosen, "followers on");
    // What was chosen for that channel is not so for the next.
    expect(shownWhere(await choose(on, "98 announcement"))?.value).toBe("");
    await press(await press(await choose(on, "99 announcement"), "followers on"), "confirm");
    expect(await placeOf("99")).toEqual({ kind: "announcement" });
  });
});

describe("a forum's tags", () => {
  it("are named in a form, shown, kept for the next subscription and taken away again", async () => {
    const chosen = await choose(await choose(await ask("/subscribe"), "elsewhere"), "99 forum");
    const typed = chosen.choices.find(({ text }) => text.endsWith(" tags"))?.text ?? "";
    expect(subscribe.formFor?.(subscribe.readText(typed.replace("/subscribe ", "")))?.title.en).toBe(
      "Tags of the posts",
    );
    const named = await ask(`${typed} News、#海, news , News`);
    expect(shownWhere(named)?.value).toBe("a post for each digest · #News · #海 · #news");
    await press(named, "confirm");
    expect(await placeOf("99")).toEqual({ kind: "forum", tags: ["News", "海", "news"] });
    await ask("/subscribe 高雄 hourly", { channel: channel("99") });
    const later = await ask("/subscribe edit:2", { ...where("forum"), channel: channel("99") });
    expect(shownWhere(later)?.value).toContain("#海");
    const untagged = await ask(later.choices.find(({ text }) => text.endsWith(" tags"))?.text ?? "", {
      ...where("forum"),
      channel: channel("99"),
    });
    expect(shownWhere(untagged)?.value).toBe("Here · a post for each digest");
  });

  it("are asked for nowhere else", async () => {
    expect((await ask("/subscribe")).choices.some(({ text }) => text.endsWith(" tags"))).toBe(false);
  });
});

describe("in a thread", () => {
  it("is the thread itself where its channel gets nothing", async () => {
    const opened = await ask("/subscribe", inThread);
    expect(offered(opened)).toEqual(["(here)", "elsewhere"]);
    await press(opened, "confirm", inThread);
    expect([await subscribed("51"), await subscribed("50")]).toEqual([1, 0]);
  });

  it("is the channel that gets digests already, as it gets them, or the thread alone", async () => {
    await settle("50", { kind: "forum", tags: ["sea"] });
    const opened = await ask("/subscribe", inThread);
    expect(shownWhere(opened)).toMatchObject({ value: "a post for each digest · #sea", channel: "50" });
    expect(offered(opened)).toEqual(["(here)", "51 thread", "elsewhere"]);
    await press(opened, "confirm", inThread);
    expect(await placeOf("50")).toEqual({ kind: "forum", tags: ["sea"] });
    const alone = await choose(await ask("/subscribe", inThread), "51 thread", inThread);
    await press(alone, "confirm", inThread);
    expect([await subscribed("50"), await subscribed("51")]).toEqual([1, 1]);
  });

  it("is told when an order in one line goes to the thread's channel", async () => {
    await settle("50", { kind: "forum", tags: [] });
    expect(shownWhere(await ask("/subscribe 高雄 hourly", inThread))?.channel).toBe("50");
    expect(await subscribed("50")).toBe(1);
  });
});
