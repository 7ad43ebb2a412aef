// Measures the desk's tag finder on the newest fifth of posts that editors tagged: its weights and trees were learned from the others.
// How well it does with archives of several sizes, and when it goes on learning; and how many articles go into a second.
// Usage: node bench/tags.ts POSTS GOLD.jsonl: POSTS is a folder or archive; a line of GOLD is {file, tags}.
import { findTags, learnTags } from "../src/language/tag/find.ts";
import { TagVocabulary } from "../src/language/tag/vocabulary.ts";
import { f1Of, heldOutShare, language, readPostsWithTags, type TaggedPost } from "./tagged-articles.ts";

const archives = [0, 1000, 3000];
const warmUps = 200;

interface Taught {
  readonly post: TaggedPost;
  readonly lesson: Uint8Array;
}

async function main([posts, goldFile]: readonly string[]): Promise<void> {
  if (posts === undefined || goldFile === undefined) throw new Error("usage: tags.ts POSTS GOLD.jsonl");
  const read = await readPostsWithTags(posts, goldFile);
  const taught = read.map((post): Taught => {
    const { headline, text, editorTags } = post;
    return { post, lesson: learnTags(headline, text, language, [...editorTags]) };
  });
  const firstMeasured = Math.floor(taught.length * (1 - heldOutShare));
  const [archived, measured] = [taught.slice(0, firstMeasured), taught.slice(firstMeasured)];
  for (const { post } of measured.slice(0, warmUps)) find(post, vocabularyOf([]));
  for (const size of [...archives, archived.length]) {
    const vocabulary = vocabularyOf(size === 0 ? [] : archived.slice(-size));
    measure(`${size} tagged articles`, measured, ({ post }) => find(post, vocabulary));
  }
  const growing = vocabularyOf(archived);
  measure(`${archived.length} to ${taught.length}, each learned from when its tags were found`, measured, (one) => {
    const tags = find(one.post, growing);
    growing.add(one.post.file, one.lesson);
    return tags;
  });
}

const find = ({ headline, text }: TaggedPost, vocabulary: TagVocabulary): readonly string[] =>
  findTags(headline, text, language, { vocabulary });

function vocabularyOf(taught: readonly Taught[]): TagVocabulary {
  const vocabulary = new TagVocabulary(20_000);
  for (const { post, lesson } of taught) vocabulary.add(post.file, lesson);
  return vocabulary;
}

function measure(what: string, taught: readonly Taught[], run: (one: Taught) => readonly string[]): void {
  const before = process.cpuUsage();
  const found = taught.map(run);
  const { user, system } = process.cpuUsage(before);
  const meanAt = (most: number) => {
    const f1s = taught.map(({ post }, at) => f1Of((found[at] ?? []).slice(0, most), post.editorTags));
    return (f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length).toFixed(4);
  };
  const perSecond = Math.round((taught.length / (user + system)) * 1_000_000);
  console.log(`${what}: F1@3 ${meanAt(3)}, F1@5 ${meanAt(5)}; ${perSecond} articles a second of processor time`);
}

await main(process.argv.slice(2));
