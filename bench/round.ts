// A whole round of sources that all answer "not modified": seconds, requests a second and resident memory, on one core, of Lede and
// of Debian's newsboat, sfeed and rss2email, where they are installed. The publishers are a process of their own.
// Usage: node bench/round.ts [SOURCES]; 10000 when left out
import { type ChildProcess, execFile, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { type Reader, readers } from "./round-readers.ts";
import { roundUrls } from "./round-urls.ts";

const count = Number(process.argv[2] ?? 10_000);
/** A reader that takes longer is stopped, and judged by what it asked until then. */
const patienceMs = 120_000;
const sampleMs = 100;
const run = promisify(execFile);

interface Counts {
  readonly requests: number;
  readonly notModified: number;
}

async function countsSince(server: ChildProcess): Promise<Counts> {
  server.send("counts");
  const [counts] = (await once(server, "message")) as [Counts];
  return counts;
}

interface Measured {
  readonly seconds: number;
  readonly peakMiB: number;
  readonly isStopped: boolean;
}

/** Runs a command on core 0 in a session of its own, whose processes' memory is added up several times a second. */
async function measure([command, ...args]: readonly string[], folder: string): Promise<Measured> {
  const startedAt = performance.now();
  const env = { ...process.env, HOME: folder };
  const child = spawn("taskset", ["-c", "0", command ?? "", ...args], { detached: true, stdio: "ignore", env });
  const ended = once(child, "close");
  let peakKiB = 0;
  let isStopped = false;
  const sampling = setInterval(async () => {
    const { stdout } = await run("ps", ["-o", "rss=", "-s", String(child.pid)]).catch(() => ({ stdout: "" }));
    peakKiB = Math.max(
      peakKiB,
      stdout.split("\n").reduce((sum, rss) => sum + Number(rss), 0),
    );
    if (performance.now() - startedAt < patienceMs || isStopped || child.pid === undefined) return;
    isStopped = true;
    process.kill(-child.pid, "SIGKILL");
  }, sampleMs);
  await ended;
  clearInterval(sampling);
  return { seconds: (performance.now() - startedAt) / 1000, peakMiB: peakKiB / 1024, isStopped };
}

async function isInstalled(command: string): Promise<boolean> {
  return run("which", [command]).then(
    () => true,
    () => false,
  );
}

async function compete({ name, command, prepare }: Reader, urls: readonly string[], port: number): Promise<void> {
  if (!(await isInstalled(command))) return console.log(`${name}: not installed`);
  const folder = await mkdtemp(join(tmpdir(), "lede-round-"));
  await mkdir(join(folder, "feeds"));
  const rounds = await prepare(folder, urls, port);
  for (const [index, words] of rounds.entries()) {
    await countsSince(server);
    const { seconds, peakMiB, isStopped } = await measure(words, folder);
    const { requests, notModified } = await countsSince(server);
    const round = index === rounds.length - 1 ? "round" : "first round";
    console.log(
      `${name}, ${round}: ${requests} requests, ${notModified} not modified, in ${seconds.toFixed(1)} s` +
        `${isStopped ? " (then stopped)" : ""}: ${(requests / seconds).toFixed(0)}/s, ${peakMiB.toFixed(0)} MiB at the most`,
    );
    // Its next round would find a half-read state.
    if (isStopped) break;
  }
  await rm(folder, { recursive: true, force: true });
}

const server = fork(new URL("round-server.ts", import.meta.url));
const [port] = (await once(server, "message")) as [number];
const urls = roundUrls(count, port);
console.log(`${count} sources, each on a host of its own; times with each program's start`);
for (const reader of readers) await compete(reader, urls, port);
server.kill();
