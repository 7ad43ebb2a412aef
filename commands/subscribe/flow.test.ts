import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUnchanged } from "../../src/adapters/summarizers/unchanged.ts";
import { publishDueEditions } from "../../src/deliver/publish.ts";
import { type Channel, type Locale, locales } from "../../src/records/channel.ts";
import type { Asker } from "../../src/records/question.ts";
import type { Reply } from "../../src/records/reply.ts";
import { nextDueAfter } from "../../src/schedule.ts";
import { articleEntry } from "../../test/fakes/articles.ts";
import { type Chat, hourMs, noon, openChat, owner } from "../../test/fakes/chat.ts";
import { subscribe } from "../subscribe.ts";

let chat: Chat;
const onDiscord = (locale: Locale): Channel => ({
  ...{ id: "discord:7", platform: "discord", address: "7", locale, server: "5" },
});

beforeEach(async () => {
  chat = await openChat();
  const entry = (headline: string, hours: number, tags: readonly string[]) =>
    articleEntry({ headline, sourceId: hours % 2 ? "harbour" : "island", at: noon - hours * hourMs, tags });
  await chat.store.archive([
    entry("高雄推動智慧城市", 1, ["高雄", "智慧城市"]),
    entry("高雄輕軌延長", 3, ["高雄"]),
    entry("台北下雨", 5, ["天氣"]),
    entry("高雄上週的事", 100, ["高雄"]),
  ]);
});

afterEach(() => chat.close());

const ask = (text: string, { locale = "en", asker = owner }: { locale?: Locale; asker?: Asker } = {}) =>
  chat.answer({ channel: onDiscord(locale), asker, ask: { form: "text", text } });
const menu = (reply: Reply, step: string) => reply.menus.find(({ text }) => text.endsWith(` ${step}`));
const optionsOf = (reply: Reply, step: string) => {
  const { options } = menu(reply, step) ?? { options: [] };
  return options === "channels" ? [] : options;
};
const choose = (reply: Reply, step: string, values: string) => ask(`${menu(reply, step)?.text} ${values}`);
const press = (reply: Reply, step: string) => ask(reply.choices.find(({ text }) => text.endsWith(step))?.text ?? "");
const kept = () => chat.store.subscriptionsOf("discord:7");

it("without options it opens with what is much written about, the sources, and all news each morning", async () => {
  const opened = await ask("/subscribe");
  expect(opened.isPrivate).toBe(true);
  const labels = (step: string) => optionsOf(opened, step).map(({ label }) => label);
  expect(labels("about")).toEqual(["#高雄 (3)", "#天氣 (1)", "#智慧城市 (1)"]);
  expect(labels("from")).toEqual(["港都日報", "Island Times"]);
  expect(optionsOf(opened, "when").find(({ isChosen }) => isChosen)?.value).toBe("daily 08:00");
  expect(opened.text).toContain("would have brought 4 articles");
  expect(opened.cards).toHaveLength(3);
  expect(await kept()).toEqual([]);
});

it("each choice shows at once what it would bring, and one button makes it a subscription", async () => {
  const picked = await choose(await ask("/subscribe"), "about", "tag:高雄 tag:智慧城市");
  expect(optionsOf(picked, "about").filter(({ isChosen }) => isChosen)).toHaveLength(2);
  expect(picked.text).toContain("would have brought 3 articles");
  expect(picked.cards.map(({ headline }) => headline).toSorted()).toEqual(["高雄推動智慧城市", "高雄輕軌延長"]);
  const timed = await choose(picked, "when", "weekly fri 18:00");
  const looked = await choose(timed, "look", "compact");
  const worded = await ask(`/subscribe draft:${/draft:(\S+)/.exec(looked.choices[0]?.text ?? "")?.[1]} words -輕軌`);
  expect(worded.text).toContain("would have brought 2 articles");
  const done = await press(worded, "confirm");
  expect(done).toMatchObject({ title: "Subscribed", menus: [] });
  expect(await kept()).toMatchObject([
    {
      filter: { words: "-輕軌", tags: ["高雄", "智慧城市"], sources: [] },
      schedule: { kind: "weekly", weekday: 5, hour: 18, minute: 0 },
      ...{ look: "compact", creatorId: owner.id },
    },
  ]);
});

