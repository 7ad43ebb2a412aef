// Learns the tag finder's weights from posts that editors tagged, and measures them on newer posts it did not learn from.
// Usage: node bench/train-tags.ts POSTS GOLD.jsonl [--write]: POSTS is a folder or archive; a line of GOLD is {file, tags}.
// What it writes, bench/train-vocabulary.ts builds on: run that next.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { markTables } from "../src/language/tag/features.ts";
import { chooseTags } from "../src/language/tag/find.ts";
import type { TagLearner } from "./tag-learner.ts";
import { f1Of, heldOutShare, learnWeights, readArticles, type TaggedArticle, WeightNames } from "./tagged-articles.ts";

const weightsFile = join(import.meta.dirname, "..", "src", "language", "tag", "weights.json");

async function main([posts, goldFile, option]: readonly string[]): Promise<void> {
  if (posts === undefined || goldFile === undefined) throw new Error("usage: train-tags.ts POSTS GOLD.jsonl [--write]");
  const names = new WeightNames();
  const articles = await readArticles(posts, goldFile, names);
  const firstHeldOut = Math.floor(articles.length * (1 - heldOutShare));
  const learner = learnWeights(articles.slice(0, firstHeldOut), names);
  const kept = learner.weights.filter((weight) => weight !== 0).length;
  console.log(`${kept} weights from ${firstHeldOut} articles`);
  console.log(
    `F1@3 ${meanF1(articles.slice(firstHeldOut), learner, 3).toFixed(4)} on the ${articles.length - firstHeldOut} newest, by these weights alone`,
  );
  if (option === "--write") writeFileSync(weightsFile, weightsJson(names, learner.weights));
}

function meanF1(articles: readonly TaggedArticle[], learner: TagLearner, most: number): number {
  const sum = articles.reduce((total, { examples, terms, editorTags }) => {
    const ranked = examples
      .map((example, at) => ({ term: terms[at] ?? "", score: learner.score(example) }))
      .sort((one, other) => other.score - one.score);
    return total + f1Of(chooseTags(ranked).slice(0, most), editorTags);
  }, 0);
  return sum / articles.length;
}

/** One weight a line, sorted by name, so that two trainings can be compared. */
function weightsJson(names: WeightNames, weights: Float64Array): string {
  const learned = [...names.entries()].flatMap(([name, index]) =>
    weights[index] ? [{ name, weight: weights[index] }] : [],
  );
  const numbers = Object.fromEntries(
    learned.flatMap(({ name, weight }) => (name.includes(":") ? [] : [[name, weight]])),
  );
  const marks = markTables.map((table) => {
    const own = learned.filter(({ name }) => name.startsWith(`${table}:`));
    return [table, Object.fromEntries(own.map(({ name, weight }) => [name.slice(table.length + 1), weight]).sort())];
  });
  const about =
    "Learned by bench/train-tags.ts: log-odds that a candidate is a tag, per number and per mark (features.ts).";
  return `${JSON.stringify({ about, numbers, marks: Object.fromEntries(marks) }, null, 2)}\n`;
}

await main(process.argv.slice(2));
