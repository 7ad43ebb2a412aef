// A digest and a desk that dies between sending and writing it down: the channels see it once.
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { publishEditions } from "../../src/pipeline.ts";
import type { DiscordStage } from "../conformance/discord-stage.ts";
import { fakeClock } from "../fakes/clock.ts";
import type { LineServer } from "../fakes/line.ts";
import { silentLog } from "../fakes/log.ts";
import { type ChatDesk, openChatDesk } from "./chat-desk.ts";
import { startLoopbackDiscord, startLoopbackLine } from "./loopback-platforms.ts";
import { deskFolder } from "./spawned-desk.ts";

const sourcesFile = join(import.meta.dirname, "sample-sources.yaml");
const clock = fakeClock(Date.parse("2026-11-23T10:00:00+08:00"));

let folder: Awaited<ReturnType<typeof deskFolder>>;
let discord: DiscordStage;
let line: LineServer;
let group: { readonly type: "group"; readonly groupId: string; readonly userId: string };
let desk: ChatDesk;

beforeEach(async () => {
  folder = await deskFolder();
  [discord, line] = [await startLoopbackDiscord(), await startLoopbackLine()];
  group = { type: "group", groupId: line.hex("C"), userId: line.hex("U") };
  line.groups.set(group.groupId, 3);
  await start();
});

afterEach(async () => {
  await desk.close();
  await Promise.all([discord.close(), line.close()]);
  await folder.remove();
});

async function start(): Promise<void> {
  const database = join(folder.path, "lede.db");
  desk = await openChatDesk({ database, sourcesFile, clock, log: silentLog, discord, line });
}

const pushes = () => line.sent.filter(({ kind }) => kind === "push");
const digests = () => discord.posted().filter((message) => JSON.stringify(message).includes("## 新聞摘要"));

async function subscribeBoth(): Promise<void> {
  await discord.slash("subscribe", { args: { what: "全部", when: "每小時" }, serverLocale: "zh-TW", mayManage: true });
  await line.post(`${desk.url}/line/webhook`, [line.text("/訂閱 全部 每小時", group)]);
  await expect.poll(() => line.sent.length, { timeout: 20_000 }).toBe(1);
}

/** Everything a worker does but its last step: the platforms have the edition, the archive does not know. */
async function sendWithoutWritingDown(): Promise<number> {
  const claimed = await desk.store.claimDeliveries(clock.now(), 120_000, 10);
  for (const delivery of claimed) {
    const platform = desk.platforms.find(({ name }) => name === delivery.channel.platform);
    expect(await platform?.deliver(delivery)).toMatchObject({ outcome: "delivered" });
  }
  return claimed.length;
}

it("a desk that dies right after sending does not send again when it is back", async () => {
  await subscribeBoth();
  await desk.turn();
  clock.advance(3_600_000);
  expect(await publishEditions(desk)).toBe(2);
  expect(await sendWithoutWritingDown()).toBe(2);

  await desk.close();
  await start();
  clock.advance(121_000);
  await desk.turn();

  expect(pushes()).toHaveLength(1);
  expect(digests()).toHaveLength(1);
  expect(await desk.store.claimDeliveries(clock.now() + 3_600_000, 1, 10)).toEqual([]);
});

it("an answer from LINE that gets lost after the edition was accepted costs no second push", async () => {
  await subscribeBoth();
  await desk.turn();
  clock.advance(3_600_000);
  line.faults.push({ route: "POST /v2/bot/message/push", reset: true, after: true, times: 1 });
  await desk.turn();
  clock.advance(60_000);
  await desk.turn();
  expect(pushes()).toHaveLength(1);
  expect(line.log.filter(({ path }) => path === "/v2/bot/message/push")).toHaveLength(2);
});

it("what a platform refused for an hour arrives once it works again", async () => {
  await subscribeBoth();
  await desk.turn();
  clock.advance(3_600_000);
  discord.failPosts({ status: 503 }, { status: 503 });
  line.faults.push({ route: "POST /v2/bot/message/push", status: 500, times: 1 });
  await desk.turn();
  expect(pushes()).toHaveLength(0);
  clock.advance(60_000);
  await desk.turn();
  expect([pushes().length, digests().length]).toEqual([1, 1]);
});
