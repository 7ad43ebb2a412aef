// How fast the archive takes articles in, how fast and how well it answers, beside SQLite's own tokenizers:
// `node bench/search.ts [POSTS] [--articles N] [--keep FILE] [--peers]`. POSTS: folder or .tar.gz, else what is shared, else made up.
import { existsSync } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { openStore } from "../src/adapters/stores/open-store.ts";
import { parseQuery } from "../src/language/query.ts";
import type { Store } from "../src/ports/store.ts";
import { type KnownItem, knownItems } from "./known-items.ts";
import { entryAt, idOf, writeArchive } from "./search-archive.ts";
import { askPeers } from "./search-peers.ts";
import { type Answered, placeOf, printAnswers } from "./search-report.ts";
import { type BenchText, realTexts, textAt } from "./search-texts.ts";

// Beyond it, the rows are written directly.
const mostByStore = 20_000;
const batchSize = 500;
const pageSize = 10;

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
  const items = knownItems(count, textOf);
  const context = { now: Date.UTC(2023, 9, 15), timeZone: "Asia/Taipei" };
  const search = async (query: string) => (await store.search(parseQuery(query, context), pageSize, 0)).hits;
  printAnswers("known items", await ask(search, items));
  printAnswers("other queries", await ask(search, otherQueries()));
  const suggest = async (beginning: string) =>
    (await store.suggest(beginning, pageSize)).tags.map(({ tag }) => ({ id: tag }));
  printAnswers("suggestions", await ask(suggest, beginnings()));
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

type Asked = Pick<KnownItem, "kind" | "query"> & { readonly wanted: number | null; readonly meanings: number | null };

/** What else people ask, of which no one article is the answer: common words, phrases of texts, filters. */
function otherQueries(): readonly Asked[] {
  const kinds: Record<string, (text: BenchText) => string | undefined> = {
    "a common name": ({ tags }) => tags[0],
    "any two characters": ({ headline }) => /\p{Script=Han}{2}/u.exec(headline)?.[0],
    "any one character": ({ headline }) => /\p{Script=Han}/u.exec(headline)?.[0],
    "a phrase of the text": ({ text }) => `"${/\p{Script=Han}{6,12}/u.exec(text.slice(200))?.[0] ?? "記者"}"`,
    "two words of the text": ({ text }) =>
      text
        .match(/\p{Script=Han}{2,4}/gu)
        ?.slice(8, 10)
        .join(" "),
    "words and filters": ({ headline, tags }) =>
      `${/\p{Script=Han}{2}/u.exec(headline)?.[0] ?? ""} after:2023-01-01 tag:${tags[0] ?? "政治"} -台北`,
    "filters alone": ({ tags }) => `tag:${tags[0] ?? "政治"} source:source-7 last:30d`,
  };
  return Object.entries(kinds).flatMap(([kind, queryOf]) =>
    Array.from({ length: 40 }, (_, number) => {
      const query = queryOf(textOf((number * 7919 + 13) % count));
      return query ? [{ kind, query, wanted: null, meanings: null }] : [];
    }).flat(),
  );
}

/** What is typed on the way to tags and headlines, letter by letter. */
function beginnings(): readonly Asked[] {
  const texts = Array.from({ length: 60 }, (_, number) => textOf((number * 7919 + 13) % count));
  return texts.flatMap(({ headline, tags }) =>
    [headline, ...tags.slice(0, 1)].flatMap((text) =>
      Array.from(text)
        .slice(0, 6)
        .map((_, end, characters) => ({
          kind: `${end + 1} characters`,
          query: characters.slice(0, end + 1).join(""),
          wanted: null,
          meanings: null,
        })),
    ),
  );
}

async function ask(
  search: (query: string) => Promise<readonly { readonly id: string }[]>,
  queries: readonly Asked[],
): Promise<readonly Answered[]> {
  for (const { query } of queries) await search(query);
  const answers: Answered[] = [];
  for (const { kind, query, wanted, meanings } of queries) {
    const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
    const hits = await search(query);
    const { user, system } = process.cpuUsage(cpu);
    const clockMs = performance.now() - startedAt;
    const place = wanted === null ? null : placeOf(idOf(wanted), hits);
    answers.push({ kind, query, clockMs, processorMs: (user + system) / 1000, place, meanings });
  }
  return answers;
}

async function reportSize(path: string): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true });
  const index = database
    .prepare("select sum(pgsize) as bytes from dbstat where name like '%\\_index\\_%' escape '\\'")
    .get();
  database.close();
  const perArticle = (bytes: number) => `${(bytes / count / 1000).toFixed(2)} KB`;
  console.log(`index ${perArticle(Number(index?.bytes))} an article, database ${perArticle((await stat(path)).size)}`);
}
