// A desk that is told to end: soon, with nothing lost, whatever it waits for.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore } from "../../src/adapters/stores/open-store.ts";
import { type LoopbackSite, openLoopbackSite } from "../fakes/loopback-site.ts";
import { deskFolder, spawnDesk } from "./spawned-desk.ts";

const root = join(import.meta.dirname, "..", "..");

let folder: Awaited<ReturnType<typeof deskFolder>>;
let site: LoopbackSite;

beforeEach(async () => {
  [folder, site] = [await deskFolder(), await openLoopbackSite()];
});

afterEach(async () => {
  await site.close();
  await folder.remove();
});

/** Serves a feed that is asked for and never comes; resolves when it is asked for. */
function serveSilence(): Promise<void> {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  site.serve("/feed", () => resolve());
  return asked;
}

async function settings(): Promise<Record<string, string>> {
  const sourcesFile = join(folder.path, "sources.yaml");
  const source = `- { id: silence, name: Silence, kind: feed, url: "${site.origin}/feed" }`;
  await writeFile(sourcesFile, `sources:\n  ${source}\n`);
  return {
    DATABASE_URL: `sqlite:${join(folder.path, "lede.db")}`,
    SOURCES_FILE: sourcesFile,
    ALLOW_PRIVATE_NETWORKS: "true",
  };
}

it("a desk that waits for a feed ends at once, and the feed is due when it starts again", async () => {
  const asked = serveSilence();
  const desk = await spawnDesk(await settings());
  await asked;
  expect(await desk.stop()).toBe(0);

  const store = await openStore(`sqlite:${join(folder.path, "lede.db")}`);
  const claimed = await store.claimDueSources(new Set(["silence"]), Date.now(), 1, 1);
  await store.close();
  // Had it been waited for, it would have failed.
  expect(claimed).toMatchObject([{ sourceId: "silence", failures: 0, problem: null }]);
});

it("a command that waits for a feed ends at the first signal", async () => {
  const asked = serveSilence();
  const env = { PATH: process.env.PATH, ...(await settings()) };
  const command = spawn(process.execPath, ["src/start.js", "poll"], { cwd: root, env, stdio: "ignore" });
  const ended = new Promise<unknown>((resolve) => command.once("close", (_, signal) => resolve(signal)));
  await asked;
  command.kill("SIGTERM");
  expect(await ended).toBe("SIGTERM");
});
