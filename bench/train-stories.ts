// Learns the weights of src/curate/same-event.ts from the pairs that people judged, and writes them to be reviewed.
// Usage: node bench/train-stories.ts POSTS; the stream of October 2023 that test/fixtures/story-pairs.tsv names files of.
import { writeFile } from "node:fs/promises";
import { readPosts } from "../src/adapters/sources/posts.ts";
import { createExtractiveSummarizer } from "../src/adapters/summarizers/extractive.ts";
import { collectPost } from "../src/collect/from-post.ts";
import { publisherOf } from "../src/collect/publisher.ts";
import { type EventFeature, type EventReport, eventFeaturesAs, eventReport } from "../src/curate/same-event.ts";
import { profileOf, termsOf } from "../src/language/event-profile.ts";
import { TermCounts } from "../src/language/term-counts.ts";
import { corpusPath } from "./corpus.ts";
import { judgedPairs } from "./story-pairs.ts";

const articles = await readArticles();
// As on a desk that has run for a while: what is rare is known before the first pair comes.
const counts = new TermCounts();
for (const article of articles) counts.add(article.language, termsOf(article).keys());
const byFile = new Map(articles.map((article) => [article.file, reportOf(article)]));

const examples = (await judgedPairs()).flatMap(({ files: [first, second], isSame }) => {
  const [one, other] = [byFile.get(first), byFile.get(second)];
  return one && other ? [{ features: eventFeaturesAs(one)(other), isSame }] : [];
});
const names = Object.keys(examples[0]?.features ?? {}) as EventFeature[];
const { bias, features } = learn();
const file = new URL("../src/curate/same-event-weights.json", import.meta.url);
await writeFile(file, `${JSON.stringify({ bias, features }, null, 2)}\n`);
console.log(
  `${examples.length} pairs of ${articles.length} posts; weights written to src/curate/same-event-weights.json`,
);
console.log({ bias, ...features });

async function readArticles() {
  const summarizer = createExtractiveSummarizer();
  const read = [];
  for await (const reading of readPosts(corpusPath)) {
    if (reading.state === "refused") continue;
    const sourceId = publisherOf(reading.post).id;
    const { extract, publishedAt } = collectPost(reading.post, sourceId, reading.post.publishedAt);
    const { headline, language } = await summarizer.summarize(extract, { useEditorTags: true });
    read.push({ file: reading.file, sourceId, publishedAt, headline, language, text: extract.text });
  }
  return read;
}

function reportOf(article: (typeof articles)[number]): EventReport | null {
  const profile = profileOf(article, termsOf(article), counts);
  return profile && eventReport(article, profile.bytes, counts);
}

/** Logistic regression by gradient descent; features are scaled while learning, so that one penalty fits all. */
function learn(): { readonly bias: number; readonly features: Record<string, number> } {
  const penalty = 3;
  const [steps, rate] = [2000, 0.5];
  const scales = names.map((name) => {
    const values = examples.map((example) => example.features[name]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, deviation: Math.sqrt(variance) || 1 };
  });
  const scaled = examples.map(({ features: values, isSame }) => ({
    values: names.map((name, place) => (values[name] - (scales[place]?.mean ?? 0)) / (scales[place]?.deviation ?? 1)),
    isSame,
  }));
  const learned = names.map(() => 0);
  let intercept = 0;
  for (let step = 0; step < steps; step++) {
    const gradient = names.map((_, place) => penalty * (learned[place] ?? 0));
    let interceptGradient = 0;
    for (const { values, isSame } of scaled) {
      const logOdds = values.reduce((sum, value, place) => sum + value * (learned[place] ?? 0), intercept);
      const error = 1 / (1 + Math.exp(-logOdds)) - Number(isSame);
      interceptGradient += error;
      for (const [place, value] of values.entries()) gradient[place] = (gradient[place] ?? 0) + error * value;
    }
    intercept -= (rate * interceptGradient) / scaled.length;
    for (const [place, slope] of gradient.entries())
      learned[place] = (learned[place] ?? 0) - (rate * slope) / scaled.length;
  }
  // Back to unscaled features.
  const raw = names.map((_, place) => (learned[place] ?? 0) / (scales[place]?.deviation ?? 1));
  const shift = raw.reduce((sum, weight, place) => sum + weight * (scales[place]?.mean ?? 0), 0);
  const round = (value: number) => Number(value.toFixed(3));
  return {
    bias: round(intercept - shift),
    features: Object.fromEntries(names.map((name, place) => [name, round(raw[place] ?? 0)])),
  };
}
