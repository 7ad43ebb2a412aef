// Articles a second from loopback feeds to the archive: with the text in the feed, and fetched from pages.
// Usage: node bench/gather.ts [POSTS], a folder or .tar.gz of posts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { readSettings } from "../config/settings.ts";
import { openDesk } from "../src/desk.ts";
import { gatherNews } from "../src/pipeline.ts";
import { silentLog } from "../test/fakes/log.ts";
import type { Publisher } from "../test/fakes/newsroom.ts";
import { corpusPath } from "./corpus.ts";
import { serveNewsroom } from "./serve-newsroom.ts";

const feeds = { count: 20, length: 50 };

async function measure(fullText: Publisher["fullText"]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
  const sourcesFile = join(folder, "sources.yaml");
  const order = { startAt: Date.now(), feeds: { ...feeds, fullText } };
  const newsroom = await serveNewsroom(corpusPath, order, sourcesFile);
  const settings = { SOURCES_FILE: sourcesFile, ALLOW_PRIVATE_NETWORKS: "true" };
  const desk = await openDesk(readSettings({ ...settings, DATABASE_URL: `sqlite:${folder}/lede.db` }), silentLog);
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  await gatherNews(desk);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const articles = await desk.store.countArticles();
  const rate = (articles / seconds).toFixed(0);
  const cpuSeconds = ((cpu.user + cpu.system) / 1_000_000).toFixed(2);
  console.log(
    `text in the ${fullText}: ${articles} articles in ${seconds.toFixed(2)} s, ${rate}/s (${cpuSeconds} s of processor)`,
  );
  await desk.close();
  newsroom.close();
  await rm(folder, { recursive: true });
}

console.log(`posts: ${corpusPath || "made up"}`);
await measure("feed");
await measure("page");
