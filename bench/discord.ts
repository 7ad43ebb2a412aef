// Channels whose digests all come due at one minute, on the Discord rig: once published, messages a second as the share of what Discord allows
// a bot, how servers take turns, and how long questions wait for their answers beside that and beside a poll of feeds with news.
// Usage: node bench/discord.ts [CHANNELS] [FEEDS] [DATABASE_URL] [--beside] [--stories N] [--filters N]; 5000 channels, 40 feeds of 50 articles,
// SQLite, 12 stories and one filter when left out. --beside: editions are published while others go out, as at a desk's eight o'clock.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "../config/settings.ts";
import { type Desk, openDesk } from "../src/desk.ts";
import { publishEditions } from "../src/pipeline.ts";
import { openPlatforms } from "../src/platforms.ts";
import { openPushes } from "../src/pushes.ts";
import { startWorker } from "../src/worker.ts";
import { articleEntry } from "../test/fakes/articles.ts";
import { silentLog } from "../test/fakes/log.ts";
import { sharedPath } from "../test/shared.ts";
import type { RigReport } from "./discord-rig.ts";
import { serveNewsroom } from "./serve-newsroom.ts";

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    beside: { type: "boolean", default: false },
    stories: { type: "string", default: "12" },
    filters: { type: "string", default: "1" },
  },
});
const count = Number(positionals[0] ?? 5000);
const feeds = Number(positionals[1] ?? 40);
const allowedPerSecond = 50;
const stories = Number(options.stories);
const filters = Number(options.filters);
const largestServer = Math.floor(count / 10);
const channelsOfOthers = 5;
const dayMs = 24 * 3_600_000;

const rigPath = sharedPath("rigs", "discord", "rig.mjs");
if (rigPath === null) throw new Error("This bench needs the Discord rig, which is not in this clone.");
const rig = fork(new URL("discord-rig.ts", import.meta.url), [rigPath, String(count)]);
let isDone = false;
// Else what it was to say would be waited for without end.
rig.once("exit", (code) => {
  if (!isDone) throw new Error(`The rig ended with ${code} before it was done.`);
});
const next = async <Message>(): Promise<Message> => ((await once(rig, "message")) as [Message])[0];
const { url, token, ids } = await next<{ readonly url: string; readonly token: string; readonly ids: string[] }>();
const serverOf = (index: number) =>
  index < largestServer ? "largest" : `s${Math.floor((index - largestServer) / channelsOfOthers)}`;

const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
const sourcesFile = join(folder, "sources.yaml");
const newsroom = await serveNewsroom(
  "",
  { startAt: Date.now(), feeds: { count: feeds, length: 50, fullText: "feed" } },
  sourcesFile,
);
const settings = readSettings({
  DATABASE_URL: positionals[2] ?? `sqlite:${folder}/lede.db`,
  SOURCES_FILE: sourcesFile,
  ALLOW_PRIVATE_NETWORKS: "true",
  HTTP_PORT: "0",
  DISCORD_TOKEN: token,
  DISCORD_API_URL: url,
});
const desk = await openDesk(settings, silentLog);
await subscribeAll(desk, Date.now());
const pushes = openPushes(desk);
const { close, url: _, ...platforms } = await openPlatforms(desk);
const stop = new AbortController();
const publishingFrom = process.cpuUsage();
if (!options.beside) await publishEditions(desk);
const publishing = process.cpuUsage(publishingFrom);
rig.send("ask");
const [startedAt, cpuBefore] = [Date.now(), process.cpuUsage()];
const worker = await startWorker({ ...desk, ...platforms, pushes, name: "bench", stopSignal: stop.signal });
let arrived = 0;
while (arrived < count) {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  rig.send("count");
  arrived = await next<number>();
  tell(`${arrived} of ${count} channels have their digest`);
}
const cpu = process.cpuUsage(cpuBefore);
const articles = (await desk.store.countArticles()) - stories;
rig.send("rest");
tell("all have: the worker stops\n");
stop.abort();
await worker.stop();
rig.send("report");
print(await next<RigReport>());
await close();
await desk.close();
newsroom.close();
isDone = true;
rig.kill();
await rm(folder, { recursive: true });

