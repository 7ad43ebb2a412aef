// What becomes of questions and editions while the gateway goes away, and on a bot of more servers than one connection takes.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDiscordPlatform } from "../../src/adapters/platforms/discord.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { startFakeDiscord } from "../fakes/discord.ts";
import { rememberingLog } from "../fakes/log.ts";
import { memoryCache } from "../fakes/memory-cache.ts";
import { fakePictures } from "../fakes/pictures.ts";
import { sharedPath } from "../shared.ts";
import { startDiscordRig } from "./discord-rig.ts";
import { deliveryTo, latest, reply } from "./discord-samples.ts";
import type { DiscordStage } from "./discord-stage.ts";

const rigPath = sharedPath("rigs", "discord", "rig.mjs");
const stages: [name: string, start: () => Promise<DiscordStage>][] = [["our fake", startFakeDiscord]];
if (rigPath) stages.push(["the rig", () => startDiscordRig(rigPath, {})]);

let platform: Platform;
let stage: DiscordStage;
let log: ReturnType<typeof rememberingLog>;

function createPlatform(): Platform {
  log = rememberingLog();
  return createDiscordPlatform({
    ...{
      token: stage.token,
      apiUrl: stage.url,
      commands: [latest],
      pictures: fakePictures(),
      clock: Date,
      cache: memoryCache(Date),
      log,
    },
  });
}

afterEach(async () => {
  await platform.stop();
  await stage.close();
});

describe.each(stages)("a gateway in the midst of a digest, on %s", (_, startStage) => {
  beforeEach(async () => {
    stage = await startStage();
    platform = createPlatform();
    await platform.start(async () => reply);
  });

  it.each<[what: string, fail: (stage: DiscordStage) => void, isBack: string]>([
    ["that drops", (gateway) => gateway.dropConnections(), "Discord's gateway is back"],
    ["that asks for another connection", (gateway) => gateway.askToReconnect(), "Discord's gateway is back"],
  ])("%s costs no edition and no question", async (_what, fail, isBack) => {
    const deliveries = Array.from({ length: 6 }, () => deliveryTo(stage.channelId));
    const half = deliveries.length / 2;
    const before = await Promise.all(deliveries.slice(0, half / 3).map((delivery) => platform.deliver(delivery)));
    const during = deliveries.slice(half / 3, half).map((delivery) => platform.deliver(delivery));
    fail(stage);
    const answered = stage.slash("latest", { args: { source: "harbour" } });
    const results = [...before, ...(await Promise.all(during))];
    expect(await answered).toMatchObject({ state: "answered" });
    await vi.waitFor(() => expect(log.lines.join("\n")).toContain(isBack), 10_000);
    const rest = await Promise.all(deliveries.slice(half).map((delivery) => platform.deliver(delivery)));
    expect([...results, ...rest]).toMatchObject(deliveries.map(() => ({ outcome: "delivered" })));
    expect(new Set(stage.posted().flatMap(({ nonce }) => nonce ?? [])).size).toBe(deliveries.length);
    expect(stage.posted().filter(({ nonce }) => nonce !== undefined)).toHaveLength(deliveries.length);
    expect(stage.violations()).toEqual([]);
  });

  it("that has forgotten its bot is begun anew with, and questions are answered again", async () => {
    const delivering = platform.deliver(deliveryTo(stage.channelId));
    stage.endSessions();
    expect(await delivering).toMatchObject({ outcome: "delivered" });
    const opened = () => log.lines.filter((line) => line.includes("Discord's gateway is open"));
    await vi.waitFor(() => expect(opened()).toHaveLength(2), { timeout: 30_000 });
    expect(await stage.slash("latest", { args: { source: "harbour" } })).toMatchObject({ state: "answered" });
    expect(stage.violations()).toEqual([]);
  });
});

it("a bot of many servers has as many connections as Discord recommends, and answers on all of them, direct messages on the first", async () => {
  stage = await startFakeDiscord({ shards: 2 });
  platform = createPlatform();
  await platform.start(async () => reply);
  expect(await stage.slash("latest")).toMatchObject({ state: "answered" });
  expect(await stage.slash("latest", { isDirect: true })).toMatchObject({ state: "answered" });
  stage.dropConnections();
  expect(await stage.slash("latest")).toMatchObject({ state: "answered" });
  expect(await stage.slash("latest", { isDirect: true })).toMatchObject({ state: "answered" });
  expect(stage.violations()).toEqual([]);
});
