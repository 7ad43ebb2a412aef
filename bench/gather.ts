// Articles a second from a loopback feed to the archive, on one core: with the text in the feed, and fetched from pages.
// Usage: node bench/gather.ts [POSTS]
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { readSettings } from "../config/settings.ts";
import { openDesk } from "../src/desk.ts";
import { gatherNews } from "../src/pipeline.ts";
import type { Post } from "../src/ports/source-reader.ts";
import { silentLog } from "../test/fakes/log.ts";
import { benchPosts } from "./corpus.ts";
import type { NewsroomOrder } from "./newsroom-worker.ts";

const feeds = 20;
const itemsPerFeed = 50;

interface ServedFeed {
  readonly id: string;
  readonly url: string;
}

async function measure(fullText: "feed" | "page", posts: readonly Post[]): Promise<void> {
  const publishers = Array.from({ length: feeds }, (_, index) => ({
    id: `feed-${index}`,
    posts: posts.slice(index * itemsPerFeed, (index + 1) * itemsPerFeed),
  }));
  const order: NewsroomOrder = { publishers, fullText, feedLength: itemsPerFeed };
  const worker = new Worker(new URL("newsroom-worker.ts", import.meta.url), { workerData: order });
  const served = await new Promise<readonly ServedFeed[]>((resolve) => worker.once("message", resolve));
  const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
  const sourcesFile = join(folder, "sources.yaml");
  await writeFile(sourcesFile, sourcesYaml(served, fullText));
  const desk = await openDesk(
    readSettings({
      DATABASE_URL: `sqlite:${folder}/lede.db`,
      SOURCES_FILE: sourcesFile,
      ALLOW_PRIVATE_NETWORKS: "true",
    }),
    silentLog,
  );
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  await gatherNews(desk);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const archived = await desk.store.countArticles();
  const cpuSeconds = (cpu.user + cpu.system) / 1_000_000;
  console.log(
    `text in the ${fullText}: ${archived} articles in ${seconds.toFixed(2)} s = ${(archived / seconds).toFixed(0)}/s (${cpuSeconds.toFixed(2)} s of processor)`,
  );
  await desk.close();
  await worker.terminate();
  await rm(folder, { recursive: true });
}

const sourcesYaml = (served: readonly ServedFeed[], fullText: "feed" | "page"): string =>
  `sources:\n${served.map(({ id, url }) => `  - {id: ${id}, name: ${id}, kind: feed, url: "${url}", fullText: ${fullText}}\n`).join("")}`;

const { posts, origin } = await benchPosts(feeds * itemsPerFeed);
console.log(`${posts.length} posts from ${origin}`);
await measure("feed", posts);
await measure("page", posts);
