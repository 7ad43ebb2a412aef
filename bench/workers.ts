// Sources polled a second by 1, 2 and 4 workers on one PostgreSQL: publishers that take a while to answer, and such that answer at once.
// Usage: node bench/workers.ts DATABASE [SOURCES], an empty database such as postgres://postgres@127.0.0.1/bench
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../src/adapters/stores/open-store.ts";
import { roundUrls } from "./round-urls.ts";

const [databaseUrl = "", count = "2000"] = process.argv.slice(2);
const sources = Number(count);
const weekMs = 7 * 24 * 60 * 60_000;
const answerMs = 300;
let at = Date.UTC(2026, 10, 23);

interface Answer {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
const sourcesFile = join(folder, "sources.yaml");
await writeFile(sourcesFile, "sources: []\n");

async function startWorker(): Promise<ChildProcess> {
  const child = fork(new URL("workers-process.ts", import.meta.url), [databaseUrl, sourcesFile, String(at)]);
  await once(child, "message");
  return child;
}

/** All sources once, by so many workers; resolves to seconds by the clock, and of their processors. */
async function round(workers: number): Promise<Answer> {
  at += weekMs;
  const children = await Promise.all(Array.from({ length: workers }, startWorker));
  const startedAt = performance.now();
  const answers = await Promise.all(
    children.map(async (child) => {
      child.send("go");
      const [cpuSeconds] = (await once(child, "message")) as [number];
      return { cpuSeconds, seconds: (performance.now() - startedAt) / 1000 };
    }),
  );
  for (const child of children) child.kill();
  const cpuSeconds = answers.reduce((sum, answer) => sum + answer.cpuSeconds, 0);
  return { cpuSeconds, seconds: Math.max(...answers.map(({ seconds }) => seconds)) };
}

async function measure(delayMs: number): Promise<void> {
  const server = fork(new URL("round-server.ts", import.meta.url), [String(delayMs)]);
  const [port] = (await once(server, "message")) as [number];
  const store = await openStore(databaseUrl);
  for (const [index, url] of roundUrls(sources, port).entries())
    await store.keepSource({ id: `s${index}`, name: `Quiet Post ${index}`, kind: "feed", url, fullText: "feed" }, at);
  // The first round reads the feeds; in the others they are unchanged.
  await round(2);
  for (const workers of [1, 2, 4]) {
    const { seconds, cpuSeconds } = await round(workers);
    const late = (await store.sourceStates()).filter(({ polledAt, failures }) => polledAt !== at || failures > 0);
    console.log(
      `answers after ${delayMs} ms, ${workers} workers: ${(sources / seconds).toFixed(0)} sources/s` +
        ` (${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor in the workers; ${late.length} not polled)`,
    );
  }
  await store.close();
  server.kill();
}

console.log(`${sources} sources, each on a host of its own; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`);
await measure(answerMs);
await measure(0);
await rm(folder, { recursive: true });
