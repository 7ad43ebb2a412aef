// Six workers on one PostgreSQL, killed at random while news comes in; in the end every channel must have had every story, once.
import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pass } from "node:timers/promises";
import { expect } from "vitest";
import { openStore } from "../../src/adapters/stores/open-store.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Channel } from "../../src/records/channel.ts";
import type { Edition } from "../../src/records/edition.ts";
import { aSubscription, room } from "../conformance/store-fixtures.ts";
import { type Newsroom, startNewsroom } from "../fakes/newsroom.ts";
import { createTestDatabase } from "../fakes/postgres-server.ts";
import { startSlowProxy } from "../fakes/slow-proxy.ts";
import { startLoopbackDiscord, startLoopbackLine } from "./loopback-platforms.ts";
import { madeUpText, seeded } from "./made-up.ts";
import { deskFolder } from "./spawned-desk.ts";

export interface WorkerKills {
  /** For how long news comes in and workers are killed. */
  readonly durationMs: number;
  /** On a slow machine the time may be over before so many were killed: then it goes on. */
  readonly leastKills: number;
  /** The mean wait between two kills. */
  readonly killEveryMs: number;
  readonly leaseSeconds: number;
  readonly seed: number;
}

interface KillOrder extends Pick<WorkerKills, "leastKills" | "killEveryMs"> {
  /** Epoch milliseconds. */
  readonly until: number;
  readonly random: () => number;
}

export interface WorkersReport {
  /** By role. */
  readonly kills: Readonly<Record<string, number>>;
  readonly articles: number;
  /** Over the three channels. */
  readonly editions: number;
  /** What the platforms were sent a second time, under the same key. */
  readonly repeats: number;
  /** From the last news to the last delivery. */
  readonly completedAfterMs: number;
}

const roles = ["poll", "poll", "deliver", "deliver", "web", "all"];
const publishers = 12;
const postEveryMs = 350;
const slowestAnswerMs = 3000;
// The leases of killed workers must end first; on a busy machine what they left takes minutes more.
const patienceMs = 600_000;

export async function killWorkers(server: string, run: WorkerKills): Promise<WorkersReport> {
  const random = seeded(run.seed);
  const [folder, database] = [await deskFolder(), await createTestDatabase(server)];
  const [discord, line] = [await startLoopbackDiscord(), await startLoopbackLine()];
  const groupId = line.hex("C");
  line.groups.set(groupId, 3);
  // Kills then hit the moment between an edition's arrival and its being written down.
  const delayMs = () => random() * slowestAnswerMs;
  const [slowDiscord, slowLine] = [await startSlowProxy(discord.url, delayMs), await startSlowProxy(line.url, delayMs)];
  const sourcesFile = join(folder.path, "sources.yaml");
  // The workers start on a database without a table, all at once, and before there is any news.
  const beginAt = Date.now() + 8000;
  const newsroom = await openNewsroom(run, beginAt, random);
  await writeFile(sourcesFile, sourcesOf(newsroom));
  const crew = startCrew({
    DATABASE_URL: database.url,
    SOURCES_FILE: sourcesFile,
    ALLOW_PRIVATE_NETWORKS: "true",
    LEASE_SECONDS: String(run.leaseSeconds),
    LOG_LEVEL: "warn",
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: slowDiscord.url,
    LINE_CHANNEL_ACCESS_TOKEN: line.token,
    LINE_CHANNEL_SECRET: line.secret,
    LINE_API_URL: slowLine.url,
  });
  const store = await openStore(database.url);
  const channels: readonly Channel[] = [
    room,
    { id: `discord:${discord.channelId}`, platform: "discord", address: discord.channelId, locale: "zh-TW" },
    { id: `line:${groupId}`, platform: "line", address: groupId, locale: "zh-TW" },
  ];
  try {
    await expect.poll(() => store.workers(), { timeout: patienceMs }).toHaveLength(roles.length);
    await subscribe(store, channels, beginAt);
    const hurrying = hurry(store, database.ask);
    const kills = await crew.kill({ ...run, until: beginAt + run.durationMs, random });
    const expected = publishers * postsOfEach(run);
    await expect
      .poll(() => progressOf(store, database.ask), { timeout: patienceMs, interval: 500 })
      .toEqual({
        articles: expected,
        untold: 0,
        undelivered: 0,
      });
    const completedAfterMs = Date.now() - beginAt - run.durationMs;
    hurrying.stop();
    // The last that was killed may be starting yet.
    await expect.poll(() => namesOf(store), { timeout: patienceMs }).toEqual(expect.arrayContaining(crew.names()));
    expect(await crew.stop()).toEqual(roles.map(() => 0));
    expect(await store.check()).toEqual([]);

    const pushes = line.sent.filter(({ kind }) => kind === "push");
    const seen = { discord: discord.posted(), line: pushes } as const;
    const editions = await database.ask("select channel_id, json from editions");
    for (const { id, platform } of channels) {
      const told = editions
        .filter(({ channel_id }) => channel_id === id)
        .map(({ json }) => JSON.parse(String(json)) as Edition);
      const cards = told.flatMap((edition) => edition.cards);
      expect(cards).toHaveLength(expected);
      expect(new Set(cards.map(({ storyId }) => storyId)).size).toBe(expected);
      if (platform === "web") continue;
      const messages = seen[platform].map((message) => JSON.stringify(message));
      const timesTold = cards.map(({ headline }) => messages.filter((message) => message.includes(headline)).length);
      expect(timesTold.filter((times) => times !== 1)).toEqual([]);
    }
    expect(line.violations).toEqual([]);
    expect(discord.violations()).toEqual([]);
    const repeats = [slowDiscord, slowLine].reduce((sum, { keys }) => sum + keys.length - new Set(keys).size, 0);
    return { kills, articles: expected, editions: editions.length, repeats, completedAfterMs };
  } catch (error) {
    throw new Error(`what the workers said:\n${crew.said().slice(-4000)}`, { cause: error });
  } finally {
    await crew.end();
    await store.close();
    await Promise.all([newsroom.close(), slowDiscord.close(), slowLine.close(), discord.close(), line.close()]);
    await database.drop();
    await folder.remove();
  }
}