it("tags and sources are picked apart, any of twenty-five sources among them, and either is taken back alone", async () => {
  const url = "https://a.example/feed";
  for (let number = 10; number < 33; number += 1)
    await chat.store.keepSource(
      { kind: "feed", id: `added-${number}`, name: `N${number}`, url, fullText: "feed" },
      noon,
    );
  const opened = await ask("/subscribe");
  expect(optionsOf(opened, "from").map(({ value }) => value)).toContain("source:added-32");
  const both = await choose(await choose(opened, "from", "source:harbour source:added-32"), "about", "tag:高雄");
  expect(
    optionsOf(both, "from")
      .slice(0, 2)
      .every(({ isChosen }) => isChosen),
  ).toBe(true);
  await press(await ask(menu(both, "about")?.text ?? ""), "confirm");
  expect(await kept()).toMatchObject([{ filter: { tags: [], sources: ["harbour", "added-32"] } }]);
});

describe("the preview", () => {
  const headlinesOf = ({ preview }: Reply) => preview?.edition.cards.map(({ headline }) => headline).toSorted();

  it("is the next digest as it would be now, by what the schedule looks back to", async () => {
    const daily = await choose(await ask("/subscribe"), "about", "tag:高雄");
    expect(headlinesOf(daily)).toEqual(["高雄推動智慧城市", "高雄輕軌延長"]);
    expect(daily.text).toContain("would hold 2 as of now");
    const weekly = await choose(daily, "when", "weekly fri 18:00");
    expect(headlinesOf(weekly)).toEqual(["高雄上週的事", "高雄推動智慧城市", "高雄輕軌延長"]);
    expect(new Date(weekly.preview?.edition.publishedAt ?? 0).toISOString()).toBe("2024-05-03T10:00:00.000Z");
  });

  it("a first weekly digest looks back as far as was shown", async () => {
    await press(await choose(await ask("/subscribe"), "when", "weekly fri 18:00"), "confirm");
    expect(new Date((await kept())[0]?.coveredUntil ?? 0).toISOString()).toBe("2024-04-26T10:00:00.000Z");
  });

  it("is in the look that was chosen, or else in the channel's, with the channel's line", async () => {
    await ask("/settings look compact");
    await ask("/settings line {headline}");
    const opened = await ask("/subscribe");
    expect(opened.preview).toMatchObject({ look: "compact", template: "{headline}" });
    expect((await choose(opened, "look", "full")).preview?.look).toBe("full");
  });

  it("leaves out what the channel that it is for was sent", async () => {
    await ask("/subscribe 輕軌 daily 13:00");
    chat.clock.advance(hourMs);
    await publishDueEditions({ ...chat, newId: randomUUID, nextDueAfter, rewriter: createUnchanged() });
    const opened = await ask("/subscribe");
    expect(headlinesOf(opened)).toEqual(["台北下雨", "高雄推動智慧城市"]);
    const elsewhere = await choose(await choose(opened, "where", "elsewhere"), "where", "99 text");
    expect(headlinesOf(elsewhere)).toEqual(["台北下雨", "高雄推動智慧城市", "高雄輕軌延長"]);
    const edited = await ask("/subscribe edit:1");
    expect(headlinesOf(edited)).toEqual([]);
    expect(edited.text).toContain("nothing new");
  });
});

it.each([
  ["words", '"no end'],
  ["time", "whenever"],
  ["from", "source:nobody"],
])("what can't be read as %s is told, and what was chosen before still stands", async (step, value) => {
  const picked = await choose(await ask("/subscribe"), "about", "tag:高雄");
  const id = /draft:(\S+)/.exec(picked.choices[0]?.text ?? "")?.[1];
  const refused = await ask(`/subscribe draft:${id} ${step} ${value}`);
  expect(refused.text).toMatch(/^⚠ /);
  await press(refused, "confirm");
  expect((await kept())[0]?.filter).toMatchObject({ tags: ["高雄"], words: "" });
});

