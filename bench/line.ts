// Questions over LINE, on the LINE rig: how long each webhook waits for its answer, and whether anything is worked twice.
// Usage: node bench/line.ts [EVENTS_A_SECOND] [SECONDS] [--beside WORK] [--fresh] [--archive FILE] [--database URL]
// Exits with 1 when it misses what is promised: each webhook answered within 100 ms at ten a second, 1 s at more, each question once.
// 1000 for 10 s when left out. WORK is what the desk does meanwhile, see line-beside.ts. --fresh: the desk has answered nothing yet, and does
// not wait with its work either. --archive: a copy of this SQLite file is what the desk has; else it makes up a hundred articles.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { readSettings } from "../config/settings.ts";
import { type Desk, openDesk } from "../src/desk.ts";
import { openPlatforms } from "../src/platforms.ts";
import { articleEntry } from "../test/fakes/articles.ts";
import { silentLog } from "../test/fakes/log.ts";
import { sharedPath } from "../test/shared.ts";
import { prepareWork, works } from "./line-beside.ts";
import type { Posted, Posting } from "./line-poster.ts";
import type { ReadyRig, RigCount } from "./line-rig.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    beside: { type: "string", default: "nothing" },
    fresh: { type: "boolean", default: false },
    archive: { type: "string" },
    database: { type: "string" },
  },
});
const [perSecond = 1000, seconds = 10] = positionals.map(Number);
const work = works.find((name) => name === options.beside);
if (work === undefined) throw new RangeError(`--beside takes one of ${works.join(", ")}`);
// A desk that has been at work for a while: the first questions of its life are slow.
const before = options.fresh ? 0 : 200;
const people = 500;
const again = 20;

const rigPath = sharedPath("rigs", "line", "rig.mjs");
if (rigPath === null) throw new Error("This bench needs the LINE rig, which is not in this clone.");
const rig = fork(new URL("line-rig.ts", import.meta.url), [
  rigPath,
  String(perSecond * seconds + before),
  String(people),
]);
const poster = fork(new URL("line-poster.ts", import.meta.url));
const next = async <Message>(from: ChildProcess): Promise<Message> => ((await once(from, "message")) as [Message])[0];
const { url, token, secret, calls } = await next<ReadyRig>(rig);

const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
const sourcesFile = join(folder, "sources.yaml");
await writeFile(sourcesFile, "sources: []\n");
const databaseUrl = options.database ?? `sqlite:${folder}/lede.db`;
if (options.archive !== undefined) await copyFile(options.archive, join(folder, "lede.db"));
const beside = await prepareWork(work, { folder, sourcesFile, databaseUrl });
const settings = readSettings({
  DATABASE_URL: databaseUrl,
  SOURCES_FILE: sourcesFile,
  ALLOW_PRIVATE_NETWORKS: "true",
  HTTP_PORT: "0",
  LINE_CHANNEL_ACCESS_TOKEN: token,
  LINE_CHANNEL_SECRET: secret,
  LINE_API_URL: url,
});
const desk = await openDesk(settings, silentLog);
if (options.archive === undefined) await makeUpArticles(desk);
const { close, url: deskUrl, platforms } = await openPlatforms(desk);
const webhook = `${deskUrl}/line/webhook`;
if (before > 0) {
  poster.send({ webhook, perSecond: before / 4, calls: calls.slice(0, before), again } satisfies Posting);
  await next<Posted>(poster);
}
await beside.ready(desk);
const stop = new AbortController();
const cpuBefore = process.cpuUsage();
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
const worked = beside.work({ desk, platforms, stopSignal: stop.signal, folder, sourcesFile, databaseUrl });
poster.send({ webhook, perSecond, calls: calls.slice(before), again } satisfies Posting);
const posted = await next<Posted>(poster);
delays.disable();
stop.abort();
const done = await worked;
let counted = await countReplies();
// What waits is worked off, or dropped when its reply token has expired: nothing new for some seconds is the end.
for (let last = -1; last !== counted.replies; ) {
  last = counted.replies;
  await new Promise((resolve) => setTimeout(resolve, 5000));
  counted = await countReplies();
}
print(posted, counted, process.cpuUsage(cpuBefore));
const missed = missedBounds(posted, counted);
if (missed.length > 0) {
  console.error(`missed: ${missed.join("; ")}`);
  process.exitCode = 1;
}
poster.kill();
rig.kill();
beside.close();
await close();
await desk.close();
await rm(folder, { recursive: true });

async function makeUpArticles({ store }: Desk): Promise<void> {
  await store.registerSources([{ id: "harbour", name: "Harbour Post" }], Date.now());
  await store.archive(
    Array.from({ length: 100 }, (_, index) =>
      articleEntry({ headline: `第${index}號公車路線今天調整班次`, sourceId: "harbour", at: Date.now() - 1000 }),
    ),
  );
}

async function countReplies(): Promise<RigCount> {
  rig.send("count");
  return await next<RigCount>(rig);
}

// As docs/line.md says. LINE itself gives up after two seconds.
function missedBounds({ answeredMs, others }: Posted, { repeated, replies, violations }: RigCount): readonly string[] {
  const lastMs = answeredMs.at(-1) ?? 0;
  const withinMs = perSecond <= 10 ? 100 : 1000;
  const refused = Object.values(others).reduce((sum, times) => sum + times, 0);
  return [
    ...(lastMs > withinMs
      ? [`the last webhook was answered after ${lastMs.toFixed(0)} ms, ${withinMs} is promised`]
      : []),
    ...(refused > 0 ? [`${refused} webhooks were not answered 200`] : []),
    ...(replies < calls.length ? [`${calls.length - replies} questions were not answered`] : []),
    ...(repeated > 0 ? [`${repeated} reply tokens were used twice`] : []),
    ...(violations > 0 ? [`${violations} calls that LINE would refuse`] : []),
  ];
}

function print({ answeredMs, others }: Posted, count: RigCount, { user, system }: NodeJS.CpuUsage): void {
  const rank = (part: number) =>
    `${(answeredMs[Math.min(answeredMs.length - 1, Math.floor(part * answeredMs.length))] ?? 0).toFixed(0)} ms`;
  const failed = Object.entries(others).map(([outcome, times]) => `${times} × ${outcome}`);
  console.log(
    `${perSecond} new events a second for ${seconds} s, every ${again}th twice: ${answeredMs.length} webhooks answered after ` +
      `${rank(0.5)} (median), ${rank(0.99)} (99 %), ${rank(1)} (the last); others: ${failed.join(", ") || "none"}`,
  );
  console.log(
    `meanwhile on ${options.fresh ? "a fresh desk" : "the desk"}: ${done}; longest standstill ${(delays.max / 1e6).toFixed(0)} ms`,
  );
  console.log(
    `${calls.length} questions, ${count.replies} replies, ${count.repeated} reply tokens used twice; ${count.violations} violations`,
  );
  console.log(`of processor time: ${((user + system) / 1_000_000).toFixed(1)} s; load ${loadavg()[0]?.toFixed(1)}`);
}
