// Kills a desk at random moments of everything it does, and looks at what is left. The moments follow from a seed and from how long each step takes.
import { spawn } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { setTimeout as pass } from "node:timers/promises";
import { expect } from "vitest";
import { readBackup } from "../../src/adapters/stores/backup/backup-file.ts";
import { openStore } from "../../src/adapters/stores/open-store.ts";
import { restoreArchive } from "../../src/backup.ts";
import type { Store } from "../../src/ports/store.ts";
import { aSubscription } from "../conformance/store-fixtures.ts";
import { fakeClock } from "../fakes/clock.ts";
import { type Newsroom, startNewsroom } from "../fakes/newsroom.ts";
import { madeUpText, seeded } from "./made-up.ts";
import { deskFolder } from "./spawned-desk.ts";

/** What a desk does, in this order. */
const steps = ["import", "poll", "edition", "delivery", "backup"] as const;
type Step = (typeof steps)[number];

export interface KillReport {
  /** By the step under way. */
  readonly kills: Readonly<Record<Step, number>>;
  /** Editions that the platform was sent twice, under one key. */
  readonly repeats: number;
  /** Editions in all. */
  readonly editions: number;
}

const posts = 220;
const items = 40;
const startAt = Date.UTC(2026, 10, 23, 1);
// Longer than any lease, and than the minutes in which a run publishes its editions.
const betweenRunsMs = 3_600_000;

/** Kills so many times; after each kill, and when the work was completed, everything must be in order. */
export async function killOften(count: number, seed: number): Promise<KillReport> {
  const random = seeded(seed);
  const kills = { import: 0, poll: 0, edition: 0, delivery: 0, backup: 0 };
  const sum = { repeats: 0, editions: 0 };
  const total = () => steps.reduce((all, step) => all + kills[step], 0);
  const newsroom = await openNewsroom(random);
  let lasts: Readonly<Record<Step, number>> | null = null;
  try {
    while (total() < count) {
      const round = await openRound(newsroom, random);
      try {
        for (const step of steps) {
          if (lasts === null || total() === count) break;
          const killedAt = await round.run({ step, afterMs: random() * lasts[step] });
          if (killedAt !== "done") kills[killedAt] += 1;
          await round.lookOver();
        }
        const finished = await round.run(null);
        expect(finished).toBe("done");
        // The first round is killed nowhere: it tells how long each step takes.
        lasts ??= round.lasted();
        const { repeats, editions } = await round.complete();
        sum.repeats += repeats;
        sum.editions += editions;
      } finally {
        await round.close();
      }
    }
  } finally {
    await newsroom.close();
  }
  return { kills, ...sum };
}

async function openNewsroom(random: () => number): Promise<Newsroom> {
  const written = Array.from({ length: items }, (_, index) => ({
    ...{ title: madeUpText(random, 12), url: null, author: null, categories: [], tags: [] },
    ...{ publishedAt: startAt - (index + 1) * 60_000, body: `<p>${madeUpText(random, 80)}</p>` },
  }));
  return startNewsroom([{ id: "harbour", posts: written, fullText: "page" }], fakeClock(startAt));
}

