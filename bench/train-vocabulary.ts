// Grows the trees that judge an article's candidates together and by the archive's own tags, and measures the tag finder with archives of
// several sizes, on articles that neither its weights nor its trees were learned from.
// Usage: node bench/train-vocabulary.ts POSTS GOLD.jsonl [--write | --mixed]: POSTS is a folder or archive; a line of GOLD is {file, tags}.
// Format what it writes with `npx biome check --write`. Measured are the newest fifth of the posts; with --mixed a fifth from among them, as when the desk knows news from before and after.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ContextName, contextNames, contextOf } from "../src/language/tag/context.ts";
import { numberNames } from "../src/language/tag/features.ts";
import { chooseTags, judgeTags, learnedTerm } from "../src/language/tag/find.ts";
import { lessonOf } from "../src/language/tag/lesson.ts";
import type { Ranked } from "../src/language/tag/rank.ts";
import { noTagRules } from "../src/language/tag/rules.ts";
import { type Planted, plant, type Tree, type Trees } from "../src/language/tag/trees.ts";
import { TagVocabulary } from "../src/language/tag/vocabulary.ts";
import type { TagLearner } from "./tag-learner.ts";
import {
  f1Of,
  heldOutShare,
  learnWeights,
  readArticles,
  shuffled,
  type TaggedArticle,
  WeightNames,
} from "./tagged-articles.ts";
import { type LearnedTree, learnTrees } from "./tree-learner.ts";

const treeOptions = { rounds: 150, leaves: 15, learningRate: 0.1, fewest: 40, smoothing: 3 };
// Weights score the articles that they were learned from too well: each of so many parts is scored by those of the others.
const parts = 4;
const judged = 40;
const archives = [0, 1000, 3000];
const treesFile = join(import.meta.dirname, "..", "src", "language", "tag", "trees.json");

/** An article with its candidates, best first by themselves, and its lesson. */
interface ScoredArticle {
  readonly editorTags: ReadonlySet<string>;
  readonly ranked: readonly Ranked[];
  readonly lesson: Uint8Array;
}

async function main([posts, goldFile, option]: readonly string[]): Promise<void> {
  if (posts === undefined || goldFile === undefined)
    throw new Error("usage: train-vocabulary.ts POSTS GOLD.jsonl [--write | --mixed]");
  const names = new WeightNames();
  const read = await readArticles(posts, goldFile, names);
  const articles = option === "--mixed" ? shuffled(read, 7) : read;
  const firstMeasured = Math.floor(articles.length * (1 - heldOutShare));
  const learned = articles.slice(0, firstMeasured);
  const archived = scoredByOthers(learned, names);
  const trees = growTrees(archived);
  const learner = learnWeights(learned, names);
  const measured = articles.slice(firstMeasured).map((article) => scored(article, learner));
  report(archived, measured, plant(trees));
  if (option === "--write") writeFileSync(treesFile, `${treesJson(trees)}\n`);
}

function scoredByOthers(articles: readonly TaggedArticle[], names: WeightNames): readonly ScoredArticle[] {
  const partOf = new Map(shuffled(articles, 3).map((article, place) => [article, place % parts]));
  const learners = Array.from({ length: parts }, (_, part) =>
    learnWeights(
      articles.filter((article) => partOf.get(article) !== part),
      names,
    ),
  );
  return articles.flatMap((article) => {
    const learner = learners[partOf.get(article) ?? 0];
    return learner === undefined ? [] : [scored(article, learner)];
  });
}

