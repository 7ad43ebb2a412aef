// What the desk of bench/line.ts does while questions come in.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Desk } from "../src/desk.ts";
import { mergeIndex } from "../src/merge-index.ts";
import { deliverEditions, gatherNews, publishEditions } from "../src/pipeline.ts";
import type { OpenPlatforms } from "../src/platforms.ts";
import { keepWithinLimits } from "../src/retention.ts";
import { sharedPath } from "../test/shared.ts";
import { serveNewsroom } from "./serve-newsroom.ts";

export const works = ["nothing", "gather", "import", "backup", "tidy", "publish"] as const;
export type Work = (typeof works)[number];

interface Place {
  readonly folder: string;
  readonly sourcesFile: string;
  readonly databaseUrl: string;
}

interface AtWork extends Place {
  readonly desk: Desk;
  readonly platforms: OpenPlatforms["platforms"];
  readonly stopSignal: AbortSignal;
}

export interface Beside {
  /** What the desk needs for it, before anything is timed. */
  ready(desk: Desk): Promise<void>;
  /** Goes on until all is done, or the signal comes; resolves to what was done. */
  work(parts: AtWork): Promise<string>;
  close(): void;
}

const dayMs = 24 * 60 * 60_000;
const posts = sharedPath("corpus", "stream-2023-10.tar.gz") ?? "";
// Large ones: the text of 400 articles is one to two megabytes.
const feeds = { count: 6, length: 400, fullText: "feed" } as const;
const subscriptionCount = 600;
const searches = ["", "高雄", "台北", "颱風", "選舉", "中國", "日本", "美國", "經濟", "棒球"];

/** Called before the desk is opened, which then reads its sources. */
export async function prepareWork(work: Work, { sourcesFile }: Place): Promise<Beside> {
  const ready = work === "publish" ? subscribeMany : async () => {};
  if (work !== "gather") return { ready, work: workers[work], close: () => {} };
  const { close } = await serveNewsroom(posts, { startAt: Date.now(), feeds }, sourcesFile);
  return { ready, work: workers.gather, close };
}

const workers: Readonly<Record<Work, Beside["work"]>> = {
  nothing: async () => "nothing",
  gather: async ({ desk, stopSignal }) => {
    const { imported } = await gatherNews({ ...desk, stopSignal });
    return `${imported} articles of ${feeds.count} feeds`;
  },
  import: async (parts) => {
    await lede(["import", posts], parts);
    return "an import, by a process of its own";
  },
  backup: async (parts) => {
    let count = 0;
    for (; !parts.stopSignal.aborted; count += 1) await lede(["backup", join(parts.folder, `${count}.gz`)], parts);
    return `${count} backups, by a process of their own`;
  },
  tidy: async ({ desk, stopSignal }) => {
    const clock = { now: () => Date.now() + 30 * dayMs };
    const removed = await keepWithinLimits({
      ...desk,
      clock,
      stopSignal,
      defaultKeep: { by: "articles", articles: 20 },
    });
    await mergeIndex(desk.store, stopSignal);
    return `${removed} articles removed, and the index merged`;
  },
  publish: async ({ desk, platforms, stopSignal }) => {
    const parts = { ...desk, platforms, stopSignal };
    const delivering = new AbortController();
    const delivery = (async () => {
      while (!delivering.signal.aborted) {
        await deliverEditions(parts);
        await pause(500);
      }
    })();
    const published = await publishEditions(parts);
    delivering.abort();
    await delivery;
    return `${published} editions published and on their way`;
  },
};

async function subscribeMany({ store, timeZone }: Desk): Promise<void> {
  const now = Date.now();
  for (let index = 0; index < subscriptionCount; index += 1) {
    const address = `U${randomUUID().replaceAll("-", "")}`;
    const channelId = `line:${address}`;
    await store.saveChannel({ id: channelId, platform: "line", address, locale: "zh-TW" });
    await store.addSubscription({
      ...{ id: randomUUID(), channelId, timeZone, creatorId: null, look: null, createdAt: now },
      filter: { words: searches[index % searches.length] ?? "", tags: [], sources: [] },
      schedule: { kind: "daily", hour: 8, minute: 0 },
      ...{ dueAt: now, coveredUntil: 0 },
    });
  }
}

/** In a process of its own, as an operator calls it. */
async function lede(line: readonly string[], { databaseUrl, sourcesFile, stopSignal }: AtWork): Promise<void> {
  const start = join(import.meta.dirname, "..", "src", "start.js");
  const env = { ...process.env, DATABASE_URL: databaseUrl, SOURCES_FILE: sourcesFile, LOG_LEVEL: "silent" };
  try {
    await promisify(execFile)(process.execPath, [start, ...line], { env, signal: stopSignal });
  } catch (error) {
    if (!stopSignal.aborted) throw error;
  }
}