/** One archive, from nothing to complete. */
async function openRound(newsroom: Newsroom, random: () => number) {
  const folder = await deskFolder();
  const path = (name: string) => join(folder.path, name);
  const platform = await openPlatform();
  const databaseUrl = `sqlite:${path("lede.db")}`;
  const durations = new Map<Step, number>();
  let runs = 0;
  await writePosts(path("posts"), random);
  await writeFile(
    path("sources.yaml"),
    `sources: [{ id: harbour, name: Harbour Post, kind: feed, url: "${newsroom.feedUrl("harbour")}", every: 1m }]\n`,
  );
  await inStore(databaseUrl, subscribe);

  return {
    lasted: () => Object.fromEntries(durations) as Record<Step, number>,
    /** Runs to the end, or to a moment after a step has begun; resolves to the step that was under way. */
    run: async (kill: { readonly step: Step; readonly afterMs: number } | null): Promise<Step | "done"> => {
      runs += 1;
      const words = {
        ...{ database: databaseUrl, sources: path("sources.yaml"), posts: path("posts"), platform: platform.url },
        ...{ backup: path(`backup-${runs}.gz`), now: String(startAt + runs * betweenRunsMs) },
      };
      return runChild(words, kill, durations);
    },
    lookOver: async (): Promise<void> => {
      await inStore(databaseUrl, async (store) => expect(await store.check()).toEqual([]));
      await backupsIn(folder.path);
    },
    complete: async () => {
      const delivered = [...platform.received.values()].flatMap(({ stories }) => stories);
      await inStore(databaseUrl, async (store) => {
        expect(await store.check()).toEqual([]);
        expect(await store.countArticles()).toBe(posts + items);
        const stories = new Set((await Array.fromAsync(store.eachArticle())).map(({ storyId }) => storyId));
        // Every story once, and no delivery left.
        expect(delivered.toSorted()).toEqual([...stories].toSorted());
        expect(await store.claimDeliveries(startAt + 1000 * betweenRunsMs, 1, 1)).toEqual([]);
      });
      const [last] = (await backupsIn(folder.path)).toSorted((one, other) => other.rows - one.rows);
      await restoreArchive(last?.file ?? "", `sqlite:${path("restored.db")}`, null, {
        begin: () => {},
        step: () => {},
      });
      await inStore(`sqlite:${path("restored.db")}`, async (store) =>
        expect(await store.countArticles()).toBe(posts + items),
      );
      return { editions: platform.received.size, repeats: platform.repeats() };
    },
    close: async () => {
      await platform.close();
      await folder.remove();
    },
  };
}

async function inStore(databaseUrl: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(databaseUrl);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

async function subscribe(store: Store): Promise<void> {
  const channel = { id: "line:group", platform: "line", address: "group", locale: "zh-TW" } as const;
  await store.saveChannel(channel);
  const said = { channelId: channel.id, schedule: { kind: "now" }, dueAt: startAt, coveredUntil: startAt - 1 } as const;
  await store.addSubscription(aSubscription("all", said));
}

/** Every file under a backup's final name must be whole. */
async function backupsIn(folder: string): Promise<readonly { readonly file: string; readonly rows: number }[]> {
  const found: { file: string; rows: number }[] = [];
  for (const name of (await readdir(folder)).filter((one) => /^backup-\d+\.gz$/.test(one))) {
    let rows = 0;
    for await (const _ of (await readBackup(join(folder, name))).rows) rows += 1;
    found.push({ file: join(folder, name), rows });
  }
  return found;
}

/** A platform that knows a delivery by its key, and takes a while to answer. */
async function openPlatform() {
  const received = new Map<string, { readonly stories: readonly string[] }>();
  let repeats = 0;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { id, stories } = JSON.parse(body) as { id: string; stories: readonly string[] };
      const before = received.get(id);
      if (before) {
        repeats += 1;
        expect(stories).toEqual(before.stories);
      }
      received.set(id, { stories });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    repeats: () => repeats,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function runChild(
  words: Readonly<Record<string, string>>,
  kill: { readonly step: Step; readonly afterMs: number } | null,
  durations: Map<Step, number>,
): Promise<Step | "done"> {
  const options = Object.entries(words).map(([name, value]) => `--${name}=${value}`);
  const child = spawn(process.execPath, [join(import.meta.dirname, "kill-child.ts"), ...options], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(tmpdir(), "lede-kills-compiled") },
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("close", (_, signal) => resolve(signal)));
  const complaints = text(child.stderr);
  let [current, beganAt]: [Step | "done" | null, number] = [null, performance.now()];
  for await (const line of createInterface({ input: child.stdout })) {
    if (current !== null && current !== "done") durations.set(current, performance.now() - beganAt);
    [current, beganAt] = [line as Step | "done", performance.now()];
    // The passing of time is no waiting for something here: it is what makes the moment a random one.
    if (current === kill?.step) void pass(kill.afterMs).then(() => child.kill("SIGKILL"));
  }
  const signal = await ended;
  if (current === null || (current !== "done" && signal !== "SIGKILL")) throw new Error(await complaints);
  return current;
}

async function writePosts(folder: string, random: () => number): Promise<void> {
  await mkdir(folder);
  for (let number = 0; number < posts; number += 1) {
    const date = new Date(startAt - number * 3_600_000).toISOString();
    const head = `layout: post\ntitle: "${madeUpText(random, 12)}"\ndate: ${date}\nfrom: https://news.example/${number}`;
    await writeFile(join(folder, `${number}.md`), `---\n${head}\n---\n<p>${madeUpText(random, 80)}</p>\n`);
  }
}
