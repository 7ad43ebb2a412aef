// Wrong tokens and forged signatures: the setting is named, no secret is shown, nothing gets in and nothing is lost.
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DiscordStage } from "../conformance/discord-stage.ts";
import type { LineServer } from "../fakes/line.ts";
import { startLoopbackDiscord, startLoopbackLine } from "./loopback-platforms.ts";
import { runLede } from "./run-lede.ts";
import { deskFolder } from "./spawned-desk.ts";
import { openTwoSourceDesk, rssItem, type TwoSourceDesk } from "./two-source-desk.ts";

describe("a desk with a wrong token", () => {
  let folder: Awaited<ReturnType<typeof deskFolder>>;
  let discord: DiscordStage;
  let line: LineServer;

  beforeEach(async () => {
    folder = await deskFolder();
    [discord, line] = [await startLoopbackDiscord(), await startLoopbackLine()];
  });

  afterEach(async () => {
    await Promise.all([discord.close(), line.close()]);
    await folder.remove();
  });

  const settings = () => ({
    DATABASE_URL: `sqlite:${folder.path}/lede.db`,
    SOURCES_FILE: join(import.meta.dirname, "sample-sources.yaml"),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    LINE_CHANNEL_ACCESS_TOKEN: line.token,
    LINE_CHANNEL_SECRET: line.secret,
    LINE_API_URL: line.url,
    LOG_LEVEL: "debug",
  });

  it.each([
    ["DISCORD_TOKEN", "MTA5.another-bots.token"],
    ["LINE_CHANNEL_ACCESS_TOKEN", "another-channels-token+/="],
  ])("does not start, and names %s as what to mend", async (name, token) => {
    const ended = await runLede(["serve"], { ...settings(), [name]: token });
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toMatch(new RegExp(`lede can't start:\\n  ${name} .*https://`));
    for (const secret of [token, discord.token, line.token, line.secret])
      expect(ended.stdout + ended.stderr).not.toContain(secret);
  });

  it.each(["DISCORD_TOKEN", "LINE_CHANNEL_ACCESS_TOKEN", "LINE_CHANNEL_SECRET"])(
    "of white space or line breaks in %s is refused before anything is sent",
    async (name) => {
      const ended = await runLede(["serve"], { ...settings(), [name]: "half a\nsecret" });
      expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(`${name} must be`) });
      expect(ended.stdout + ended.stderr).not.toContain("half a");
      expect(line.log).toEqual([]);
    },
  );

  it("is told so by the doctor, without the token", async () => {
    const wrong = { DISCORD_TOKEN: "MTA5.another-bots.token", LINE_CHANNEL_ACCESS_TOKEN: "another-channels-token" };
    const ended = await runLede(["doctor"], { ...settings(), ...wrong });
    expect(ended.exitCode).toBe(1);
    expect(ended.stdout).toMatch(/✗ discord +the platform refuses DISCORD_TOKEN/);
    expect(ended.stdout).toMatch(/✗ line +the platform refuses LINE_CHANNEL_ACCESS_TOKEN/);
    expect(ended.stdout + ended.stderr).not.toMatch(/another/);
  });
});

describe("an open desk", () => {
  let journey: TwoSourceDesk;

  beforeEach(async () => {
    journey = await openTwoSourceDesk();
  });

  afterEach(() => journey.close());

  it("does nothing at a forged LINE signature, and answers the true one", async () => {
    const { desk, line, group } = journey;
    const webhook = `${desk.url}/line/webhook`;
    const before = await desk.store.subscriptionsOf(`line:${group.groupId}`);
    const forged = line.text("/取消訂閱 1", group);
    expect(await line.post(webhook, [forged], { badSignature: true })).toMatchObject({ status: 401 });
    expect((await fetch(webhook, { method: "POST", body: '{"events":[]}' })).status).toBe(401);
    expect(line.sent).toHaveLength(1);
    expect(await desk.store.subscriptionsOf(`line:${group.groupId}`)).toEqual(before);
    // The same event, signed: coming forged, it was not even remembered as seen. The clock leaves the cooldown behind.
    desk.clock.advance(60_000);
    expect(await line.post(webhook, [forged])).toMatchObject({ status: 200 });
    await expect.poll(() => line.sent.length, { timeout: 20_000 }).toBe(2);
    expect(await desk.store.subscriptionsOf(`line:${group.groupId}`)).toEqual([]);
    expect(journey.faults()).toEqual([]);
  });

  it("keeps the edition whose token was revoked, and sends it once the token is right", async () => {
    const { desk, discord, line, log } = journey;
    journey.publishGood(rssItem("good-1", "港口新橋今天通車典禮"));
    discord.failPosts({ status: 401 });
    line.faults.push({ route: "POST /v2/bot/message/push", status: 401, times: 1 });
    await journey.nextHour();
    expect(journey.digests().line).toBe("[]");
    expect(log.lines.filter((text) => text.startsWith("edition not delivered"))).toHaveLength(2);
    await journey.nextHour();
    expect(journey.digests().line).toContain("港口新橋今天通車典禮");
    expect(journey.digests().discord).toContain("港口新橋今天通車典禮");
    expect(await desk.store.check()).toEqual([]);
    expect(journey.faults()).toEqual([]);
  });
});
