// Workers of different roles on one archive: where that is possible, and what they do for each other.
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSettings } from "../../config/settings.ts";
import { openStore } from "../../src/adapters/stores/open-store.ts";
import { type Desk, openDesk } from "../../src/desk.ts";
import { deliverEditions, publishEditions } from "../../src/pipeline.ts";
import { type OpenPlatforms, openPlatforms } from "../../src/platforms.ts";
import type { DiscordStage } from "../conformance/discord-stage.ts";
import { anEntry, aSubscription, room } from "../conformance/store-fixtures.ts";
import { rememberingLog } from "../fakes/log.ts";
import { createTestDatabase, findPostgres, type TestDatabase } from "../fakes/postgres-server.ts";
import { startLoopbackDiscord } from "./loopback-platforms.ts";
import { runLede } from "./run-lede.ts";
import { deskFolder, spawnDesk } from "./spawned-desk.ts";

const server = await findPostgres();
const sources = { SOURCES_FILE: join(import.meta.dirname, "sample-sources.yaml"), ALLOW_PRIVATE_NETWORKS: "true" };

describe("an archive in SQLite", () => {
  let folder: Awaited<ReturnType<typeof deskFolder>>;
  let env: Readonly<Record<string, string>>;

  beforeEach(async () => {
    folder = await deskFolder();
    env = { ...sources, DATABASE_URL: `sqlite:${join(folder.path, "lede.db")}` };
  });
  afterEach(() => folder.remove());

  it("is served by one process: a second is refused with a reason, and may serve once the first is killed", async () => {
    const first = await spawnDesk(env);
    const second = await runLede(["serve"], env);
    expect(second).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("Another process serves this archive"),
    });
    await first.kill();
    const third = await spawnDesk(env);
    expect(await third.stop()).toBe(0);
  });

  it("leaves nothing to other processes: a role but `all` is refused with a reason", async () => {
    const poller = await runLede(["serve", "--role", "poll"], env);
    expect(poller).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("on PostgreSQL only") });
    const unknown = await runLede(["serve", "--role", "read"], env);
    expect(unknown).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("all, poll, deliver or web") });
  });
});

// Machines are shared: this only ends what hangs.
const patience = { timeout: 60_000 };
const title = "an archive in PostgreSQL (left out where no server answers at TEST_DATABASE_URL or 127.0.0.1:5432)";

describe.skipIf(server === null)(title, () => {
  let database: TestDatabase;
  let discord: DiscordStage;
  let workers: (Desk & OpenPlatforms)[] = [];
  let log: ReturnType<typeof rememberingLog>;

  beforeEach(async () => {
    log = rememberingLog();
    [database, discord] = [await createTestDatabase(server ?? ""), await startLoopbackDiscord()];
  });
  afterEach(async () => {
    for (const worker of workers) await end(worker);
    await discord.close();
    await database.drop();
  });

  async function open(ROLE: string): Promise<Desk & OpenPlatforms> {
    const discordSettings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url };
    const env = { ...sources, ...discordSettings, DATABASE_URL: database.url, HTTP_PORT: "0", ROLE };
    const desk = await openDesk(readSettings(env), log);
    const platforms = await openPlatforms(desk);
    const close = async () => {
      await platforms.close();
      await desk.close();
    };
    const worker = { ...desk, ...platforms, close };
    workers.push(worker);
    return worker;
  }

  async function end(worker: Desk & OpenPlatforms): Promise<void> {
    workers = workers.filter((one) => one !== worker);
    await worker.close();
  }

  it("has one worker answer on Discord, and another one when that is gone", async () => {
    const first = await open("web");
    await open("all");
    await open("deliver");
    expect(await discord.slash("help")).toMatchObject({ state: "answered" });
    await end(first);
    const connections = () => log.lines.filter((line) => line.startsWith("Discord is connected"));
    await expect.poll(() => connections().length, patience).toBe(2);
    expect(await discord.slash("help")).toMatchObject({ state: "answered" });
    // A second answer to one question is refused by Discord.
    expect(discord.violations()).toEqual([]);
  });

  it("shows in the room what a worker without a room has delivered, once", async () => {
    const web = await open("web");
    const deliverer = await open("deliver");
    expect(deliverer.url).toBeNull();
    const reader = await fetch(`${web.url}/room/events`);
    const shown = readEvents(reader);
    const now = Date.now();
    await deliverer.store.saveChannel(room);
    await deliverer.store.addSubscription(aSubscription("hourly", { dueAt: now, coveredUntil: now - 3_600_000 }));
    await deliverer.store.archive([anEntry("一", { publishedAt: now - 1000, collectedAt: now - 1000 })]);
    await web.store.onWake(() => void web.showDelivered());
    expect(await publishEditions(deliverer)).toBe(1);
    expect(await deliverEditions(deliverer)).toBe(1);
    await expect.poll(() => shown.join(""), patience).toContain("第一則消息");
    await web.showDelivered();
    const messages = shown
      .join("")
      .split("\n")
      .filter((line) => line.includes("第一則消息"));
    expect(messages).toHaveLength(1);
  });

  it("has workers on its list while they live, and none once they have stopped", async () => {
    const env = { ...sources, DATABASE_URL: database.url };
    const desk = await spawnDesk(env);
    const store = await openStore(database.url);
    await expect.poll(() => store.workers(), patience).toMatchObject([{ role: "all" }]);
    const { stdout } = await runLede(["doctor"], env);
    expect(stdout).toMatch(/✓ workers +.*all since .*, last heard of \d+ s ago/);
    expect(await desk.stop()).toBe(0);
    expect(await store.workers()).toEqual([]);
    await store.close();
  });
});

/** What the stream has said so far; it ends with its server. */
function readEvents(response: Response): readonly string[] {
  const said: string[] = [];
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) said.push(decoder.decode(chunk, { stream: true }));
  };
  read().catch(() => {});
  return said;
}
