// What it costs to tell which of many subscriptions have news: milliseconds an article against 10,000 standing searches, which are read
// and filed anew each time that there is news as a desk does, and beside it a search for each of them, of which some are timed.
// Usage: node bench/standing.ts [POSTS]
import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { openStore } from "../src/adapters/stores/open-store.ts";
import { createExtractiveSummarizer } from "../src/adapters/summarizers/extractive.ts";
import { collectPost } from "../src/collect/from-post.ts";
import { publisherOf } from "../src/collect/publisher.ts";
import { curateItems } from "../src/curate/edit.ts";
import { createKnownTerms } from "../src/curate/known-terms.ts";
import { parseQuery } from "../src/language/query.ts";
import { benchPosts } from "./corpus.ts";

const searchCount = 10_000;
const articleCount = 1000;
const timedAlone = 200;
const rounds = 5;
const lastArticles = 50;

const posts = await benchPosts(articleCount);
const now = (posts.at(-1)?.publishedAt ?? 0) + 60_000;
const store = await openStore("sqlite::memory:");
let archivedAt = now - 1;
const clock = { now: () => archivedAt };
const parts = { store, summarizer: createExtractiveSummarizer(), clock, newId: randomUUID };
for (let start = 0; start < posts.length; start += lastArticles) {
  if (start + lastArticles >= posts.length) archivedAt = now;
  await curateItems(
    posts.slice(start, start + lastArticles).map((post) => collectPost(post, publisherOf(post).id, post.publishedAt)),
    { ...parts, knownTerms: createKnownTerms(store) },
  );
}

const texts = await textsToAsk();
const searches = Array.from({ length: searchCount }, (_, index) => ({
  id: String(index),
  query: parseQuery(texts[index % texts.length] ?? "", { now, timeZone: "Asia/Taipei" }),
  from: now - 2,
}));
const latest = searches.map((search) => ({ ...search, from: now - 1 }));
const few = await timed(() => store.searchesWithNews(latest, now));
const both = await timed(() => store.searchesWithNews(searches, now));
const anArticle = (both - few) / (posts.length - lastArticles);
const found = (await store.searchesWithNews(searches, now)).size;
const one = await timed(async () => {
  for (const { query, from } of searches.slice(0, timedAlone))
    await store.openSelection({ query, from, until: now, order: "oldest", limit: 1 });
});
console.log(`${searchCount} searches of ${texts.length} kinds, ${posts.length} new articles: ${found} have news`);
console.log(`${(few - anArticle * lastArticles).toFixed(0)} ms to read and file the searches`);
console.log(`${anArticle.toFixed(2)} ms an article against all of them`);
console.log(
  `${((one / timedAlone) * searchCount).toFixed(0)} ms to ask for each alone, ${both.toFixed(0)} ms together`,
);
await store.close();

/** What people subscribe to: a tag, words of a headline, a source with a word, a phrase, and one of two. */
async function textsToAsk(): Promise<readonly string[]> {
  const asked: string[] = [];
  for await (const { tags, headline, sourceId } of store.eachArticle()) {
    const [tag = "高雄", other = "台北"] = tags;
    const words = headline.split(/[\s，、：:]+/u).filter((word) => word.length > 1);
    const [word = tag] = words;
    asked.push(tag, `tag:"${tag}"`, `${word.slice(0, 4)} -${other}`, `source:${sourceId} ${tag}`);
    asked.push(`"${word.slice(0, 6)}"`, `"${tag}" OR "${other}"`, `lang:zh ${word.slice(0, 3)}`);
  }
  return asked.filter(isReadable);
}

function isReadable(text: string): boolean {
  try {
    parseQuery(text, { now, timeZone: "Asia/Taipei" });
    return true;
  } catch {
    return false;
  }
}

/** The median of some rounds, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}
