// The Discord platform without a gateway: Discord calls the desk, over real HTTP, and takes the answers as its own rules say.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startHttpServer } from "../../src/adapters/http/server.ts";
import { createDiscordPlatform } from "../../src/adapters/platforms/discord.ts";
import type { Answer, Platform } from "../../src/ports/platform.ts";
import { SettingsError } from "../../src/records/errors.ts";
import { startFakeDiscord } from "../fakes/discord.ts";
import { silentLog } from "../fakes/log.ts";
import { memoryCache } from "../fakes/memory-cache.ts";
import { aChart, fakePictures } from "../fakes/pictures.ts";
import { sharedPath } from "../shared.ts";
import { type HttpSide, openHttpSide } from "./discord-http-side.ts";
import { startDiscordRig } from "./discord-rig.ts";
import { deliveryTo, latest, reply, subscribe } from "./discord-samples.ts";
import type { DiscordStage } from "./discord-stage.ts";

const rigPath = sharedPath("rigs", "discord", "rig.mjs");
const stages: [name: string, start: () => Promise<DiscordStage>][] = [["our fake", startFakeDiscord]];
if (rigPath) stages.push(["the rig", () => startDiscordRig(rigPath, {})]);

describe.each(stages)("Discord without a gateway, on %s", (_, startStage) => {
  let stage: DiscordStage;
  let side: HttpSide;
  let close: () => Promise<void>;

  /** A desk that is open, answers so and is called by Discord. */
  async function openDesk(answer: Answer, { token = stage.token, deferAfterMs = 60_000 } = {}): Promise<Platform> {
    const platform = createDiscordPlatform({
      token,
      publicKey: side.publicKey,
      apiUrl: stage.url,
      commands: [latest, subscribe],
      pictures: fakePictures(),
      clock: Date,
      cache: memoryCache(Date),
      log: silentLog,
      deferAfterMs,
    });
    const server = await startHttpServer({
      host: "127.0.0.1",
      port: 0,
      routes: platform.routes,
      log: silentLog,
      checkHealth: async () => [],
    });
    close = async () => {
      await platform.stop();
      await server.close();
    };
    await platform.start(answer);
    side.callAt(`${server.url}/discord/interactions`);
    return platform;
  }

  beforeEach(async () => {
    stage = await startStage();
    side = await openHttpSide(stage);
    close = async () => undefined;
  });

  afterEach(async () => {
    await close();
    side.close();
    await stage.close();
  });

  it("a command, its buttons and an edition make the whole journey", async () => {
    const platform = await openDesk(async () => reply);
    expect(stage.registered().map(({ name }) => name)).toEqual(["latest", "subscribe"]);
    const answered = await stage.slash("latest", { locale: "ja", args: { source: "harbour" } });
    expect(answered).toMatchObject({
      state: "answered",
      isDeferred: false,
      message: { embeds: [{ title: "Newest" }, {}] },
    });
    const button = answered.state === "answered" ? answered.message.components?.[0]?.components?.[0] : undefined;
    expect(await stage.press(button?.custom_id ?? "")).toMatchObject({ state: "answered", isDeferred: false });
    expect(await platform.deliver(deliveryTo(stage.channelId))).toMatchObject({ outcome: "delivered" });
    expect(stage.posted().filter(({ nonce }) => nonce !== undefined)).toHaveLength(1);
    expect(side.statuses).toEqual([200, 200]);
    expect(stage.violations()).toEqual([]);
  });

  it("an answer that takes long is announced first and filled in later", async () => {
    const gate = Promise.withResolvers<void>();
    const answer = async () => {
      await gate.promise;
      return reply;
    };
    await openDesk(answer, { deferAfterMs: 1 });
    const answered = await stage.slash("latest", { onDeferred: gate.resolve });
    expect(answered).toMatchObject({
      isDeferred: true,
      isEphemeral: true,
      message: { embeds: [{ title: "Newest" }, {}] },
    });
    expect(side.statuses).toEqual([202]);
    expect(stage.violations()).toEqual([]);
  });

  it("a picture goes by a call of its own, for Discord does not take every file in a response", async () => {
    await openDesk(async () => ({ ...reply, picture: aChart }));
    const answered = await stage.slash("latest");
    expect(answered).toMatchObject({
      isDeferred: false,
      message: { embeds: [{ image: { url: "attachment://picture.png" } }, {}] },
    });
    expect(stage.violations()).toEqual([]);
  });

  it("a reply too long for one message goes on in a second, which Discord gets after the first", async () => {
    const fields = Array.from({ length: 60 }, (_, index) => ({ name: `source ${index}`, value: "v".repeat(150) }));
    await openDesk(async () => ({ ...reply, fields, isPrivate: true }));
    const answered = await stage.slash("latest", { wantsFollowUp: true });
    expect(answered).toMatchObject({ message: { flags: 64 } });
    expect(JSON.stringify(answered)).toContain("source 59");
    expect(stage.violations()).toEqual([]);
  });

  it("a token that Discord refuses one day holds editions back, and no answer, which needs none", async () => {
    const gate = Promise.withResolvers<void>();
    const answer = async () => {
      await gate.promise;
      return reply;
    };
    const platform = await openDesk(answer, { deferAfterMs: 1 });
    stage.failPosts({ status: 401 });
    for (const attempt of ["refused", "held back"])
      expect([attempt, await platform.deliver(deliveryTo(stage.channelId))]).toMatchObject([
        attempt,
        { outcome: "retry" },
      ]);
    expect(stage.posted()).toEqual([]);
    expect(await stage.slash("latest", { onDeferred: gate.resolve })).toMatchObject({
      isDeferred: true,
      message: { embeds: [{ title: "Newest" }, {}] },
    });
  });

  it("a token that Discord refuses is refused by its setting's name", async () => {
    await expect(openDesk(async () => reply, { token: "wrong.token" })).rejects.toThrow(SettingsError);
  });
});
