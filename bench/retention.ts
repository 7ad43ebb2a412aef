// What it costs to forget, and what others wait for meanwhile: `node bench/retention.ts [folder or .tar.gz of posts]`.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { openStore } from "../src/adapters/stores/open-store.ts";
import { parseQuery } from "../src/language/query.ts";
import { keepWithinLimits } from "../src/retention.ts";
import { silentLog } from "../test/fakes/log.ts";
import { createShell } from "../test/fakes/terminal.ts";
import { corpusPath } from "./corpus.ts";

const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
const dayMs = 24 * 3_600_000;

try {
  if (corpusPath === "") throw new RangeError("Give a folder or .tar.gz of posts.");
  await writeFile(join(folder, "sources.yaml"), "sources: []\n");
  const databaseUrl = `sqlite:${join(folder, "lede.db")}`;
  await createShell({ SOURCES_FILE: join(folder, "sources.yaml"), DATABASE_URL: databaseUrl })("import", corpusPath);
  const store = await openStore(databaseUrl);
  const before = { articles: await store.countArticles(), ...(await store.size()) };
  const clock = { now: () => Date.now() + 30 * dayMs };
  const query = parseQuery("高雄", { now: Date.now(), timeZone: "Asia/Taipei" });
  const waits: number[] = [];
  let isDone = false;
  const search = async () => {
    while (!isDone) {
      const askedAt = performance.now();
      await store.search(query, 10, 0);
      waits.push(performance.now() - askedAt);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const searching = search();
  const startedAt = performance.now();
  const defaultKeep = { by: "age", days: 7 } as const;
  const removed = await keepWithinLimits({ store, clock, log: silentLog, listSources: async () => [], defaultKeep });
  isDone = true;
  await searching;
  const seconds = (performance.now() - startedAt) / 1000;
  const inOrder = waits.sort((one, other) => one - other);
  const quantile = (share: number) => inOrder[Math.floor((inOrder.length - 1) * share)]?.toFixed(1);
  console.log(`${removed} of ${before.articles} articles removed in ${seconds.toFixed(1)} s`);
  console.log(
    `${waits.length} searches meanwhile: p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms, most ${quantile(1)} ms`,
  );
  const { bytes, freeBytes } = await store.size();
  console.log(
    `${(bytes / 1e6).toFixed(1)} MB (${(before.bytes / 1e6).toFixed(1)} before), ${((freeBytes ?? 0) / 1e6).toFixed(1)} MB free`,
  );
  console.log(await store.check());
  await store.close();
} finally {
  await rm(folder, { recursive: true });
}
