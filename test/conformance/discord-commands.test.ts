// The desk's real commands on the Discord that checks every body: each in each language, with its buttons, menus and forms.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiscordPlatform } from "../../src/adapters/platforms/discord.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { type Locale, locales } from "../../src/records/channel.ts";
import { articleEntry } from "../fakes/articles.ts";
import { type Chat, hourMs, noon, openChat } from "../fakes/chat.ts";
import { rssFeed } from "../fakes/feeds.ts";
import { silentLog } from "../fakes/log.ts";
import { answer, openLoopbackSite } from "../fakes/loopback-site.ts";
import { memoryCache } from "../fakes/memory-cache.ts";
import { fakePictures } from "../fakes/pictures.ts";
import { sharedPath } from "../shared.ts";
import { foreignTexts, shownTexts } from "./spoken-language.ts";

interface Pressable {
  readonly type: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly options?: readonly { readonly value: string }[];
}
interface Message {
  readonly id: string;
  readonly components?: readonly { readonly components?: readonly Pressable[] }[];
}
interface Interaction {
  readonly ack?: {
    readonly type: number;
    readonly data?: { readonly choices?: readonly unknown[]; readonly custom_id?: string };
  };
  readonly missed?: number;
  readonly edits: readonly unknown[];
  readonly original?: Message;
}
interface Rig {
  readonly token: string;
  readonly url: string;
  readonly guild: { locale: string };
  readonly human: unknown;
  readonly commands: ReadonlyMap<
    string,
    readonly {
      readonly id: string;
      readonly name: string;
      readonly name_localizations?: Readonly<Record<string, string>>;
      readonly type?: number;
    }[]
  >;
  readonly violations: readonly { readonly side?: string }[];
  readonly channels: ReadonlyMap<string, unknown>;
  readonly interact: (payload: object, options: object) => Promise<Interaction>;
  readonly close: () => void;
}

const rigPath = sharedPath("rigs", "discord", "rig.mjs");