it("one that is there is changed the same way", async () => {
  await ask("/subscribe 輕軌 tag:高雄 hourly");
  const list = await ask("/subscriptions");
  const opened = await ask(list.choices[0]?.text ?? "");
  expect(opened.menus.map(({ text }) => text.split(" ").at(-1))).toEqual(["about", "from", "when", "look", "where"]);
  expect(optionsOf(opened, "about")[0]).toMatchObject({ value: "tag:高雄", isChosen: true });
  const before = (await kept())[0];
  expect((await press(await choose(opened, "when", "now"), "confirm")).title).toBe("Saved");
  expect(await kept()).toMatchObject([
    { id: before?.id, filter: { words: "輕軌", tags: ["高雄"] }, schedule: { kind: "now" } },
  ]);
});

it("one in another time zone is shown and kept in it", async () => {
  const order = { what: "all", when: "daily 08:00", timezone: "Europe/London" };
  const asked = { form: "command", command: "subscribe", args: order } as const;
  await chat.answer({ channel: onDiscord("en"), asker: owner, ask: asked });
  const opened = await ask("/subscribe edit:1");
  expect(opened.fields.find(({ name }) => name === "When")?.value).toContain("Europe/London");
  expect(optionsOf(opened, "when").find(({ isChosen }) => isChosen)?.label).toContain("Europe/London");
  await press(await choose(opened, "when", "daily 12:00"), "confirm");
  // Noon in London, in summer.
  expect(await kept()).toMatchObject([{ timeZone: "Europe/London", dueAt: Date.parse("2024-05-01T11:00:00Z") }]);
});

it("a time zone alone begins a draft in it", async () => {
  const asked = { form: "command", command: "subscribe", args: { timezone: "Asia/Tokyo" } } as const;
  const opened = await chat.answer({ channel: onDiscord("en"), asker: owner, ask: asked });
  await press(opened, "confirm");
  expect(await kept()).toMatchObject([{ timeZone: "Asia/Tokyo" }]);
});

it("the same subscription twice is refused at the end too", async () => {
  await press(await ask("/subscribe"), "confirm");
  expect((await press(await ask("/subscribe"), "confirm")).text).toContain("number 1");
});

it("who was let in to begin goes on, without a permission that Discord tells of", async () => {
  const letIn = { ...owner, mayManage: false };
  const opened = await ask("/subscribe");
  const picked = await ask(`${menu(opened, "about")?.text} tag:高雄`, { asker: letIn });
  await ask(picked.choices.find(({ isMain }) => isMain)?.text ?? "", { asker: letIn });
  expect(await kept()).toMatchObject([{ filter: { tags: ["高雄"] } }]);
  for (const line of ["/subscribe", "/subscribe edit:1"])
    expect((await ask(line, { asker: letIn })).text).toContain("Only those who may manage");
});

it("a draft is its asker's, is left when cancelled, and can't be gone on with when it is lost", async () => {
  const opened = await ask("/subscribe");
  const confirm = opened.choices.find(({ isMain }) => isMain)?.text ?? "";
  expect((await ask(confirm, { asker: { ...owner, id: "2" } })).text).toContain("somebody else's");
  expect((await press(opened, "cancel")).text).toBe("Nothing was changed.");
  expect((await ask("/subscribe draft:gone confirm")).text).toContain("Begin anew");
  expect((await ask("/subscribe edit:9")).text).toContain("Begin anew");
  expect(await kept()).toEqual([]);
});

it.each(locales)("in %s everything that it says and asks is there", async (locale) => {
  const opened = await ask("/subscribe", { locale });
  for (const { label } of [...opened.menus, ...opened.choices]) expect(label).not.toBe("");
  for (const { text } of opened.choices) expect(text.length).toBeLessThanOrEqual(100);
  const steps = [{ step: "words" }, { step: "time" }, { step: "tags" }, { step: "where", value: "webhook" }];
  for (const step of steps) {
    const form = subscribe.formFor?.({ draft: "x", ...step });
    for (const text of [form?.title[locale], ...(form?.lines ?? []).map(({ label }) => label[locale])]) {
      expect(text?.length).toBeGreaterThan(0);
      expect(text?.length).toBeLessThanOrEqual(45);
    }
  }
});

it("elsewhere than on Discord it offers the usual orders, as before", async () => {
  expect((await chat.ask("/subscribe")).choices[0]?.text).toBe("/subscribe all daily 08:00");
});