const postsOfEach = ({ durationMs }: WorkerKills): number => Math.ceil(durationMs / postEveryMs / publishers);

/** Every post comes out at its own moment, from the beginning to the end. */
function openNewsroom(run: WorkerKills, beginAt: number, random: () => number): Promise<Newsroom> {
  const posts = postsOfEach(run);
  const between = run.durationMs / posts;
  return startNewsroom(
    Array.from({ length: publishers }, (_, index) => ({
      id: `paper-${index}`,
      fullText: index % 3 === 0 ? "page" : "feed",
      posts: Array.from({ length: posts }, (_, number) => ({
        ...{ title: madeUpText(random, 12), url: null, author: null, categories: [], tags: [] },
        ...{ publishedAt: Math.floor(beginAt + (number + random()) * between) },
        body: `<p>${madeUpText(random, 80)}</p>`,
      })),
    })),
    { now: Date.now },
  );
}

const sourcesOf = (newsroom: Newsroom): string =>
  `sources:\n${Array.from({ length: publishers }, (_, index) => `paper-${index}`)
    .map((id) => `- { id: ${id}, name: ${id}, kind: feed, url: "${newsroom.feedUrl(id)}", every: 1m }\n`)
    .join("")}`;

/** Each channel to everything, as it comes; nobody else to anything. */
async function subscribe(store: Store, channels: readonly Channel[], beginAt: number): Promise<void> {
  for (const { id } of await store.subscriptionsOf(room.id)) await store.removeSubscription(id);
  for (const channel of channels) {
    await store.saveChannel(channel);
    const said = {
      channelId: channel.id,
      schedule: { kind: "now" },
      dueAt: beginAt,
      coveredUntil: beginAt - 1,
    } as const;
    await store.addSubscription(aSubscription(channel.id, said));
  }
}

/** Sources and running channels are due every second instead of every minute: two minutes then see as much as two hours. */
function hurry(store: Store, ask: (sql: string) => Promise<unknown>): { stop(): void } {
  const ids = Array.from({ length: publishers }, (_, index) => `paper-${index}`);
  const timer = setInterval(async () => {
    const now = Date.now();
    await store.hastenSources(ids, now);
    await ask(`update subscriptions set due_at = ${now} where due_at > ${now}`);
  }, 1000);
  return { stop: () => clearInterval(timer) };
}

async function progressOf(store: Store, ask: (sql: string) => Promise<readonly Record<string, unknown>[]>) {
  const [row] = await ask(`select
    (select count(*)::int from stories cross join subscriptions
      where not exists (select from ledger where story_id = stories.id and ledger.channel_id = subscriptions.channel_id)) as untold,
    (select count(*)::int from deliveries where state <> 'delivered') as undelivered`);
  return { articles: await store.countArticles(), ...row };
}

const namesOf = async (store: Store) => (await store.workers()).map(({ name }) => name);

interface Member {
  readonly role: string;
  child: ChildProcess;
  ended: Promise<number | null>;
}

/** The six workers. */
function startCrew(env: Readonly<Record<string, string>>) {
  const said: string[] = [];
  const start = (role: string): Pick<Member, "child" | "ended"> => {
    const child = spawn(process.execPath, ["src/start.js", "serve", "--role", role], {
      cwd: join(import.meta.dirname, "..", ".."),
      env: {
        PATH: process.env.PATH,
        HTTP_PORT: "0",
        NODE_COMPILE_CACHE: join(tmpdir(), "lede-kills-compiled"),
        ...env,
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (child.stderr) void text(child.stderr).then((words) => said.push(words));
    return { child, ended: new Promise((resolve) => child.once("close", resolve)) };
  };
  const crew = roles.map((role): Member => ({ role, ...start(role) }));
  const end = async (signal: NodeJS.Signals) => {
    for (const { child } of crew) child.kill(signal);
    return Promise.all(crew.map(({ ended }) => ended));
  };
  return {
    said: () => said.join(""),
    names: () => crew.map(({ child }) => `${hostname()} ${child.pid}`),
    stop: () => end("SIGTERM"),
    end: () => end("SIGKILL"),
    /** Kills one after the other, and starts each again. */
    kill: async ({ until, leastKills, killEveryMs, random }: KillOrder) => {
      const kills = Object.fromEntries(roles.map((role) => [role, 0]));
      for (let killed = 0; Date.now() < until || killed < leastKills; killed += 1) {
        // The passing of time is no waiting for something here: it is what makes the moment a random one.
        await pass(2 * random() * killEveryMs);
        const member = crew[Math.floor(random() * crew.length)];
        if (member === undefined) continue;
        member.child.kill("SIGKILL");
        await member.ended;
        kills[member.role] = (kills[member.role] ?? 0) + 1;
        Object.assign(member, start(member.role));
      }
      return kills;
    },
  };
}
