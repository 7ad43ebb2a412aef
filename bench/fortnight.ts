// Memory of the desk after fourteen days of eight publishers, polled every half hour, with a digest a day to the room.
// Usage: node --optimize-for-size bench/fortnight.ts [POSTS], a folder or .tar.gz of posts from 2023-10-01 on
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readSettings } from "../config/settings.ts";
import { openDesk } from "../src/desk.ts";
import { subscribeRoom } from "../src/first-run.ts";
import { deliverEditions, gatherNews, publishEditions } from "../src/pipeline.ts";
import { openPlatforms } from "../src/platforms.ts";
import { fakeClock } from "../test/fakes/clock.ts";
import { silentLog } from "../test/fakes/log.ts";
import { corpusPath } from "./corpus.ts";
import { serveNewsroom } from "./serve-newsroom.ts";

const startAt = Date.parse("2023-10-01T00:00:00+08:00");
const dayMs = 86_400_000;
const mebibyte = 1024 ** 2;

if (corpusPath === "")
  throw new Error("Give a folder or .tar.gz of posts from 2023-10-01 on: made-up ones are too few days.");
const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
const sourcesFile = join(folder, "sources.yaml");
const newsroom = await serveNewsroom(corpusPath, { startAt }, sourcesFile);
const clock = fakeClock(startAt);
const settings = { SOURCES_FILE: sourcesFile, ALLOW_PRIVATE_NETWORKS: "true", HTTP_PORT: "0" };
const desk = await openDesk(readSettings({ ...settings, DATABASE_URL: `sqlite:${folder}/lede.db` }), silentLog, {
  clock,
});
const { platforms, close } = await openPlatforms(desk);
await subscribeRoom(desk);

const atStart = process.memoryUsage().rss;
let highest = atStart;
while (clock.now() < startAt + 14.5 * dayMs) {
  clock.advance(dayMs / 48);
  newsroom.moveTo(clock.now());
  // The newsroom hears of the time by a message.
  await sleep(5);
  await gatherNews(desk);
  await publishEditions(desk);
  await deliverEditions({ ...desk, platforms });
  highest = Math.max(highest, process.memoryUsage().rss);
}
const show = (bytes: number) => `${(bytes / mebibyte).toFixed(0)} MiB`;
const { rss, heapUsed } = process.memoryUsage();
console.log(`${await desk.store.countArticles()} articles after fourteen days`);
console.log(
  `resident: ${show(atStart)} at the start, ${show(rss)} at the end, ${show(highest)} at the most; heap in use ${show(heapUsed)}`,
);

await close();
await desk.close();
newsroom.close();
await rm(folder, { recursive: true });
