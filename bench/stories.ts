// How well reports of one event find each other, and what it costs: precision and recall over the pairs that people judged,
// after all posts went through the desk in the order of time; then milliseconds an article among 100,000 others.
// Usage: node bench/stories.ts [POSTS [EARLIER]]; POSTS is the stream of October 2023, EARLIER are posts that a desk had before it.
import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { readPosts } from "../src/adapters/sources/posts.ts";
import { openStore } from "../src/adapters/stores/open-store.ts";
import { createExtractiveSummarizer } from "../src/adapters/summarizers/extractive.ts";
import { collectPost } from "../src/collect/from-post.ts";
import { publisherOf } from "../src/collect/publisher.ts";
import { curateItems } from "../src/curate/edit.ts";
import { createKnownTerms } from "../src/curate/known-terms.ts";
import { storyWindowMs } from "../src/curate/story.ts";
import { storyByEvent } from "../src/curate/story-by-event.ts";
import { profileOf, termsOf } from "../src/language/event-profile.ts";
import type { ArchiveEntry } from "../src/ports/store.ts";
import type { CollectedItem } from "../src/records/collected-item.ts";
import { articleEntry } from "../test/fakes/articles.ts";
import { corpusPath } from "./corpus.ts";
import { judgedPairs, precisionAndRecall } from "./story-pairs.ts";

const [, , , earlierPath] = process.argv;
const batchSize = 10;
const crowd = 100_000;

const posts = await readItems(corpusPath);
const store = await openStore("sqlite::memory:");
let now = 0;
const parts = {
  ...{ store, summarizer: createExtractiveSummarizer(), clock: { now: () => now }, newId: randomUUID },
  knownTerms: createKnownTerms(store),
};
if (earlierPath !== undefined) await curate((await readItems(earlierPath)).map(({ item }) => item));
const milliseconds = await curate(posts.map(({ item }) => item));
console.log(`${posts.length} posts, ${milliseconds.toFixed(2)} ms an article to curate`);

const stories = new Map<string, string>();
const byIdentity = new Map((await Array.fromAsync(store.eachArticle())).map((article) => [article.identity, article]));
for (const { file, item } of posts) stories.set(file, byIdentity.get(item.identity)?.storyId ?? "");
const found = (await judgedPairs()).map((pair) => {
  const [one, other] = pair.files.map((file) => stories.get(file));
  return { ...pair, isFound: one !== undefined && one === other };
});
const sourceOf = new Map(posts.map(({ file, item }) => [file, item.sourceId]));
const across = found.filter(({ files: [one, other] }) => sourceOf.get(one) !== sourceOf.get(other));
console.log(`all pairs: ${precisionAndRecall(found)}`);
console.log(`of two newsrooms: ${precisionAndRecall(across)}`);
const sizes = [...Map.groupBy(byIdentity.values(), ({ storyId }) => storyId).values()].map(({ length }) => length);
console.log(
  `${sizes.length} stories, ${sizes.filter((size) => size > 1).length} with several reports, ${Math.max(...sizes)} at the most`,
);

// A window as crowded as it may get: profiles whose keys are other articles', each as common as it is.
const until = posts.at(-1)?.item.publishedAt ?? 0;
const terms = await parts.knownTerms();
const profiles = [...byIdentity.values()].flatMap((article) => profileOf(article, termsOf(article), terms) ?? []);
await store.archive(Array.from({ length: crowd }, (_, index) => strangerOf(index)));
const startedAt = performance.now();
const sample = profiles.slice(-500);
for (const profile of sample) {
  const others = await store.findProfiles(profile.keys, until - storyWindowMs, until + storyWindowMs);
  storyByEvent({ sourceId: "stranger", publishedAt: until, profile }, others, terms);
}
const looking = (performance.now() - startedAt) / sample.length;
console.log(`among ${crowd} reports: ${looking.toFixed(2)} ms an article to find its event`);
await store.close();

async function readItems(path: string): Promise<readonly { readonly file: string; readonly item: CollectedItem }[]> {
  const items = [];
  for await (const reading of readPosts(path)) {
    if (reading.state === "refused") continue;
    const { post, file } = reading;
    items.push({ file, item: collectPost(post, publisherOf(post).id, post.publishedAt + 60_000) });
  }
  return items.toSorted((one, other) => one.item.publishedAt - other.item.publishedAt);
}

/** Milliseconds an article. */
async function curate(items: readonly CollectedItem[]): Promise<number> {
  const startedAt = performance.now();
  for (let start = 0; start < items.length; start += batchSize) {
    const batch = items.slice(start, start + batchSize);
    now = Math.max(now, (batch.at(-1)?.publishedAt ?? 0) + 60_000);
    await curateItems(batch, parts);
  }
  return (performance.now() - startedAt) / items.length;
}

function strangerOf(index: number): ArchiveEntry {
  const keyOf = (place: number) => profiles[(index * 7919 + place * 104_729) % profiles.length]?.keys[place % 16] ?? 0;
  const profile = profiles[index % profiles.length];
  const entry = articleEntry({ headline: `${index}`, sourceId: "stranger", at: until - (index % 4000) * 60_000 });
  return {
    ...entry,
    profile: profile ? { keys: Array.from({ length: 16 }, (_, place) => keyOf(place)), bytes: profile.bytes } : null,
  };
}
