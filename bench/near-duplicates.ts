// How many reports of nearly one text are joined, at what cost: pairs by likeness, time and archive space an article.
// Usage: node bench/near-duplicates.ts [POSTS], a folder or .tar.gz of posts; the pairs joined by likeness alone are listed to be judged by eye.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../src/adapters/stores/open-store.ts";
import { createExtractiveSummarizer } from "../src/adapters/summarizers/extractive.ts";
import { collectPost } from "../src/collect/from-post.ts";
import { publisherOf } from "../src/collect/publisher.ts";
import { curateItems } from "../src/curate/edit.ts";
import { createKnownTerms } from "../src/curate/known-terms.ts";
import { storyKeysOf } from "../src/curate/story.ts";
import { likeness, signText } from "../src/language/min-hash.ts";
import type { Article } from "../src/records/article.ts";
import { benchPosts, corpusPath } from "./corpus.ts";

const batchSize = 10;
const posts = await benchPosts(100_000);
const items = posts.map((post) => collectPost(post, publisherOf(post).id, post.publishedAt + 60_000));
console.log(`posts: ${corpusPath || "made up"}, ${items.length}`);

const signingAt = performance.now();
const unsigned = items.filter(({ extract }) => signText(extract.text) === null).length;
const signing = (performance.now() - signingAt) / items.length;
console.log(`signing: ${signing.toFixed(3)} ms an article; ${unsigned} are too short to be compared`);

const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
const file = join(folder, "lede.db");
const store = await openStore(`sqlite:${file}`);
let lookups = 0;
const timed = {
  ...store,
  findSignedTexts: async (...wanted: Parameters<typeof store.findSignedTexts>) => {
    const startedAt = performance.now();
    const found = await store.findSignedTexts(...wanted);
    lookups += performance.now() - startedAt;
    return found;
  },
};
let now = 0;
const parts = {
  knownTerms: createKnownTerms(store),
  store: timed,
  summarizer: createExtractiveSummarizer(),
  clock: { now: () => now },
  newId: randomUUID,
};
const curatingAt = performance.now();
for (let start = 0; start < items.length; start += batchSize) {
  const batch = items.slice(start, start + batchSize);
  now = (batch.at(-1)?.publishedAt ?? 0) + 60_000;
  await curateItems(batch, parts);
}
const curating = (performance.now() - curatingAt) / items.length;
console.log(
  `curating in all: ${curating.toFixed(3)} ms an article, ${(lookups / items.length).toFixed(3)} ms of it look for like texts`,
);

const stories = Map.groupBy(await Array.fromAsync(store.eachArticle()), ({ storyId }) => storyId);
await store.close();
const sizes = sizesOf(file);
for (const [table, bytes] of sizes) console.log(`${table}: ${(bytes / items.length).toFixed(0)} bytes an article`);
await rm(folder, { recursive: true });

const joined = [...stories.values()].flatMap((articles) =>
  articles.slice(1).map((article) => pairOf(article, articles)),
);
const alike = joined
  .filter(({ byKey, likeness: share }) => !byKey && share >= 0.5)
  .sort((a, b) => a.likeness - b.likeness);
console.log(
  `${stories.size} stories; joined to an earlier report: ${joined.length}, of these ${alike.length} by likeness alone:`,
);
for (const { likeness: share, one, other } of alike)
  console.log(`${share.toFixed(2)}  ${label(one)}  |  ${label(other)}`);

/** The article with the report of its story that is most like it. */
function pairOf(one: Article, articles: readonly Article[]) {
  const keys = new Set(storyKeysOf(one.headline, one.text));
  const others = articles.filter((other) => other !== one && other.publishedAt <= one.publishedAt);
  const pairs = others.map((other) => ({
    one,
    other,
    byKey: storyKeysOf(other.headline, other.text).some((key) => keys.has(key)),
    likeness: likenessOf(one.text, other.text),
  }));
  const best = pairs.toSorted((a, b) => Number(b.byKey) - Number(a.byKey) || b.likeness - a.likeness)[0];
  return best ?? { one, other: one, byKey: true, likeness: 1 };
}

function likenessOf(one: string, other: string): number {
  const [first, second] = [signText(one), signText(other)];
  return first && second ? likeness(first.bytes, second.bytes) : 0;
}

function label({ sourceId, publishedAt, headline }: Article): string {
  return `${sourceId} ${new Date(publishedAt).toISOString().slice(5, 16)} ${headline}`;
}

/** Bytes of the tables and indexes that hold signatures; those are dropped after a week. */
function sizesOf(path: string): readonly (readonly [string, number])[] {
  const database = new DatabaseSync(path);
  const rows = database
    .prepare(
      "select name, sum(pgsize) as bytes from dbstat where name glob '*signed_texts*' or name glob 'text_bands*' group by name",
    )
    .all();
  database.close();
  return rows.map(({ name, bytes }) => [String(name), Number(bytes)]);
}
