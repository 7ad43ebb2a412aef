// How fast an archive on PostgreSQL answers: `node bench/search-postgres.ts DATABASE [ARTICLES]`, an address and 200000.
// An empty database is filled first; a filled one is asked. Texts: the shared posts, mixed with each other, else made up.
import { readFileSync } from "node:fs";
import { Converter } from "opencc-js/t2cn";
import pg from "pg";
import { readPosts } from "../src/adapters/sources/posts.ts";
import { openStore } from "../src/adapters/stores/open-store.ts";
import { parseQuery } from "../src/language/query.ts";
import type { ArchiveEntry, Store } from "../src/ports/store.ts";
import { sharedPath } from "../test/shared.ts";

const address = process.argv[2] ?? "";
const articleCount = Number(process.argv[3] ?? 200_000);
const batchSize = 1000;
const queriesAKind = 60;
const minutesApart = 3;
const end = Date.UTC(2023, 9, 15);

interface Text {
  readonly headline: string;
  readonly text: string;
}

const real = await readTexts();
const store = await openStore(address);
const indexes = ["headline_index", "body_index"];
if ((await store.countArticles()) === 0) await fill(store);
console.log(`${await store.countArticles()} articles, of the texts of ${real.length}`);
await ask(store, questions());
await store.close();

async function readTexts(): Promise<readonly Text[]> {
  const path = sharedPath("corpus", "stream-2023-10.tar.gz");
  const made = Array.from({ length: 2000 }, (_, index) => ({
    headline: `高雄第${index}座圖書館 ${"甲乙丙丁戊己庚辛"[index % 8]}區開放`,
    text: `市府表示，第${index}期工程將在年底前完成。\n居民對交通的影響表達關心。`,
  }));
  if (path === null) return made;
  const texts: Text[] = [];
  for await (const reading of readPosts(path))
    if (reading.state === "read") texts.push({ headline: reading.post.title, text: plainText(reading.post.body) });
  return texts;
}

/** Crude, but enough to measure with: no stage is measured but the archive. */
function plainText(markup: string): string {
  return markup
    .replace(/<\/(p|div|h\d|li)>|<br\s*\/?>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/\n\s*/g, "\n")
    .trim();
}

/** The first ones as they were published, then such with the paragraphs of two. */
function textAt(index: number): Text {
  const [one, other] = [real[index % real.length], real[(index * 7 + Math.floor(index / real.length)) % real.length]];
  if (one === undefined || other === undefined) throw new RangeError("There is not one post to measure with.");
  if (index < real.length) return one;
  const lines = other.text.split("\n");
  const text = one.text
    .split("\n")
    .map((line, number) => (number % 2 ? line : (lines[number] ?? line)))
    .join("\n");
  return { headline: `${one.headline.slice(0, 12)} ${other.headline.slice(-12)}`, text };
}

/** Without the indexes on tokens, which are made at the end: that takes a third of the time. */
async function fill(filled: Store): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  for (const index of indexes) await client.query(`drop index ${index}_by_token`);
  const startedAt = performance.now();
  for (let start = 0; start < articleCount; start += batchSize) {
    const size = Math.min(batchSize, articleCount - start);
    await filled.archive(Array.from({ length: size }, (_, index) => entryAt(start + index)));
    if (start % 20_000 === 0) console.log(`${start} archived after ${seconds(startedAt)} s`);
  }
  for (const index of indexes) await client.query(`create index ${index}_by_token on ${index} using gin (tokens)`);
  await client.query("vacuum analyze");
  await client.end();
  console.log(`filled in ${seconds(startedAt)} s`);
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1000);
}

function entryAt(index: number): ArchiveEntry {
  const { headline, text } = textAt(index);
  const publishedAt = end - (articleCount - index) * minutesApart * 60_000;
  const article = {
    id: `article-${index}`,
    identity: `https://news.example/${index}`,
    sourceId: `source-${index % 8}`,
    storyId: `story-${index}`,
    url: `https://news.example/${index}`,
    headline,
    lede: [{ text: text.slice(0, 100), start: 0, end: Math.min(text.length, 100) }],
    tags: [`tag-${index % 200}`, `tag-${(index % 50) + 200}`],
    language: "zh-Hant",
    byline: null,
    text,
    image: null,
    publishedAt,
    collectedAt: publishedAt,
    original: { title: headline, author: null, body: "", categories: [] },
  };
  const rest = { storyKeys: [`key-${index}`], signature: null, profile: null, joined: { how: "began" } } as const;
  return { article, contentHash: String(index), ...rest };
}

