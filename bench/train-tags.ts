// Learns the tag finder's weights from posts that editors tagged, and measures them on newer posts it did not learn from.
// Usage: node bench/train-tags.ts POSTS GOLD.jsonl [--write]: POSTS is a folder or archive; a line of GOLD is {file, tags}.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readPosts } from "../src/adapters/sources/posts.ts";
import { extractPost } from "../src/collect/from-post.ts";
import { editHeadline } from "../src/language/headline.ts";
import { tagCandidates } from "../src/language/tag/candidates.ts";
import { type Mark, marksOf, markTables, measure, numberNames } from "../src/language/tag/features.ts";
import { chooseTags, findTags } from "../src/language/tag/find.ts";
import { normalizeTag } from "../src/language/tag/normalize.ts";
import { taggedText } from "../src/language/tag/tagged-text.ts";
import { type Example, TagLearner } from "./tag-learner.ts";

const passes = 2;
const learnerOptions = { sparsity: 2, learningRate: 0.1 };
// The newest fifth is held out: tags are to be found in news that was not there yet.
const heldOutShare = 0.2;
const language = "zh-Hant";
const weightsFile = join(import.meta.dirname, "..", "src", "language", "tag", "weights.json");

type EditorTags = ReadonlyMap<string, ReadonlySet<string>>;

interface TaggedArticle {
  readonly file: string;
  readonly headline: string;
  readonly text: string;
  readonly editorTags: ReadonlySet<string>;
  readonly terms: readonly string[];
  readonly examples: readonly Example[];
}

/** Indexes of weights by name: a number's own name, or `table:mark`. */
class WeightNames {
  readonly #indexes = new Map<string, number>();

  get size(): number {
    return this.#indexes.size;
  }

  indexOf(name: string): number {
    const index = this.#indexes.get(name) ?? this.#indexes.size;
    this.#indexes.set(name, index);
    return index;
  }

  entries(): Iterable<[string, number]> {
    return this.#indexes.entries();
  }
}

async function main([posts, goldFile, option]: readonly string[]): Promise<void> {
  if (posts === undefined || goldFile === undefined) throw new Error("usage: train-tags.ts POSTS GOLD.jsonl [--write]");
  const names = new WeightNames();
  const articles = await readArticles(posts, readGold(goldFile), names);
  const firstHeldOut = Math.floor(articles.length * (1 - heldOutShare));
  const learner = new TagLearner(names.size, learnerOptions);
  for (let pass = 0; pass < passes; pass++) {
    for (const { examples } of shuffled(articles.slice(0, firstHeldOut), pass)) {
      for (const example of examples) learner.learn(example);
    }
  }
  learner.weights.set(learner.weights.map((weight) => Math.round(weight * 100) / 100));
  const kept = learner.weights.filter((weight) => weight !== 0).length;
  console.log(`${kept} weights from ${firstHeldOut} articles`);
  console.log(
    `F1@3 ${meanF1(articles.slice(firstHeldOut), learner, 3).toFixed(4)} on the ${articles.length - firstHeldOut} newest`,
  );
  measureFinder(articles.slice(firstHeldOut));
  if (option === "--write") writeFileSync(weightsFile, weightsJson(names, learner.weights));
}

function readGold(file: string): EditorTags {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const rows = lines.map((line) => JSON.parse(line) as { readonly file: string; readonly tags: readonly string[] });
  return new Map(rows.map((row) => [basename(row.file), new Set(row.tags.map(normalizeTag))]));
}

async function readArticles(posts: string, gold: EditorTags, names: WeightNames): Promise<readonly TaggedArticle[]> {
  const articles: TaggedArticle[] = [];
  for await (const reading of readPosts(posts)) {
    const file = basename(reading.file);
    const editorTags = gold.get(file);
    if (reading.state === "refused" || editorTags === undefined) continue;
    const { text } = extractPost(reading.post);
    const headline = editHeadline(reading.post.title, text);
    const article = taggedText(headline, text, language);
    const candidates = tagCandidates(article.tokens, article.headlineTokens);
    const examples = candidates.map((candidate) =>
      exampleOf(measure(candidate, article), marksOf(candidate, article), editorTags.has(candidate.term), names),
    );
    articles.push({ file, headline, text, editorTags, terms: candidates.map(({ term }) => term), examples });
  }
  return articles.sort((one, other) => (one.file < other.file ? -1 : 1));
}

function exampleOf(numbers: readonly number[], marks: readonly Mark[], isTag: boolean, names: WeightNames): Example {
  const named = [
    ...numbers.map((value, at) => ({ index: names.indexOf(numberNames[at] ?? ""), value })),
    ...marks.map(([first, rest], at) => ({
      index: names.indexOf(`${markTables[at]}:${first}${rest}`),
      value: Number(first !== ""),
    })),
  ].filter(({ value }) => value !== 0);
  return {
    indexes: Int32Array.from(named, ({ index }) => index),
    values: Float32Array.from(named, ({ value }) => value),
    isTag,
  };
}

// The same order on every run: the weights are reviewed, so chance must not change them.
function shuffled<Entry>(entries: readonly Entry[], seed: number): readonly Entry[] {
  let state = seed + 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return entries
    .map((entry) => ({ entry, place: next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ entry }) => entry);
}

// What the desk runs, with the weights it has.
function measureFinder(articles: readonly TaggedArticle[]): void {
  const find = ({ headline, text }: TaggedArticle) => findTags(headline, text, language);
  for (const article of articles.slice(0, 200)) find(article);
  const before = process.cpuUsage();
  const found = articles.map(find);
  const { user, system } = process.cpuUsage(before);
  const f1 = found.reduce((sum, tags, at) => sum + f1Of(tags.slice(0, 3), articles[at]?.editorTags ?? new Set()), 0);
  const perSecond = (articles.length / (user + system)) * 1_000_000;
  console.log(
    `The desk's finder: F1@3 ${(f1 / articles.length).toFixed(4)}, ${Math.round(perSecond)} articles a second`,
  );
}

function f1Of(tags: readonly string[], editorTags: ReadonlySet<string>): number {
  const hits = tags.filter((tag) => editorTags.has(tag)).length;
  return hits === 0 ? 0 : (2 * hits) / (tags.length + editorTags.size);
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
