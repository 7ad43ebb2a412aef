// Texts to measure search with: real posts first, then as many more as asked for, made of the headlines' and texts' parts.
import { extractFragment } from "../src/collect/extract/extract-fragment.ts";
import type { Post } from "../src/ports/source-reader.ts";
import { sharedPath } from "../test/shared.ts";
import { benchPosts } from "./corpus.ts";

export interface BenchText {
  readonly headline: string;
  readonly text: string;
  readonly tags: readonly string[];
}

const mostPosts = 20_000;

/** The real ones: of the archive given, else of both shared ones, each headline once; else made up. */
export async function realTexts(path: string | undefined): Promise<readonly BenchText[]> {
  const paths =
    path === undefined
      ? ["stream-2023-10.tar.gz", "cna-tagged.tar.gz"].flatMap((name) => sharedPath("corpus", name) ?? [])
      : [path];
  const posts: Post[] = [];
  for (const one of paths.length > 0 ? paths : [""]) posts.push(...(await benchPosts(mostPosts, one)));
  posts.sort((one, other) => one.publishedAt - other.publishedAt);
  return [...new Map(posts.map((post) => [post.title, textOf(post)])).values()];
}

/**
 * The text at a place of an archive of `count`. Where the real ones are too few, the others are made of two each: the beginning of one
 * headline with the end of another, and their paragraphs by turns. The real ones lie scattered among them.
 */
export function textAt(real: readonly BenchText[], place: number, count: number): BenchText {
  const index = count <= real.length ? place : (place * stride) % count;
  const one = real[index % real.length];
  const other = real[(index * 7 + Math.floor(index / real.length) * 101) % real.length];
  if (one === undefined || other === undefined) throw new RangeError("There is not one post to measure with.");
  return index < real.length ? one : recombined(one, other);
}

// A prime, so that it visits every place.
const stride = 999_983;

function recombined(one: BenchText, other: BenchText): BenchText {
  const others = other.text.split("\n");
  const lines = one.text.split("\n").map((line, number) => (number % 2 === 0 ? line : (others[number] ?? line)));
  return {
    headline: `${halves(one.headline)[0]} ${halves(other.headline)[1]}`,
    text: lines.join("\n"),
    tags: [...new Set([...one.tags.slice(0, 3), ...other.tags.slice(0, 2)])],
  };
}

/** Where the publisher set a space, else in the middle. */
function halves(headline: string): readonly [string, string] {
  const space = headline.indexOf(" ", 4);
  const cut = space === -1 || space > headline.length - 4 ? Math.floor(headline.length / 2) : space;
  return [headline.slice(0, cut), headline.slice(cut).trim()];
}

/** As the desk takes a feed's item. */
function textOf({ title, body, url }: Post): BenchText {
  const { text, tags } = extractFragment(body, url ?? "");
  return { headline: title, text, tags };
}
