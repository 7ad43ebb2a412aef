// From the guided flow to the post, for every place that a digest can go to, on the Discord that checks every body.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiscordPlatform } from "../../src/adapters/platforms/discord.ts";
import { createUnchanged } from "../../src/adapters/summarizers/unchanged.ts";
import { publishDueEditions } from "../../src/deliver/publish.ts";
import { sendDelivery } from "../../src/deliver/send.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { nextDueAfter } from "../../src/schedule.ts";
import { articleEntry } from "../fakes/articles.ts";
import { type Chat, hourMs, noon, openChat } from "../fakes/chat.ts";
import { type DiscordWithWebhooks, startDiscordWithWebhooks } from "../fakes/discord-webhooks.ts";
import { briefLeases } from "../fakes/leases.ts";
import { silentLog } from "../fakes/log.ts";
import { memoryCache } from "../fakes/memory-cache.ts";
import { fakePictures } from "../fakes/pictures.ts";
import { sharedPath } from "../shared.ts";

interface Pressable {
  readonly type: number;
  readonly content?: string;
  readonly custom_id?: string;
}
interface Message {
  readonly channel_id: string;
  readonly nonce?: string;
  readonly content: string;
  readonly flags: number;
  readonly embeds?: readonly { readonly fields?: readonly { readonly name: string; readonly value: string }[] }[];
  readonly components?: readonly (Pressable & { readonly components?: readonly Pressable[] })[];
}
interface Channel {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly parent_id: string | null;
}
interface Interaction {
  readonly ack?: { readonly type: number };
  readonly missed?: number;
  readonly edits: readonly unknown[];
  readonly original?: Message;
}
interface Rig {
  readonly token: string;
  readonly url: string;
  readonly guild: { locale: string };
  readonly human: unknown;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly messages: ReadonlyMap<string, Message>;
  readonly commands: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>;
  readonly violations: readonly { readonly side?: string }[];
  readonly faults: { readonly route: string; readonly status: number; times: number }[];
  readonly interact: (payload: object, options: object) => Promise<Interaction>;
  readonly close: () => void;
}

const rigPath = sharedPath("rigs", "discord", "rig.mjs");

