// /sources on Discord, from the real commands to the archive: on our small fake always, and on the Discord that checks every body when it is there.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiscordPlatform } from "../../src/adapters/platforms/discord.ts";
import { loadCommands } from "../../src/commands.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { type Chat, openChat } from "../fakes/chat.ts";
import { startFakeDiscord } from "../fakes/discord.ts";
import { memoryCache } from "../fakes/memory-cache.ts";
import { fakePictures } from "../fakes/pictures.ts";
import { sharedPath } from "../shared.ts";
import { startDiscordRig } from "./discord-rig.ts";
import type { DiscordStage } from "./discord-stage.ts";

const rigPath = sharedPath("rigs", "discord", "rig.mjs");
const stages: [name: string, start: () => Promise<DiscordStage>][] = [["our fake", () => startFakeDiscord()]];
if (rigPath) stages.push(["the rig", () => startDiscordRig(rigPath, {})]);

describe.each(stages)("/sources, on %s", (_, startStage) => {
  let stage: DiscordStage;
  let platform: Platform;
  let chat: Chat;

  beforeEach(async () => {
    chat = await openChat();
    stage = await startStage();
    platform = createDiscordPlatform({
      ...{
        token: stage.token,
        apiUrl: stage.url,
        pictures: fakePictures(),
        clock: Date,
        cache: memoryCache(Date),
        log: chat.log,
      },
      commands: await loadCommands(new URL("../../commands/", import.meta.url)),
    });
    await platform.start(chat.answer);
  });

  afterEach(async () => {
    await platform.stop();
    await stage.close();
    await chat.close();
  });

  const textOf = (answered: Awaited<ReturnType<DiscordStage["slash"]>>): string => JSON.stringify(answered);

  it("has its orders as subcommands, with names in every language", () => {
    const sources = stage.registered().find(({ name }) => name === "sources");
    const orders = (sources && "options" in sources && sources.options) || [];
    expect(orders.map(({ name }) => name)).toEqual(["list", "add", "test", "pause", "resume", "remove"]);
    expect(orders[3]).toMatchObject({
      ...{ type: 1, name_localizations: { "zh-TW": "暫停", "zh-CN": "暂停", ja: "一時停止", ko: "일시중지" } },
      options: [{ name: "source", required: true, autocomplete: true }],
    });
    expect(stage.violations()).toEqual([]);
  });

  it("pauses a source for a manager, shows it in the list, and resumes it by the button", async () => {
    const asking = { locale: "ja", mayManage: true };
    const paused = await stage.slash("sources", { ...asking, order: "pause", args: { source: "island" } });
    expect(textOf(paused)).toContain("一時停止しました");
    expect(textOf(await stage.slash("sources", { ...asking, order: "list" }))).toContain("から一時停止中");
    expect([...(await chat.store.pausedSources()).keys()]).toEqual(["island"]);
    expect(textOf(await stage.press("/配信元 再開 island", asking))).toContain("再開しました");
    expect(await chat.store.pausedSources()).toEqual(new Map());
    expect(stage.violations()).toEqual([]);
  });

  it.each([
    ["a direct message", { isDirect: true }],
    ["a direct message with somebody else", { takenTo: "people" }],
    ["a server that the bot is no member of", { takenTo: "server", mayManage: true }],
  ] as const)("is for looking only in %s, where anybody may manage", async (_where, asking) => {
    const pause = { ...asking, order: "pause", args: { source: "island" } };
    expect(textOf(await stage.slash("sources", pause))).toContain("From here only those whom its operator names");
    // Whose buttons any message's may be.
    await stage.slash("privacy", asking);
    expect(textOf(await stage.press("/sources pause island", asking))).toContain(
      "From here only those whom its operator names",
    );
    expect(await chat.store.pausedSources()).toEqual(new Map());
    expect(textOf(await stage.slash("sources", { ...asking, order: "list" }))).toContain("Island Times");
    expect(stage.violations()).toEqual([]);
  });

  it("is for looking only where somebody may not manage the channel", async () => {
    const refused = await stage.slash("sources", { order: "pause", args: { source: "island" } });
    expect(textOf(refused)).toContain("Only those who may manage this channel");
    expect(await chat.store.pausedSources()).toEqual(new Map());
    const tested = await stage.slash("sources", { order: "test", args: { source: "island" } });
    expect(tested).toMatchObject({ state: "answered", isEphemeral: true });
    expect(textOf(tested)).toContain("Island Times can't be read");
    expect(stage.violations()).toEqual([]);
  });
});