function scored({ examples, terms, editorTags }: TaggedArticle, learner: TagLearner): ScoredArticle {
  const ranked = examples
    .map((example, at) => ({ term: terms[at] ?? "", example, score: learner.score(example) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, judged)
    .map(({ term, example, score }) => ({ term, score, numbers: numbersOf(example) }));
  return { editorTags, ranked, lesson: lessonOf(ranked.map(learnedTerm), [...editorTags], noTagRules) };
}

// The first weights are the numbers'.
function numbersOf({ indexes, values }: TaggedArticle["examples"][number]): readonly number[] {
  const numbers = new Array<number>(numberNames.length).fill(0);
  for (const [at, index] of indexes.entries()) if (index < numbers.length) numbers[index] = values[at] ?? 0;
  return numbers;
}

// Each article twice: beside all others, and beside those before it, so that small archives are known too.
function growTrees(articles: readonly ScoredArticle[]): Trees {
  const rows: Float32Array[] = [];
  const answers: number[] = [];
  const note = ({ ranked, editorTags }: ScoredArticle, vocabulary: TagVocabulary) => {
    rows.push(...contextOf(ranked, vocabulary));
    answers.push(...ranked.map(({ term }) => Number(editorTags.has(term))));
  };
  const growing = new TagVocabulary(articles.length);
  for (const [number, article] of articles.entries()) {
    note(article, growing);
    growing.add(String(number), article.lesson);
  }
  for (const [number, article] of articles.entries()) {
    growing.remove(String(number));
    note(article, growing);
    growing.add(String(number), article.lesson);
  }
  const columns = contextNames.map((_, feature) => Float32Array.from(rows, (row) => row[feature] ?? 0));
  const { base, trees } = learnTrees(columns, Uint8Array.from(answers), treeOptions);
  return { base: Math.round(base * 1000) / 1000, trees: trees.map(writtenTree) };
}

function writtenTree(tree: LearnedTree): Tree {
  if ("value" in tree) return tree.value;
  const name: ContextName = contextNames[tree.feature] ?? "score";
  // What a shorter number parts is what the bin's edge parted, but for values in between.
  return [name, Number(tree.most.toPrecision(6)), writtenTree(tree.yes), writtenTree(tree.no)];
}

function report(archived: readonly ScoredArticle[], measured: readonly ScoredArticle[], trees: Planted): void {
  for (const size of [...archives, archived.length]) {
    const vocabulary = vocabularyOf(archived.slice(-size || archived.length), size);
    console.log(
      `${size} tagged articles: ${f1s(
        measured.map((article) => chosenOf(article, vocabulary, trees)),
        measured,
      )}`,
    );
  }
  const vocabulary = vocabularyOf(archived, archived.length + measured.length);
  const chosen = measured.map((article, place) => {
    const tags = chosenOf(article, vocabulary, trees);
    vocabulary.add(String(archived.length + place), article.lesson);
    return tags;
  });
  console.log(
    `${archived.length} to ${vocabulary.size}, learning from each when it is measured: ${f1s(chosen, measured)}`,
  );
}

function vocabularyOf(articles: readonly ScoredArticle[], most: number): TagVocabulary {
  const vocabulary = new TagVocabulary(most);
  if (most > 0) for (const [number, { lesson }] of articles.entries()) vocabulary.add(String(number), lesson);
  return vocabulary;
}

const chosenOf = ({ ranked }: ScoredArticle, vocabulary: TagVocabulary, trees: Planted): readonly string[] =>
  chooseTags(judgeTags(ranked, vocabulary, trees));

function f1s(chosen: readonly (readonly string[])[], articles: readonly ScoredArticle[]): string {
  const meanAt = (most: number) =>
    chosen.reduce((sum, tags, at) => sum + f1Of(tags.slice(0, most), articles[at]?.editorTags ?? new Set()), 0) /
    chosen.length;
  return `F1@3 ${meanAt(3).toFixed(4)}, F1@5 ${meanAt(5).toFixed(4)}`;
}

function treesJson({ base, trees }: Trees): string {
  const about = "Grown by bench/train-vocabulary.ts: a leaf's log-odds, or [number (context.ts), at most, then, else].";
  return JSON.stringify({ about, base, trees }, null, 2);
}

await main(process.argv.slice(2));
