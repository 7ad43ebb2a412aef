// How fast and how well an archive on PostgreSQL answers: `node bench/search-postgres.ts DATABASE [ARTICLES] [POSTS]`, an address and
// 200000. An empty database is filled first; a filled one is asked. POSTS: folder or .tar.gz, else what is shared, else made up.
import { readFileSync } from "node:fs";
import pg from "pg";
import { openStore } from "../src/adapters/stores/open-store.ts";
import { createTokenIndex } from "../src/adapters/stores/postgres-token-index.ts";
import type { Store } from "../src/ports/store.ts";
import { entryAt } from "./search-archive.ts";
import { type ProcessorMs, questionArchive } from "./search-questioner.ts";
import { type BenchText, realTexts, textAt } from "./search-texts.ts";

const address = process.argv[2] ?? "";
const articleCount = Number(process.argv[3] ?? 200_000);
const batchSize = 1000;
const mostConnections = 10;
const indexes = ["headline_index", "body_index"] as const;

const real = await realTexts(process.argv[4]);
const textOf = (place: number): BenchText => textAt(real, place, articleCount);
const store = await openStore(address);
if ((await store.countArticles()) === 0) await fill(store);
console.log(`${await store.countArticles()} articles, ${Math.min(articleCount, real.length)} of them as published`);
await questionArchive(store, articleCount, textOf, await ofServerToo(store));
await store.close();

/** Without the indexes on tokens, which are made at the end: that takes a third of the time. */
async function fill(filled: Store): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  for (const index of indexes) await client.query(`drop index ${index}_by_token`);
  const startedAt = performance.now();
  for (let start = 0; start < articleCount; start += batchSize) {
    const size = Math.min(batchSize, articleCount - start);
    const entries = Array.from({ length: size }, (_, index) =>
      entryAt(textOf(start + index), start + index, articleCount),
    );
    await filled.archive(entries);
    if (start % 20_000 === 0) console.log(`${start} archived after ${seconds(startedAt)} s`);
  }
  for (const index of indexes) await client.query(createTokenIndex(index));
  await client.query("vacuum analyze");
  await client.end();
  console.log(`filled in ${seconds(startedAt)} s`);
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1000);
}

/** Of this process and the server's together, on this machine: what the clock would show at most on an idle one. */
async function ofServerToo(asked: Store): Promise<ProcessorMs> {
  // All connections are opened now, so that the processes behind them are known.
  await Promise.all(Array.from({ length: mostConnections }, () => asked.countArticles()));
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rows } = await client.query(
    "select pid from pg_stat_activity where datname = current_database() and application_name = 'lede'",
  );
  await client.end();
  const servers = rows.map(({ pid }) => Number(pid));
  return () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + servers.reduce((sum, pid) => sum + serverMs(pid), 0);
  };
}

/** 0 once the process has ended. */
function serverMs(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return 0;
  }
}
