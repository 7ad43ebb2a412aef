// The Discord platform's journey: on our small fake always, and on the Discord that checks every body when it is there.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDiscordPlatform } from "../../src/adapters/platforms/discord.ts";
import type { Log, LogFields } from "../../src/ports/log.ts";
import type { Answer, Platform } from "../../src/ports/platform.ts";
import { SettingsError } from "../../src/records/errors.ts";
import type { Question } from "../../src/records/question.ts";
import type { Reply } from "../../src/records/reply.ts";
import { startFakeDiscord } from "../fakes/discord.ts";
import { memoryCache } from "../fakes/memory-cache.ts";
import { aChart, fakePictures } from "../fakes/pictures.ts";
import { sharedPath } from "../shared.ts";
import { startDiscordRig } from "./discord-rig.ts";
import { deliveryTo, latest, reply, subscribe } from "./discord-samples.ts";
import type { DiscordStage, StageOptions } from "./discord-stage.ts";

const rigPath = sharedPath("rigs", "discord", "rig.mjs");
const stages: [name: string, start: (options?: StageOptions) => Promise<DiscordStage>][] = [
  ["our fake", startFakeDiscord],
];
if (rigPath) stages.push(["the rig", (options = {}) => startDiscordRig(rigPath, options)]);

describe.each(stages)("Discord, on %s", (_, startStage) => {
  let stage: DiscordStage;
  let platform: Platform;
  let questions: Question[];
  let logged: string[];

  const write = (message: string, fields: LogFields = {}) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const log: Log = {
    debug: write,
    info: write,
    warn: write,
    error: (message, cause, fields) => write(`${message} ${String(cause)}`, fields),
  };
  const createPlatform = (
    token: string,
    timing: { readonly deferAfterMs?: number; readonly firstRetryMs?: number } = {},
  ) =>
    createDiscordPlatform({
      token,
      apiUrl: stage.url,
      commands: [latest, subscribe],
      pictures: fakePictures(),
      clock: Date,
      cache: memoryCache(Date),
      log,
      ...timing,
    });
  const answer: Answer = async (question) => {
    questions.push(question);
    return reply;
  };

  beforeEach(async () => {
    questions = [];
    logged = [];
    stage = await startStage();
    platform = createPlatform(stage.token);
  });

  afterEach(async () => {
    await platform.stop();
    await stage.close();
  });

  it("all commands are there after the start, in every language, and Discord finds no fault in them", async () => {
    await platform.start(answer);
    const [first, second] = stage.registered();
    expect(first).toMatchObject({
      name: "latest",
      description: "The newest stories",
      name_localizations: { "zh-TW": "最新", "zh-CN": "最新", ja: "最新", ko: "최신" },
      description_localizations: { "zh-TW": "最新的新聞", ja: "最新のニュース" },
      contexts: [0, 1, 2],
    });
    expect(first).toHaveProperty("options.0.name", "source");
    expect(second).toMatchObject({ name: "subscribe", default_member_permissions: "16" });
    expect(stage.violations()).toEqual([]);
  });

  it.each([
    ["en-GB", "en"],
    ["zh-TW", "zh-TW"],
    ["zh-CN", "zh-CN"],
    ["ja", "ja"],
    ["ko", "ko"],
    ["fr", "en"],
  ])("a reader whose Discord speaks %s is answered in %s", async (locale, expected) => {
    await platform.start(answer);
    const answered = await stage.slash("latest", { locale, args: { source: "harbour" } });
    expect(answered).toMatchObject({ state: "answered", isDeferred: false, isEphemeral: true });
    expect(questions).toMatchObject([
      {
        channel: {
          ...{ id: `discord:${stage.channelId}`, platform: "discord", address: stage.channelId, locale: expected },
          server: expect.stringMatching(/^\d+$/),
        },
        asker: { mayManage: false },
        ask: { form: "command", command: "latest", args: { source: "harbour" } },
      },
    ]);
    expect(stage.violations()).toEqual([]);
  });

  it("what managers set up speaks the server's language, or theirs when the server never chose one", async () => {
    await platform.start(answer);
    await stage.slash("subscribe", { mayManage: true, locale: "ko", serverLocale: "ja" });
    await stage.slash("subscribe", { mayManage: true, locale: "ko" });
    expect(questions.map(({ channel, asker }) => [channel.locale, asker.mayManage])).toEqual([
      ["ja", true],
      ["ko", true],
    ]);
  });

  it("whom a server lets use a managers' command may, and may not by a button, which Discord lets anybody press", async () => {
    await platform.start(answer);
    await stage.slash("subscribe");
    await stage.press("/subscribe", {});
    await stage.press("/subscribe", { mayManage: true });
    await stage.slash("latest");
    expect(questions.map(({ asker }) => asker.mayManage)).toEqual([true, false, true, false]);
  });

  it("in a direct message the reader is master of the channel", async () => {
    await platform.start(answer);
    await stage.slash("subscribe", { isDirect: true });
    expect(questions).toMatchObject([{ asker: { mayManage: true } }]);
  });

  it("a private reply is shown to the asker alone", async () => {
    await platform.start(async () => ({ ...reply, isPrivate: true }));
    expect(await stage.slash("latest")).toMatchObject({ isEphemeral: true });
    expect(stage.violations()).toEqual([]);
  });

  /** A desk that answers when what this returns is called, or at once where there is time for it. */
  async function startSlowly(answered: Reply, deferAfterMs: number): Promise<() => void> {
    const gate = Promise.withResolvers<void>();
    if (deferAfterMs > 1) gate.resolve();
    platform = createPlatform(stage.token, { deferAfterMs });
    await platform.start(async () => {
      await gate.promise;
      return answered;
    });
    return gate.resolve;
  }

  it.each([
    ["latest", {}],
    ["subscribe", { mayManage: true }],
  ])(
    "an answer to /%s that takes long is announced to its asker and filled in later, to be shown to all",
    async (command, asking) => {
      const onDeferred = await startSlowly(reply, 1);
      const answered = await stage.slash(command, { ...asking, onDeferred });
      const message = { embeds: [{ title: "Newest" }, {}] };
      expect(answered).toMatchObject({ isDeferred: true, isEphemeral: true, message });
      expect(JSON.stringify(answered)).toContain('"custom_id":"share"');
      expect(stage.violations()).toEqual([]);
    },
  );

  it.each([1, 60_000])(
    "a digest's preview is shown as components alone, after %i ms at most too",
    async (deferAfterMs) => {
      const preview = { edition: deliveryTo("7").edition, look: "cards", template: null } as const;
      const onDeferred = await startSlowly({ ...reply, preview, isPrivate: true }, deferAfterMs);
      const answered = await stage.slash("subscribe", { mayManage: true, onDeferred });
      expect(answered).toMatchObject({ isDeferred: deferAfterMs === 1, isEphemeral: true });
      expect(JSON.stringify(answered)).toMatch(/## Newest.*https:\/\/news.example\/ferry.jpg/s);
      expect(stage.violations()).toEqual([]);
    },
  );

  it.each([1, 60_000])(
    "a picture is attached to the answer, one that is announced after %i ms at most",
    async (deferAfterMs) => {
      const onDeferred = await startSlowly({ ...reply, picture: aChart }, deferAfterMs);
      const answered = await stage.slash("latest", { onDeferred });
      expect(answered).toMatchObject({
        isDeferred: deferAfterMs === 1,
        message: { embeds: [{ title: "Newest", image: { url: "attachment://picture.png" } }, {}] },
      });
      expect(stage.violations()).toEqual([]);
    },
  );

  it("a reply too long for one message goes on in a second, which is as private", async () => {
    const fields = Array.from({ length: 60 }, (_, index) => ({ name: `source ${index}`, value: "v".repeat(150) }));
    await platform.start(async () => ({ ...reply, fields, isPrivate: true }));
    const answered = await stage.slash("latest", { wantsFollowUp: true });
    expect(answered).toMatchObject({ message: { flags: 64, components: [{}] } });
    expect(JSON.stringify(answered)).toContain("source 59");
    expect(stage.violations()).toEqual([]);
  });

  it("a button asks its command, also after the desk was started anew", async () => {
    await platform.start(answer);
    const answered = await stage.slash("latest");
    const button = answered.state === "answered" ? answered.message.components?.[0]?.components?.[0] : undefined;
    expect(button).toMatchObject({ label: "More", custom_id: "/latest 2" });
    await platform.stop();
    platform = createPlatform(stage.token);
    await platform.start(answer);
    expect(await stage.press(button?.custom_id ?? "")).toMatchObject({ state: "answered" });
    expect(questions.at(-1)?.ask).toEqual({ form: "text", text: "/latest 2" });
    expect(stage.violations()).toEqual([]);
  });

  it("an answer that Discord no longer waits for is a line in the log", async () => {
    await stage.close();
    stage = await startStage({ answerWithinMs: -1 });
    platform = createPlatform(stage.token);
    await platform.start(answer);
    expect(await stage.slash("latest")).toEqual({ state: "missed" });
    await vi.waitFor(() => expect(logged.join("\n")).toContain("an answer came too late for Discord"));
    expect(await platform.deliver(deliveryTo(stage.channelId))).toMatchObject({ outcome: "delivered" });
  });

  it("a question asked while the connection is lost is answered when it is back", async () => {
    await platform.start(answer);
    stage.dropConnections();
    expect(await stage.slash("latest")).toMatchObject({ state: "answered" });
    expect(questions).toHaveLength(1);
  });

  it("an edition arrives once though it is sent twice, as text that mentions nobody", async () => {
    await platform.start(answer);
    const plain = deliveryTo(stage.channelId);
    const delivery = { ...plain, edition: { ...plain.edition, look: "embed" as const } };
    expect(await platform.deliver(delivery)).toMatchObject({ outcome: "delivered" });
    expect(await platform.deliver(delivery)).toMatchObject({ outcome: "delivered" });
    expect(stage.posted()).toMatchObject([
      {
        content: expect.stringContaining("ニュースまとめ"),
        embeds: [
          {
            title: "\\*\\*Ferry\\*\\* line opens, \\@everyone rides free",
            url: "https://news.example/ferry",
            description: expect.stringMatching(
              /\\<@123> was.*\n<t:1696392000:f> · #transport · ほかの配信元：Strait Times/s,
            ),
            footer: { text: expect.stringContaining("2") },
          },
        ],
      },
    ]);
    expect(stage.violations()).toEqual([]);
  });

  it("a channel that is deleted can't be posted to", async () => {
    await platform.start(answer);
    expect(await platform.deliver(deliveryTo("1"))).toMatchObject({ outcome: "barred" });
  });

  it("a Discord that fails is tried again later, and the edition still arrives once", async () => {
    await platform.start(answer);
    stage.failPosts({ status: 500 }, { status: 502 });
    const delivery = deliveryTo(stage.channelId);
    expect(await platform.deliver(delivery)).toMatchObject({ outcome: "retry" });
    expect(await platform.deliver(delivery)).toMatchObject({ outcome: "delivered" });
    expect(stage.posted()).toHaveLength(1);
  });

  it("a long rate limit goes back to the outbox with the wait that Discord asks for", async () => {
    await platform.start(answer);
    stage.failPosts({ status: 429, retryAfter: 600 });
    const result = await platform.deliver(deliveryTo(stage.channelId));
    expect(result).toMatchObject({ outcome: "retry" });
    expect(result).toHaveProperty("retryAfterMs", expect.closeTo(600_000, -3));
  });

  it.each(["wrong.token", "two words"])(
    "the token %j is refused by its setting's name and is never repeated",
    async (token) => {
      const refused: unknown = await createPlatform(token)
        .start(answer)
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(SettingsError);
      expect(String(refused)).toMatch(/DISCORD_TOKEN.*https:\/\/discord\.com\/developers/);
      const cause = refused instanceof Error && refused.cause instanceof Error ? refused.cause.stack : "";
      expect([String(refused), cause, ...logged].join("\n")).not.toContain(token);
    },
  );

  it("a Discord that can't be reached at the start is tried again until it can", async () => {
    const { port } = new URL(stage.url);
    await stage.close();
    platform = createPlatform(stage.token, { firstRetryMs: 10 });
    await platform.start(answer);
    expect(logged.join("\n")).toContain("Discord can't be reached; trying again");
    expect(await platform.deliver(deliveryTo(stage.channelId))).toMatchObject({ outcome: "retry" });
    stage = await startStage({ port: Number(port) });
    await vi.waitFor(() => expect(logged.join("\n")).toContain("Discord is connected"), 10_000);
    expect(await stage.slash("latest")).toMatchObject({ state: "answered" });
  });
});