describe.skipIf(rigPath === null)("the places on Discord", () => {
  let chat: Chat;
  let rig: Rig;
  let discord: DiscordWithWebhooks;
  let platform: Platform;
  let hours: number;

  beforeEach(async () => {
    const { startDiscord } = await import(rigPath ?? "");
    rig = await startDiscord({});
    rig.guild.locale = "en-US";
    discord = await startDiscordWithWebhooks(rig.url);
    chat = await openChat();
    hours = 0;
    const { store, clock } = chat;
    platform = createDiscordPlatform({
      ...{ token: rig.token, apiUrl: discord.url, commands: chat.commands, pictures: fakePictures() },
      ...{ clock, cache: memoryCache(clock), log: silentLog, deferAfterMs: 60_000 },
      onHook: async (address, hook) => {
        const id = `discord:${address}`;
        const settings = (await store.channelSettings([id])).get(id);
        if (settings?.place?.kind === "webhook")
          await store.saveChannelSettings(id, { ...settings, place: { ...settings.place, hook } });
      },
    });
    await platform.start(chat.answer, chat.suggestAll);
  });

  afterEach(async () => {
    await platform.stop();
    await discord.close();
    rig.close();
    await chat.close();
  });

  const channelOf = (type: number) => [...rig.channels.values()].find((channel) => channel.type === type)?.id ?? "";
  const settled = ({ ack, missed, edits }: Interaction): boolean =>
    missed !== undefined || (ack !== undefined && ![5, 6].includes(ack.type)) || edits.length > 0;
  const happen = (payload: object, channelId: string) => {
    const member = { user: rig.human, roles: [], joined_at: new Date(0).toISOString(), flags: 0, permissions: "16" };
    return rig.interact({ ...payload, member }, { until: settled, userLocale: "en-US", channel_id: channelId });
  };
  const slash = (name: string, channelId: string, args: Readonly<Record<string, string>> = {}) => {
    const id = rig.commands.get("global")?.find((one) => one.name === name)?.id;
    const options = Object.entries(args).map(([option, value]) => ({ type: 3, name: option, value }));
    return happen({ type: 2, data: { id, name, type: 1, options } }, channelId);
  };
  const idOf = ({ original }: Interaction, step: string) =>
    original?.components?.flatMap((row) => row.components ?? []).find(({ custom_id: id }) => id?.endsWith(` ${step}`))
      ?.custom_id;
  const press = (shown: Interaction, step: string, channelId: string, data: object = { component_type: 2 }) =>
    happen(
      { type: 3, message: { flags: 64, ...shown.original }, data: { custom_id: idOf(shown, step), ...data } },
      channelId,
    );
  const select = (shown: Interaction, step: string, value: string, channelId: string) =>
    press(shown, step, channelId, { component_type: 3, values: [value] });
  const pick = (shown: Interaction, id: string, channelId: string, permissions = "16") => {
    const { name, type } = rig.channels.get(id) ?? {};
    const channels = { [id]: { id, name, type, permissions } };
    return press(shown, "where", channelId, { component_type: 8, values: [id], resolved: { channels } });
  };
  const fieldsOf = ({ original }: Interaction) => original?.embeds?.flatMap(({ fields = [] }) => fields) ?? [];
  const whereOf = ({ original }: Interaction) =>
    original?.components
      ?.map(({ content }) => /^\*\*Where\*\* (.*)$/m.exec(content ?? "")?.[1])
      .find((value) => value !== undefined);

  /** An hour goes by in which something happens, and what is due goes out. */
  async function nextEdition(outcome = "delivered"): Promise<void> {
    hours += 1;
    const at = noon + hours * hourMs - 60_000;
    await chat.store.archive([articleEntry({ headline: `高雄第${hours}號`, sourceId: "harbour", at, tags: ["高雄"] })]);
    chat.clock.advance(hourMs);
    const parts = { store: chat.store, clock: chat.clock, log: silentLog, nextDueAfter };
    await publishDueEditions({ ...parts, newId: () => crypto.randomUUID(), rewriter: createUnchanged() });
    for (const delivery of await chat.store.claimDeliveries(chat.clock.now(), 60_000, 10))
      expect(await sendDelivery(delivery, { ...parts, platforms: [platform], leases: briefLeases })).toBe(outcome);
  }
  const begin = async (channelId: string) => select(await slash("subscribe", channelId), "when", "hourly", channelId);
  const editions = () => [...rig.messages.values()].filter(({ nonce }) => nonce !== undefined);
  const faults = () => [...rig.violations.filter(({ side }) => side !== "response"), ...discord.violations];

  it("a forum gets a post for each digest, and is listed, voted for and ended from any of them", async () => {
    const [news, forum] = [channelOf(0), channelOf(15)];
    const picked = await pick(await select(await begin(news), "where", "elsewhere", news), forum, news);
    expect(whereOf(picked)).toBe(`<#${forum}> · a post for each digest`);
    await press(picked, "confirm", news);
    await nextEdition();
    const post = [...rig.channels.values()].find(({ parent_id: parent }) => parent === forum)?.id ?? "";
    expect(rig.messages.get(post)?.channel_id).toBe(post);
    const listed = await slash("subscriptions", post);
    expect(fieldsOf(listed)).toHaveLength(1);
    const story = rig.messages
      .get(post)
      ?.components?.flatMap(({ components = [] }) => components)
      .flatMap((one) => (one as { components?: readonly Pressable[] }).components ?? [one])
      .find(({ custom_id: id }) => id?.startsWith("/more"));
    await happen({ type: 3, message: { flags: 0 }, data: { custom_id: story?.custom_id, component_type: 2 } }, post);
    expect(await chat.store.tagWeights(`discord:${forum}`, 0)).toEqual([{ tag: "高雄", weight: 1 }]);
    await slash("unsubscribe", post, { number: "1" });
    expect(await chat.store.subscriptionsOf(`discord:${forum}`)).toEqual([]);
    expect(faults()).toEqual([]);
  });

  it("a forum that refuses a digest pauses, its subscriber is told, and a change in any of its posts goes on", async () => {
    const [news, forum] = [channelOf(0), channelOf(15)];
    const picked = await pick(await select(await begin(news), "where", "elsewhere", news), forum, news);
    await press(picked, "confirm", news);
    await nextEdition();
    const posts = () => [...rig.channels.values()].filter(({ parent_id: parent }) => parent === forum);
    const post = posts()[0]?.id ?? "";
    rig.faults.push({ route: "POST /channels/{channel_id}/threads", status: 403, times: 1 });
    await nextEdition("barred");
    const told = [...rig.messages.values()].find(({ channel_id: id }) => rig.channels.get(id)?.type === 1);
    expect(told?.content).toContain(`<#${forum}>`);
    const listed = await slash("subscriptions", post);
    expect(fieldsOf(listed)[0]?.value).toContain("paused");
    await press(await press(listed, "edit:1", post), "confirm", post);
    await nextEdition();
    expect(posts()).toHaveLength(2);
    expect(faults()).toEqual([]);
  });

  it("a compact digest's menu opens a story for who chooses it, and its button the rest, in a thread too", async () => {
    const news = channelOf(0);
    await slash("settings", news, { look: "compact" });
    await press(await select(await begin(news), "where", "threads", news), "confirm", news);
    const at = noon + hours * hourMs + 1000;
    await chat.store.archive(
      Array.from({ length: 13 }, (_, index) =>
        articleEntry({ headline: `Harbour ${"abcdefghijklm"[index]?.repeat(9)}`, sourceId: "harbour", at }),
      ),
    );
    await nextEdition();
    const [digest] = editions();
    const thread = digest?.channel_id ?? "";
    const controls = digest?.components?.flatMap(({ components = [] }) => components) ?? [];
    const [menu, rest] = controls.map(({ custom_id }) => custom_id);
    const shown = { type: 3, message: { ...digest, flags: 0 } };
    const [story] = await chat.store.latestCards([], 1, 0);
    const opened = await happen(
      { ...shown, data: { custom_id: menu, component_type: 3, values: [story?.articleId] } },
      thread,
    );
    expect(opened.ack).toMatchObject({ type: 4, data: { flags: 64, embeds: [{}] } });
    const others = await happen({ ...shown, data: { custom_id: rest, component_type: 2 } }, thread);
    expect(others.ack).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(others.original?.embeds).toHaveLength(1 + 4);
    expect(faults()).toEqual([]);
  });

  it("a digest that is refused for what it says is told of in the list", async () => {
    const news = channelOf(0);
    await press(await begin(news), "confirm", news);
    rig.faults.push({ route: "POST /channels/{channel_id}/messages", status: 400, times: 1 });
    await nextEdition("refused");
    expect(fieldsOf(await slash("subscriptions", news))[0]?.value).toContain("could not be delivered");
    expect(faults()).toEqual([]);
  });

  it("a channel that its picker may not manage is left alone", async () => {
    const [news, forum] = [channelOf(0), channelOf(15)];
    const denied = await pick(await select(await begin(news), "where", "elsewhere", news), forum, news, "2048");
    expect(JSON.stringify(denied.original)).toContain("may not manage");
    await press(denied, "confirm", news);
    expect(await chat.store.subscriptionsOf(`discord:${forum}`)).toEqual([]);
    expect(faults()).toEqual([]);
  });

  it("each digest opens a thread, where its buttons count for the channel", async () => {
    const news = channelOf(0);
    const chosen = await select(await begin(news), "where", "threads", news);
    expect(whereOf(chosen)).toBe("Here · a thread for each digest");
    await press(chosen, "confirm", news);
    await nextEdition();
    const thread = [...rig.channels.values()].find(({ parent_id: parent }) => parent === news)?.id ?? "";
    expect(editions().map(({ channel_id: id }) => id)).toEqual([thread]);
    await slash("less", thread, { article: "高雄第1號" });
    expect(await chat.store.tagWeights(`discord:${news}`, 0)).toEqual([{ tag: "高雄", weight: -1 }]);
    expect(faults()).toEqual([]);
  });

  it("an announcement is passed on when that was asked for, also of a later subscription, and not before", async () => {
    const announcements = channelOf(5);
    await press(await begin(announcements), "confirm", announcements);
    await nextEdition();
    const changed = await press(await slash("subscriptions", announcements), "edit:1", announcements);
    await press(await press(changed, "followers on", announcements), "confirm", announcements);
    await nextEdition();
    expect(editions().map(({ flags }) => flags & 1)).toEqual([0, 1]);
    const second = await select(await slash("subscribe", announcements), "when", "now", announcements);
    await press(second, "confirm", announcements);
    await nextEdition();
    expect(editions().at(-1)?.flags).toSatisfy((flags: number) => (flags & 1) === 1);
    expect(faults()).toEqual([]);
  });

  it("a webhook posts under its own name, and is made anew when somebody deleted it", async () => {
    const news = channelOf(0);
    const opened = await begin(news);
    const form = await select(opened, "where", "webhook", news);
    expect(form.ack?.type).toBe(9);
    const fields = Object.entries({ name: "Harbour News", picture: "" }).map(([name, value], index) => ({
      ...{ type: 18, id: index, component: { type: 4, id: index + 10, custom_id: name, value } },
    }));
    const custom_id = `${idOf(opened, "where")} webhook`;
    const filled = await happen(
      { type: 5, message: { flags: 64, ...opened.original }, data: { custom_id, components: fields } },
      news,
    );
    expect(whereOf(filled)).toBe("Here · as Harbour News");
    await press(filled, "confirm", news);
    await nextEdition();
    await nextEdition();
    discord.deleteHooks();
    await nextEdition();
    await nextEdition();
    expect(discord.posts.map(({ hookId, body }) => [hookId, body.username])).toEqual(
      ["9001", "9001", "9002", "9002"].map((id) => [id, "Harbour News"]),
    );
    expect(editions()).toEqual([]);
    expect(faults()).toEqual([]);
  });
});