/** On the line that the last one is on: how far it is, so that one sees where it stands still. */
function tell(progress: string): void {
  process.stderr.write(`\r${new Date().toISOString().slice(11, 19)} ${progress}`);
}

async function subscribeAll({ store, newId }: Desk, now: number): Promise<void> {
  await store.registerSources([{ id: "harbour", name: "Harbour Post" }], now);
  await store.archive(
    Array.from({ length: stories }, (_, index) =>
      articleEntry({
        ...{ headline: `第${index}號公車路線今天調整班次`, sourceId: "harbour", at: now - 1000 },
        tags: Array.from({ length: filters }, (_, tag) => `路線${tag}`),
      }),
    ),
  );
  for (const [index, address] of ids.entries()) {
    const channel = { id: `discord:${address}`, platform: "discord", address, locale: "zh-TW" } as const;
    await store.saveChannel({ ...channel, server: serverOf(index) });
    await store.addSubscription({
      id: newId(),
      channelId: channel.id,
      filter: { words: "", tags: filters === 1 ? [] : [`路線${index % filters}`], sources: [] },
      schedule: { kind: "daily", hour: 8, minute: 0 },
      timeZone: "Asia/Taipei",
      creatorId: null,
      look: null,
      createdAt: now,
      dueAt: now,
      coveredUntil: now - dayMs,
    });
  }
}

function print({ arrivals: all, limited, invalid, violations, answerMs, missed, rigCpu }: RigReport): void {
  const firstOf = (key: "channel" | "nonce") => [
    ...new Map(all.toReversed().map((arrival) => [arrival[key], arrival])).values(),
  ];
  // An edition of ten stories with their buttons is two messages.
  const messages = firstOf("nonce");
  const times = messages.map(({ at }) => at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const perSecond = (messages.length - 1) / ((last - first) / 1000);
  const share = ((100 * perSecond) / allowedPerSecond).toFixed(1);
  const largest = new Set(ids.slice(0, largestServer));
  const lastOf = (isLargest: boolean) =>
    Math.max(...messages.flatMap(({ channel, at }) => (isLargest === largest.has(channel) ? [at] : [])));
  const after = (at: number) => `${((at - startedAt) / 1000).toFixed(1)} s`;
  const ranked = answerMs.toSorted((a, b) => a - b);
  const rank = (part: number) => `${ranked[Math.floor(part * ranked.length)]} ms`;
  console.log(
    `${firstOf("channel").length} channels, ${messages.length} messages, the first after ${after(first)}, the last after ${after(last)}: ` +
      `${perSecond.toFixed(1)}/s, ${share} % of ${allowedPerSecond}/s`,
  );
  console.log(`${limited} answers of 429; ${invalid} invalid requests; ${violations} violations`);
  console.log(
    `the last of ${count - largestServer} in servers of ${channelsOfOthers} after ${after(lastOf(false))}, ` +
      `of ${largestServer} in one server after ${after(lastOf(true))}`,
  );
  console.log(
    `${answerMs.length} questions beside it: answered after ${rank(0.5)} (median), ${rank(0.99)} (99 %); ${missed} too late`,
  );
  const seconds = ({ user, system }: NodeJS.CpuUsage) => `${((user + system) / 1_000_000).toFixed(1)} s`;
  console.log(
    `of processor time: ${options.beside ? "" : `${seconds(publishing)} to publish, then `}${seconds(cpu)} to ` +
      `${options.beside ? "publish, to " : ""}send, to answer and to gather ` +
      `${articles} articles; ${seconds(rigCpu)} of the rig; load ${loadavg()[0]?.toFixed(1)}`,
  );
}
