// What a backup costs, beside a copy by SQLite's own backup API: `node bench/backup.ts [folder or .tar.gz of posts]`.
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { backup, DatabaseSync } from "node:sqlite";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { backupArchive, restoreArchive } from "../src/backup.ts";
import { createShell } from "../test/fakes/terminal.ts";
import { corpusPath } from "./corpus.ts";

const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
const path = (name: string) => join(folder, name);
const url = (name: string) => `sqlite:${path(name)}`;
const progress = { begin: () => {}, step: () => {} };

async function time(what: string, file: string, work: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  await work();
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`${what}: ${seconds.toFixed(1)} s, ${((await stat(path(file))).size / 1e6).toFixed(1)} MB`);
}

try {
  if (corpusPath === "")
    throw new RangeError("Give a folder or .tar.gz of posts: made-up ones are too alike to be measured.");
  await writeFile(path("sources.yaml"), "sources: []\n");
  const lede = createShell({ SOURCES_FILE: path("sources.yaml"), DATABASE_URL: url("lede.db") });
  console.log((await lede("import", corpusPath, "--json")).printed[0]?.slice(0, 60));
  await time("lede backup, read back", "backup.gz", () =>
    backupArchive(url("lede.db"), path("backup.gz"), Date.now(), progress),
  );
  await time("lede restore, indexed and checked", "restored.db", () =>
    restoreArchive(path("backup.gz"), url("restored.db"), null, progress),
  );
  const database = new DatabaseSync(path("lede.db"));
  await time("SQLite's backup API", "copy.db", () => backup(database, path("copy.db")));
  await time("and its copy zipped", "copy.db.gz", () =>
    pipeline(createReadStream(path("copy.db")), createGzip(), createWriteStream(path("copy.db.gz"))),
  );
  database.close();
} finally {
  await rm(folder, { recursive: true });
}
