// The desk's real commands on LINE: each in each language and in each kind of chat, typed as people type there, with its buttons.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renderEdition } from "../../src/adapters/platforms/line/looks/edition.ts";
import { richMenu } from "../../src/adapters/platforms/line/menu.ts";
import { profileKey } from "../../src/adapters/platforms/line/people.ts";
import { createLinePlatform } from "../../src/adapters/platforms/line.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { type Locale, type Localized, locales } from "../../src/records/channel.ts";
import { unsetChannel } from "../../src/records/channel-settings.ts";
import { articleEntry } from "../fakes/articles.ts";
import { type Chat, hourMs, noon, openChat } from "../fakes/chat.ts";
import { editionOf } from "../fakes/editions.ts";
import type { LineServer } from "../fakes/line.ts";
import { silentLog } from "../fakes/log.ts";
import { memoryCache } from "../fakes/memory-cache.ts";
import { fakePictures } from "../fakes/pictures.ts";
import { lineServers, serveWebhook } from "./line-desk.ts";

const kinds = ["user", "group", "room"] as const;
type Kind = (typeof kinds)[number];

const headline = (number: number) => `高雄推動智慧城市第${number}期`;
const orders: Localized = {
  en: "typhoon every day at 8",
  "zh-TW": "颱風 每天 8點",
  "zh-CN": "台风 每天 8点",
  ja: "台風 毎日 8時",
  ko: "태풍 매일 8시",
  th: "พายุ ทุกวัน 8 โมง",
};

/** Commands, with what follows their names in that language. */
const calls = (locale: Locale): readonly (readonly [name: string, rest: string])[] => [
  ["search", "高雄 智慧城市"],
  ["latest", ""],
  ["digest", "7d"],
  ["trending", ""],
  ["story", headline(0)],
  ["subscribe", ""],
  ["subscribe", orders[locale]],
  ["subscriptions", ""],
  ["unsubscribe", "1"],
  ["sources", ""],
  ["why", headline(0)],
  ["summarize", headline(0)],
  ["save", headline(0)],
  ["saved", ""],
  ["more", headline(0)],
  ["less", headline(1)],
  ["settings", ""],
  ["privacy", ""],
  ["help", ""],
];

interface Action {
  readonly type: string;
  readonly label?: string;
  readonly text?: string;
  readonly data?: string;
}

