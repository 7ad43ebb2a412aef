// How fast the archive takes articles in and answers: `node bench/search.ts [folder or .tar.gz of posts]`.
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Converter } from "opencc-js/t2cn";
import { openStore } from "../src/adapters/stores/open-store.ts";
import { parseQuery } from "../src/language/query.ts";
import type { ArchiveEntry, Store } from "../src/ports/store.ts";
import { benchPosts, corpusPath } from "./corpus.ts";

const articleCount = 15_000;
const batchSize = 500;
const queriesAKind = 60;

interface Text {
  readonly headline: string;
  readonly text: string;
  readonly publishedAt: number;
}

interface Asked {
  readonly kind: string;
  readonly query: string;
  /** The article that the asker has in mind; null when there is no single one. */
  readonly wanted: string | null;
}

const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
try {
  const path = join(folder, "lede.db");
  const { texts, origin } = await readTexts();
  const store = await openStore(`sqlite:${path}`);
  console.log(`${texts.length} articles from ${origin}`);
  await fill(store, texts);
  await ask(store, questionsOn(texts));
  await store.close();
  await reportSize(path);
} finally {
  await rm(folder, { recursive: true });
}

/** Real texts; when they are too few, further ones of the paragraphs of two. */
async function readTexts(): Promise<{ texts: readonly Text[]; origin: string }> {
  const posts = await benchPosts(articleCount);
  const read = posts.map(({ title, body, publishedAt }) => ({ headline: title, text: plainText(body), publishedAt }));
  const texts = Array.from({ length: articleCount }, (_, index) => {
    const [one, other] = [read[index % read.length], read[(index * 7 + 1) % read.length]];
    if (one === undefined || other === undefined) throw new RangeError("There is not one post to measure with.");
    if (index < read.length) return one;
    const mixed = one.text
      .split("\n")
      .map((line, number) => (number % 2 ? line : (other.text.split("\n")[number] ?? line)));
    const headline = `${one.headline.slice(0, 12)} ${other.headline.slice(-12)}`;
    return { headline, text: mixed.join("\n"), publishedAt: one.publishedAt + index };
  });
  return { texts, origin: corpusPath || "made up" };
}

/** Crude, but enough to measure with: no stage is measured but the archive. */
function plainText(markup: string): string {
  const lines = markup.replace(/<\/(p|div|h\d|li)>|<br\s*\/?>/gi, "\n").replace(/<[^>]*>/g, "");
  return lines
    .replace(/[^\S\n]+/g, " ")
    .replace(/\n\s*/g, "\n")
    .trim();
}

async function fill(store: Store, texts: readonly Text[]): Promise<void> {
  const entries = texts.map(entryOf);
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  for (let start = 0; start < entries.length; start += batchSize) {
    await store.archive(entries.slice(start, start + batchSize));
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const rates = [entries.length / seconds, entries.length / ((user + system) / 1e6)].map(Math.round);
  console.log(`indexed ${rates[0]} articles/s by the clock, ${rates[1]} a second of processor time`);
}

function entryOf({ headline, text, publishedAt }: Text, index: number): ArchiveEntry {
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
    original: { title: headline, author: null, body: text, categories: [] },
  };
  return {
    article,
    contentHash: String(index),
    storyKeys: [`key-${index}`],
    signature: null,
    profile: null,
    joined: { how: "began" },
  };
}

function questionsOn(texts: readonly Text[]): readonly Asked[] {
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
  };
  const isKnownItem = (kind: string) => kind.includes("headline") || kind.includes("Simplified");
  return Object.entries(kinds).flatMap(([kind, queryOf]) =>
    Array.from({ length: queriesAKind }, (_, number) => {
      const index = (number * 7919 + 13) % texts.length;
      const query = texts[index] && queryOf(texts[index]);
      return query ? [{ kind, query, wanted: isKnownItem(kind) ? `article-${index}` : null }] : [];
    }).flat(),
  );
}

function partsOf(headline: string, length: number): readonly string[] {
  return headline.match(new RegExp(`\\p{L}{${length}}`, "gu")) ?? [];
}

function quoted(text: string | undefined): string | undefined {
  return text && `"${text}"`;
}

async function ask(store: Store, questions: readonly Asked[]): Promise<void> {
  const context = { now: Date.UTC(2023, 9, 15), timeZone: "Asia/Taipei" };
  const search = (query: string) => store.search(parseQuery(query, context), 10, 0);
  for (const { query } of questions) await search(query);
  const answers: Answered[] = [];
  for (const { kind, query, wanted } of questions) {
    const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
    const { hits } = await search(query);
    const { user, system } = process.cpuUsage(cpu);
    const isFound = wanted === null ? null : hits.some((hit) => hit.id === wanted);
    answers.push({ kind, clockMs: performance.now() - startedAt, processorMs: (user + system) / 1000, isFound });
  }
  for (const [kind, group] of Map.groupBy(answers, (answer) => answer.kind))
    console.log(`  ${kind}: ${summary(group)}`);
  console.log(`all, warm: ${summary(answers)}`);
}

interface Answered {
  readonly kind: string;
  readonly clockMs: number;
  /** What the clock would show on an idle machine: a search waits for nothing. */
  readonly processorMs: number;
  readonly isFound: boolean | null;
}

function summary(answers: readonly Answered[]): string {
  const clock = percentiles(answers.map(({ clockMs }) => clockMs));
  const processor = percentiles(answers.map(({ processorMs }) => processorMs));
  const known = answers.filter(({ isFound }) => isFound !== null);
  const share = (known.filter(({ isFound }) => isFound).length / known.length) * 100;
  const recall = known.length === 0 ? "" : `; ${share.toFixed(1)} % of the wanted articles among the first ten`;
  return `${answers.length} queries, ${clock} by the clock, ${processor} of processor time${recall}`;
}

function percentiles(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms and p99 ${at(0.99)} ms`;
}

async function reportSize(path: string): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true });
  const index = database.prepare("select sum(pgsize) as bytes from dbstat where name like '%_index_%'").get();
  database.close();
  const perArticle = (bytes: number) => `${(bytes / articleCount / 1000).toFixed(1)} KB`;
  console.log(`index ${perArticle(Number(index?.bytes))} an article, database ${perArticle((await stat(path)).size)}`);
}