interface Asked {
  readonly kind: string;
  readonly query: string;
}

function questions(): readonly Asked[] {
  const toSimplified = Converter({ from: "tw", to: "cn" });
  const kinds: Record<string, (text: Text) => string | undefined> = {
    "two parts of a headline": ({ headline }) => partsOf(headline, 4).slice(0, 2).join(" "),
    "the same in Simplified": ({ headline }) => toSimplified(partsOf(headline, 4).slice(0, 2).join(" ")),
    "a name of three": ({ headline }) => partsOf(headline, 3)[1],
    "two characters": ({ headline }) => partsOf(headline, 2)[0],
    "one character": ({ headline }) => partsOf(headline, 2)[0]?.slice(0, 1),
    "a phrase of the text": ({ text }) => quoted(/\p{Script=Han}{6,12}/u.exec(text.slice(200))?.[0]),
    "an English word": ({ text }) => /[A-Za-z]{4,}/.exec(text)?.[0],
    "words and filters": ({ headline }) => `${partsOf(headline, 2)[0] ?? ""} after:2023-09-01 tag:tag-7 -台北`,
    "a filter alone": ({ headline }) => `tag:tag-${headline.length % 200} source:source-3`,
  };
  return Object.entries(kinds).flatMap(([kind, queryOf]) =>
    Array.from({ length: queriesAKind }, (_, number) => {
      const query = queryOf(textAt((number * 7919 + 13) % articleCount));
      return query ? [{ kind, query }] : [];
    }).flat(),
  );
}

function partsOf(headline: string, length: number): readonly string[] {
  return headline.match(new RegExp(`\\p{L}{${length}}`, "gu")) ?? [];
}

function quoted(text: string | undefined): string | undefined {
  return text && `"${text}"`;
}

interface Answered extends Asked {
  readonly clockMs: number;
  /** Of this process and the server's together: what the clock would show at most on an idle machine. */
  readonly processorMs: number;
}

async function ask(asked: Store, list: readonly Asked[]): Promise<void> {
  const context = { now: end, timeZone: "Asia/Taipei" };
  const search = (query: string) => asked.search(parseQuery(query, context), 10, 0);
  for (const { query } of list) await search(query);
  const servers = await serverProcesses();
  const answers: Answered[] = [];
  for (const { kind, query } of list) {
    const [startedAt, before] = [performance.now(), processorMs(servers)];
    await search(query);
    const clockMs = performance.now() - startedAt;
    answers.push({ kind, query, clockMs, processorMs: processorMs(servers) - before });
  }
  for (const [kind, group] of Map.groupBy(answers, (answer) => answer.kind)) {
    const slowest = group.toSorted((one, other) => other.processorMs - one.processorMs)[0];
    console.log(`  ${kind}: ${summary(group)}; slowest: ${slowest?.query}`);
  }
  console.log(`all, warm: ${summary(answers)}`);
}

/** The processes of a server on this machine that answer this one. */
async function serverProcesses(): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rows } = await client.query(
    "select pid from pg_stat_activity where datname = current_database() and application_name = 'lede'",
  );
  await client.end();
  return rows.map(({ pid }) => Number(pid));
}

function processorMs(servers: readonly number[]): number {
  const { user, system } = process.cpuUsage();
  const ofServers = servers.map((pid) => Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6);
  return (user + system) / 1000 + ofServers.reduce((sum, ms) => sum + ms, 0);
}

function summary(answers: readonly Answered[]): string {
  const clock = percentiles(answers.map(({ clockMs }) => clockMs));
  const processor = percentiles(answers.map((answer) => answer.processorMs));
  return `${answers.length} queries, ${clock} by the clock, ${processor} of processor time`;
}

function percentiles(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms and p99 ${at(0.99)} ms`;
}
