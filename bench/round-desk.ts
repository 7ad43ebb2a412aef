// Lede's part of bench/round.ts, a process of its own: one round of the sources, then its time and peak memory as JSON.
// Usage: node bench/round-desk.ts FOLDER prepare COUNT PORT | node bench/round-desk.ts FOLDER round NUMBER
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { readSettings } from "../config/settings.ts";
import { openDesk } from "../src/desk.ts";
import { gatherNews } from "../src/pipeline.ts";
import type { FeedSource } from "../src/records/source.ts";
import { silentLog } from "../test/fakes/log.ts";
import { roundUrls } from "./round-urls.ts";

const [folder = "", task = "", ...rest] = process.argv.slice(2);
const [first = 0, second = 0] = rest.map(Number);
const weekMs = 7 * 24 * 60 * 60_000;
// Each round a week after the last: everything is due again.
const startAt = Date.UTC(2026, 10, 23) + (task === "round" ? first * weekMs : 0);
const sourcesFile = join(folder, "sources.yaml");
await writeFile(sourcesFile, "sources: []\n");
const settings = {
  SOURCES_FILE: sourcesFile,
  ALLOW_PRIVATE_NETWORKS: "true",
  DATABASE_URL: `sqlite:${folder}/lede.db`,
};
const desk = await openDesk(readSettings(settings), silentLog, { clock: { now: () => startAt } });
if (task === "prepare") await addSources(first, second);
else await runRound();
await desk.close();

async function addSources(count: number, port: number): Promise<void> {
  for (const [index, url] of roundUrls(count, port).entries()) {
    const source: FeedSource = { id: `s${index}`, name: `Quiet Post ${index}`, kind: "feed", url, fullText: "feed" };
    await desk.store.keepSource(source, startAt);
  }
}

async function runRound(): Promise<void> {
  const restingMiB = Math.round(process.memoryUsage.rss() / 2 ** 20);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  await gatherNews(desk);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  const states = await desk.store.sourceStates();
  const failed = states.filter(({ failures, polledAt }) => failures > 0 || polledAt !== startAt).length;
  console.log(
    JSON.stringify({ seconds, cpuSeconds: (cpu.user + cpu.system) / 1_000_000, failed, restingMiB, peakMiB }),
  );
}
