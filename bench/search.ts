// How fast the archive takes articles in, how fast and how well it answers, beside SQLite's own tokenizers:
// `node bench/search.ts [POSTS] [--articles N] [--keep FILE] [--peers]`. POSTS: folder or .tar.gz, else what is shared, else made up.
import { existsSync } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { openStore } from "../src/adapters/stores/open-store.ts";
import { mergeIndex } from "../src/merge-index.ts";
import type { Store } from "../src/ports/store.ts";
import { entryAt, writeArchive } from "./search-archive.ts";
import { askPeers } from "./search-peers.ts";
import { questionArchive } from "./search-questioner.ts";
import { type BenchText, realTexts, textAt } from "./search-texts.ts";

// Beyond it, the rows are written directly.
const mostByStore = 20_000;
const batchSize = 500;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { articles: { type: "string" }, keep: { type: "string" }, peers: { type: "boolean" } },
});
const real = await realTexts(positionals[0]);
const count = Number(values.articles ?? real.length);
const textOf = (place: number): BenchText => textAt(real, place, count);
const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
try {
  const path = values.keep ?? join(folder, "lede.db");
  console.log(`${count} articles, ${Math.min(count, real.length)} of them as published`);
  if (!existsSync(path)) await (count <= mostByStore ? fill(path) : write(path));
  const store = await openStore(`sqlite:${path}`);
  await mergeIndex(store);
  const items = await questionArchive(store, count, textOf);
  await store.close();
  await reportSize(path);
  if (values.peers) await askPeers(join(folder, "peers.db"), { count, textOf, items });
} finally {
  await rm(folder, { recursive: true });
}

async function fill(path: string): Promise<void> {
  const store: Store = await openStore(`sqlite:${path}`);
  const entries = Array.from({ length: count }, (_, place) => entryAt(textOf(place), place, count));
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  for (let start = 0; start < count; start += batchSize) await store.archive(entries.slice(start, start + batchSize));
  await mergeIndex(store);
  const { user, system } = process.cpuUsage(cpu);
  await store.close();
  const [clock, processor] = [(performance.now() - startedAt) / 1000, (user + system) / 1e6].map((seconds) =>
    Math.round(count / seconds),
  );
  console.log(`indexed ${clock} articles/s by the clock, ${processor} a second of processor time`);
}

async function write(path: string): Promise<void> {
  console.log(`wrote ${Math.round(await writeArchive(path, count, textOf))} articles/s directly`);
}

async function reportSize(path: string): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true });
  const index = database
    .prepare(
      "select sum(pgsize) as bytes from dbstat where name like '%\\_index\\_%' escape '\\' or name like 'headline\\_beginnings%' escape '\\'",
    )
    .get();
  database.close();
  const perArticle = (bytes: number) => `${(bytes / count / 1000).toFixed(2)} KB`;
  console.log(`index ${perArticle(Number(index?.bytes))} an article, database ${perArticle((await stat(path)).size)}`);
}
