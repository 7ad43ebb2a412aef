// Posts that editors tagged, as what the tag finder's weights are learned from and measured with.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readPosts } from "../src/adapters/sources/posts.ts";
import { extractPost } from "../src/collect/from-post.ts";
import { editHeadline } from "../src/language/headline.ts";
import { tagCandidates } from "../src/language/tag/candidates.ts";
import { halfMark, type Mark, marksOf, markTables, measure, numberNames } from "../src/language/tag/features.ts";
import { normalizeTag } from "../src/language/tag/normalize.ts";
import { taggedText } from "../src/language/tag/tagged-text.ts";
import { type Example, TagLearner } from "./tag-learner.ts";

const passes = 2;
const learnerOptions = { sparsity: 2, learningRate: 0.1 };

/** The newest fifth is held out: tags are to be found in news that was not there yet. */
export const heldOutShare = 0.2;

/** The posts' language. */
export const language = "zh-Hant";

type EditorTags = ReadonlyMap<string, ReadonlySet<string>>;

/** A post and its editors' tags. */
export interface TaggedPost {
  readonly file: string;
  readonly headline: string;
  readonly text: string;
  readonly editorTags: ReadonlySet<string>;
}

/** A post as its candidates. */
export interface TaggedArticle extends TaggedPost {
  readonly terms: readonly string[];
  readonly examples: readonly Example[];
}

/** Indexes of weights by name: a number's own name, or `table:mark`. */
export class WeightNames {
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

/** The posts that the gold has tags for, oldest first. */
export async function readPostsWithTags(posts: string, goldFile: string): Promise<readonly TaggedPost[]> {
  const gold = readGold(goldFile);
  const read: TaggedPost[] = [];
  for await (const reading of readPosts(posts)) {
    const file = basename(reading.file);
    const editorTags = gold.get(file);
    if (reading.state === "refused" || editorTags === undefined) continue;
    const { text } = extractPost(reading.post);
    read.push({ file, headline: editHeadline(reading.post.title, text), text, editorTags });
  }
  return read.sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** The same with their candidates; the numbers' weights are the first that `names` gets. */
export async function readArticles(
  posts: string,
  goldFile: string,
  names: WeightNames,
): Promise<readonly TaggedArticle[]> {
  for (const name of numberNames) names.indexOf(name);
  return (await readPostsWithTags(posts, goldFile)).map((post) => {
    const article = taggedText(post.headline, post.text, language);
    const candidates = tagCandidates(article.tokens, article.headlineTokens);
    const examples = candidates.map((candidate) =>
      exampleOf(measure(candidate, article), marksOf(candidate, article), post.editorTags.has(candidate.term), names),
    );
    return { ...post, terms: candidates.map(({ term }) => term), examples };
  });
}

function readGold(file: string): EditorTags {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const rows = lines.map((line) => JSON.parse(line) as { readonly file: string; readonly tags: readonly string[] });
  return new Map(rows.map((row) => [basename(row.file), new Set(row.tags.map(normalizeTag))]));
}

function exampleOf(numbers: readonly number[], marks: readonly Mark[], isTag: boolean, names: WeightNames): Example {
  const named = [
    ...numbers.map((value, at) => ({ index: names.indexOf(numberNames[at] ?? ""), value })),
    ...marks.map((mark, at) => ({
      index: names.indexOf(`${markTables[at]}:${charactersOf(mark)}`),
      value: Number(mark !== 0),
    })),
  ].filter(({ value }) => value !== 0);
  return {
    indexes: Int32Array.from(named, ({ index }) => index),
    values: Float32Array.from(named, ({ value }) => value),
    isTag,
  };
}

/** The weights learned from the articles, as they are written. */
export function learnWeights(articles: readonly TaggedArticle[], names: WeightNames): TagLearner {
  const learner = new TagLearner(names.size, learnerOptions);
  for (let pass = 0; pass < passes; pass++) {
    for (const { examples } of shuffled(articles, pass)) {
      for (const example of examples) learner.learn(example);
    }
  }
  learner.weights.set(learner.weights.map((weight) => Math.round(weight * 100) / 100));
  return learner;
}

const charactersOf = (mark: Mark): string =>
  String.fromCharCode(Math.floor(mark / halfMark), mark % halfMark).replaceAll("\0", "");

/** Mixed, in the same order on every run: weights are reviewed, so chance must not change them. */
export function shuffled<Entry>(entries: readonly Entry[], seed: number): readonly Entry[] {
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

/** The F1 of an article's tags against its editors'. */
export function f1Of(tags: readonly string[], editorTags: ReadonlySet<string>): number {
  const hits = tags.filter((tag) => editorTags.has(tag)).length;
  return hits === 0 ? 0 : (2 * hits) / (tags.length + editorTags.size);
}