// On the one that checks every body, where it is there.
describe.each(lineServers.slice(-1))("the commands on LINE, on %s", (_, startLine) => {
  let chat: Chat;
  let line: LineServer;
  let platform: Platform;
  let cache: ReturnType<typeof memoryCache>;
  let webhook: Awaited<ReturnType<typeof serveWebhook>>;

  beforeEach(async () => {
    line = await startLine({});
    chat = await openChat();
    cache = memoryCache(chat.clock);
    await chat.store.archive(
      Array.from({ length: 12 }, (_, index) =>
        articleEntry({
          headline: headline(index),
          sourceId: "harbour",
          at: noon - (index + 1) * hourMs,
          tags: ["高雄"],
        }),
      ),
    );
    platform = createLinePlatform({
      ...{ channelAccessToken: line.token, channelSecret: line.secret, apiUrl: line.url, commands: chat.commands },
      ...{ pictures: fakePictures(), timeZone: "Asia/Taipei", log: silentLog, clock: chat.clock, cache },
    });
    await platform.start(chat.answer);
    webhook = await serveWebhook(platform);
  });

  afterEach(async () => {
    await platform.stop();
    webhook.closeWebhook();
    line.close();
    await chat.close();
    expect(line.violations).toEqual([]);
  });

  /** A chat of that kind whose readers have that language. */
  async function enter(kind: Kind, locale: Locale) {
    const [userId, address] = [line.hex("U"), line.hex({ user: "U", group: "C", room: "R" }[kind])];
    const source = kind === "user" ? { type: kind, userId } : { type: kind, [`${kind}Id`]: address, userId };
    const channel = kind === "user" ? userId : address;
    if (kind === "group") line.groups.set(address, 5);
    await cache.set(profileKey({ address: channel, userId }), { name: "小明", language: locale }, hourMs);
    await chat.store.saveChannelSettings(`line:${channel}`, { ...unsetChannel, locale });
    const send = async (event: ReturnType<LineServer["event"]>) => {
      const before = line.sent.length;
      await line.post(webhook.webhook, [event]);
      await platform.stop();
      await platform.start(chat.answer);
      // In a group anyone may change things, and it takes ten seconds from one to the next.
      if (kind !== "user") chat.clock.advance(11_000);
      return line.sent.slice(before).flatMap(({ messages }) => messages);
    };
    return {
      say: (text: string) => send(line.text(text, source)),
      press: ({ type, text = "", data = "" }: Action) =>
        send(type === "message" ? line.text(text, source) : line.event("postback", { postback: { data } }, source)),
    };
  }

  const nameOf = (name: string, locale: Locale) => chat.commands.find((one) => one.name === name)?.names[locale] ?? "";

  /** All that can be pressed in the messages and asks the desk something. */
  function actionsIn(messages: unknown): readonly Action[] {
    if (typeof messages !== "object" || messages === null) return [];
    if ("type" in messages && (messages.type === "message" || messages.type === "postback"))
      return [messages as Action];
    return Object.values(messages).flatMap(actionsIn);
  }

  const cases = locales.flatMap((locale) => kinds.map((kind) => [locale, kind] as const));

  it.each(cases)("each is answered in %s in a %s, and so is each of its buttons", async (locale, kind) => {
    const { say, press } = await enter(kind, locale);
    const pressed = new Set<string>();
    for (const [name, rest] of calls(locale)) {
      const slash = locale === "zh-TW" ? "／" : "/";
      const typed = `${slash}${nameOf(name, locale)} ${rest}`.trim();
      const messages = await say(typed);
      expect([typed, messages.length > 0]).toEqual([typed, true]);
      for (const action of actionsIn(messages)) {
        const question = action.data ?? action.text ?? "";
        // Of the buttons that all stories have, those of one.
        const kindOfQuestion = question.replace(/^(story=\w+):.*/, "$1");
        if (pressed.has(kindOfQuestion)) continue;
        pressed.add(kindOfQuestion);
        expect([question, (await press(action)).length > 0]).toEqual([question, true]);
      }
    }
    expect(pressed.size).toBeGreaterThan(10);
    expect(chat.log.lines.filter((entry) => /question refused|could not be answered/.test(entry))).toEqual([]);
  });

  it.each(locales)("in %s a one-on-one chat needs no slash, and a group is left in peace", async (locale) => {
    const [alone, group] = [await enter("user", locale), await enter("group", locale)];
    const order = `${nameOf("subscribe", locale)} ${orders[locale]}`;
    expect(JSON.stringify(await alone.say("高雄 智慧城市"))).toContain(headline(0));
    expect(JSON.stringify(await alone.say(order))).toContain("08:00");
    expect((await alone.say(nameOf("subscriptions", locale))).length).toBeGreaterThan(0);
    for (const text of ["高雄 智慧城市", order, nameOf("help", locale)]) expect(await group.say(text)).toEqual([]);
  });

  it.each(locales)("in %s each label of the menu, typed, does what its field does", async (locale) => {
    const { say, press } = await enter("user", locale);
    await say(`/${nameOf("save", locale)} ${headline(0)}`);
    const fields = richMenu(locale, { id: "menu", width: 1200, height: 810 }).areas?.map(
      ({ action }) => action as Action,
    );
    for (const field of (fields ?? []).filter(({ data }) => data?.startsWith("ask=")))
      expect([field.label, await say(field.label ?? "")]).toEqual([field.label, await press(field)]);
  });

  it("what was subscribed to in one's own chat is undone at once, by its button and without a name", async () => {
    const { say, press } = await enter("user", "zh-TW");
    const subscribed = await say("訂閱 高雄 每天 8點");
    expect(JSON.stringify(subscribed)).not.toContain("小明");
    const undo = actionsIn(subscribed).find(({ data }) => data?.includes("取消訂閱"));
    expect(JSON.stringify(await press(undo ?? { type: "" }))).toContain("已取消");
  });

  it("the next page is a press away, and a story is opened, kept and asked about by its buttons", async () => {
    const { say, press } = await enter("user", "zh-TW");
    const found = await say("高雄");
    const more = actionsIn(found).find(({ data, text }) => (data ?? text)?.includes("page:2"));
    expect(JSON.stringify(await press(more ?? { type: "" }))).toContain(headline(5));
    const stories = actionsIn(found).filter(({ data }) => data?.startsWith("story="));
    const ask = (order: string) =>
      press(stories.find(({ data }) => data?.startsWith(`story=${order}:`)) ?? { type: "" });
    const story = await ask("story");
    expect(JSON.stringify(story)).toContain(headline(0));
    expect(JSON.stringify(await ask("save"))).toContain("已收藏");
    expect(JSON.stringify(await ask("why"))).toContain(headline(0));
    const less = actionsIn(story).find(({ data }) => data?.includes("少看這類"));
    expect(JSON.stringify(await press(less ?? { type: "" }))).toContain("#高雄");
  });

  it("more like a story of a digest is asked for by its button", async () => {
    const { press } = await enter("user", "zh-TW");
    const [card] = await chat.store.latestCards([], 1, 0);
    const edition = { ...editionOf(card ? [card] : []), timeZone: "Asia/Taipei" };
    const buttons = actionsIn(renderEdition(edition, { locale: "zh-TW", look: "cards" }));
    const more = await press(buttons.find(({ data }) => data?.startsWith("story=more:")) ?? { type: "" });
    expect(JSON.stringify(more)).toContain("#高雄");
  });
});