describe.skipIf(rigPath === null)("the commands on Discord", () => {
  let chat: Chat;
  let rig: Rig;
  let platform: Platform;

  beforeEach(async () => {
    const { startDiscord } = await import(rigPath ?? "");
    rig = await startDiscord({});
    chat = await openChat();
    const entry = (headline: string, hours: number, tags: readonly string[]) =>
      articleEntry({ headline, sourceId: hours % 2 ? "harbour" : "island", at: noon - hours * hourMs, tags });
    await chat.store.archive(
      Array.from({ length: 12 }, (_, index) =>
        entry(`高雄推動智慧城市第${index}期`, index + 1, ["高雄", `標籤${index}`]),
      ),
    );
    platform = createDiscordPlatform({
      ...{ token: rig.token, apiUrl: rig.url, commands: chat.commands, pictures: fakePictures() },
      ...{ clock: chat.clock, cache: memoryCache(chat.clock), log: silentLog, deferAfterMs: 60_000 },
    });
    await platform.start(chat.answer, chat.suggestAll);
  });

  afterEach(async () => {
    await platform.stop();
    rig.close();
    await chat.close();
  });

  const settled = ({ ack, missed, edits }: Interaction): boolean =>
    missed !== undefined || (ack !== undefined && ![5, 6].includes(ack.type)) || edits.length > 0;
  const happen = (payload: object, userLocale = "en-US") => {
    // One who may set up the channel.
    const member = { user: rig.human, roles: [], joined_at: new Date(0).toISOString(), flags: 0, permissions: "16" };
    return rig.interact({ ...payload, member }, { until: settled, userLocale });
  };
  const registered = (name: string, type = 1) =>
    rig.commands.get("global")?.find((one) => one.name === name && (one.type ?? 1) === type);
  const option = ([name, value]: readonly [string, string], focused = false) => ({
    type: 3,
    name,
    value,
    ...(focused && { focused }),
  });
  const slash = (name: string, args: Readonly<Record<string, string>>, locale?: string) => {
    const options = Object.entries(args).map((one) => option(one));
    const { id } = registered(name) ?? {};
    return happen({ type: 2, data: { id, name, type: 1, options } }, locale);
  };
  const subcommand = (name: string, order: string, args: Readonly<Record<string, string>>, locale?: string) => {
    const options = [{ type: 1, name: order, options: Object.entries(args).map((one) => option(one)) }];
    return happen({ type: 2, data: { id: registered(name)?.id, name, type: 1, options } }, locale);
  };
  // As Discord hands it back: who sees it stands in its flags.
  const press = (message: Message | undefined, data: object, locale?: string) =>
    happen({ type: 3, message: { flags: 64, ...message }, data }, locale);
  const pressables = (message: Message | undefined) =>
    message?.components?.flatMap((row) => row.components ?? []) ?? [];
  /** What the desk did wrong; how the rig fills in its own answers is its own affair. */
  const faults = () => rig.violations.filter(({ side }) => side !== "response");

  const calls: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ["search", { query: "高雄" }],
    ["latest", {}],
    ["digest", { period: "7d" }],
    ["trending", {}],
    ["subscribe", {}],
    ["subscribe", { what: "高雄", when: "hourly" }],
    ["subscriptions", {}],
    ["unsubscribe", {}],
    ["story", { article: "高雄推動智慧城市第0期" }],
    ["why", { article: "高雄推動智慧城市第0期" }],
    ["summarize", { article: "高雄推動智慧城市第0期" }],
    ["save", { article: "高雄推動智慧城市第0期" }],
    ["saved", {}],
    ["more", { article: "高雄推動智慧城市第0期" }],
    ["less", { article: "高雄推動智慧城市第1期" }],
    ["settings", {}],
    ["settings", { look: "compact" }],
    ["help", {}],
    ["privacy", {}],
    ["forget-me", {}],
  ];

  // The news is what it is, and so are the names of sources and of who asks.
  const quoted = /[*]*高雄[*]*推動智慧城市第\d+期|智慧城市|高雄|標籤\d+|港都日報|Island Times|Lede/g;
  /** What is said in another language than the asker's. */
  const foreignIn = ({ ack, original }: Interaction, locale: Locale) =>
    foreignTexts(shownTexts(ack?.type === 9 ? ack.data : original), locale, quoted);

  const discordNameOf = (locale: Locale) => (locale === "en" ? "en-US" : locale);

  it.each(locales)("each is answered in %s, and so is each of its buttons", async (locale) => {
    // Its owners never chose a language.
    rig.guild.locale = "en-US";
    const asked = discordNameOf(locale);
    for (const [name, args] of calls) {
      const answered = await slash(name, args, asked);
      expect([name, answered.ack?.type, foreignIn(answered, locale)]).toEqual([name, 4, []]);
      const { original } = answered;
      for (const { custom_id: customId, type } of pressables(original).filter((one) => one.type === 2)) {
        if (customId === "share") continue;
        const pressed = await press(original, { custom_id: customId, component_type: type }, asked);
        expect([customId, pressed.missed, foreignIn(pressed, locale)]).toEqual([customId, undefined, []]);
      }
    }
    expect(faults()).toEqual([]);
  });

  it.each(locales)("each order of /sources is answered in %s", async (locale) => {
    const site = await openLoopbackSite();
    const feed = site.serve("/feed", answer(200, {}, rssFeed("港都日報", ["高雄推動智慧城市第9期"])));
    const orders = [
      ["list", {}],
      ["test", { source: "island" }],
      ["pause", { source: "island" }],
      ["resume", { source: "island" }],
      ["add", { address: feed }],
    ] as const;
    const asked = discordNameOf(locale);
    const answers: Interaction[] = [];
    for (const [order, args] of orders) answers.push(await subcommand("sources", order, args, asked));
    const [added] = await chat.store.addedSources();
    answers.push(await subcommand("sources", "remove", { source: added?.id ?? "" }, asked));
    for (const answered of answers) expect([answered.ack?.type, foreignIn(answered, locale)]).toEqual([4, []]);
    expect(await chat.store.addedSources()).toEqual([]);
    await site.close();
    expect(faults()).toEqual([]);
  });

  it.each(locales)("the entries of a message's menu are named and answered in %s", async (locale) => {
    for (const name of ["Search this", "Summarize links"]) {
      const entry = registered(name, 3);
      const shown = locale === "en" ? entry?.name : entry?.name_localizations?.[locale];
      expect(foreignTexts([shown ?? ""], locale, quoted)).toEqual([]);
      const message = { id: "5", content: "高雄推動智慧城市第3期", embeds: [] };
      const data = { id: entry?.id, name, type: 3, target_id: "5", resolved: { messages: { 5: message } } };
      expect(foreignIn(await happen({ type: 2, data }, discordNameOf(locale)), locale)).toEqual([]);
    }
    expect(faults()).toEqual([]);
  });

  it("a subscription is put together by menus and a form, in one message that only its maker sees", async () => {
    const opened = await slash("subscribe", {}, "zh-TW");
    const menu = (step: string, { original }: Interaction) =>
      pressables(original).find(({ custom_id: id }) => id?.endsWith(` ${step}`));
    const what = menu("about", opened);
    expect(what?.options?.[0]?.value).toBe("tag:高雄");
    const picked = await press(opened.original, {
      custom_id: what?.custom_id,
      component_type: 3,
      values: ["tag:高雄"],
    });
    expect(picked.ack?.type).toBe(7);
    const words = menu("words", opened);
    const form = await press(opened.original, { custom_id: words?.custom_id, component_type: 2 });
    expect(form.ack).toMatchObject({ type: 9, data: { custom_id: words?.custom_id } });
    const field = { type: 18, id: 1, component: { type: 4, id: 2, custom_id: "value", value: "智慧城市" } };
    const filled = {
      type: 5,
      message: { flags: 64, ...opened.original },
      data: { custom_id: words?.custom_id, components: [field] },
    };
    expect((await happen(filled)).ack?.type).toBe(7);
    const confirm = menu("confirm", opened);
    expect((await press(opened.original, { custom_id: confirm?.custom_id, component_type: 2 })).ack?.type).toBe(7);
    const [channelId] = rig.channels.keys();
    expect(await chat.store.subscriptionsOf(`discord:${channelId}`)).toMatchObject([
      { filter: { words: "智慧城市", tags: ["高雄"] }, schedule: { kind: "daily", hour: 8 } },
    ]);
    expect(faults()).toEqual([]);
  });

  it("what is being typed is completed", async () => {
    const options = [option(["query", "高雄"], true)];
    const { ack } = await happen({ type: 4, data: { id: registered("search")?.id, name: "search", type: 1, options } });
    expect(ack).toMatchObject({
      type: 8,
      data: { choices: expect.arrayContaining([{ name: "#高雄 (12)", value: "tag:高雄" }]) },
    });
    expect(faults()).toEqual([]);
  });

  it("the menu over a message searches for what it says, and summarises what it links to", async () => {
    const message = { id: "5", content: "聽說高雄推動智慧城市第3期", embeds: [] };
    const pick = (name: string) =>
      happen({
        type: 2,
        data: { id: registered(name, 3)?.id, name, type: 3, target_id: "5", resolved: { messages: { 5: message } } },
      });
    expect((await pick("Search this")).ack?.type).toBe(4);
    expect((await pick("Summarize links")).ack?.type).toBe(4);
    expect(faults()).toEqual([]);
  });

  it("a private answer is shared as it was seen", async () => {
    const { original } = await slash("search", { query: "高雄" });
    const shared = await press(original, { custom_id: "share", component_type: 2 });
    expect(shared.ack).toMatchObject({ type: 4, data: { embeds: [{ title: "Search: 高雄" }, {}, {}, {}, {}, {}] } });
    expect(faults()).toEqual([]);
  });
});
