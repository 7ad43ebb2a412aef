// The pairs of posts that people judged, and the posts they are of.
import { readFile } from "node:fs/promises";

export interface JudgedPair {
  /** File names as the corpus has them. */
  readonly files: readonly [string, string];
  readonly isSame: boolean;
}

/** test/fixtures/story-pairs.tsv; its first lines say how it was judged. */
export async function judgedPairs(): Promise<readonly JudgedPair[]> {
  const lines = await readFile(new URL("../test/fixtures/story-pairs.tsv", import.meta.url), "utf8");
  return lines
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [one = "", other = "", verdict = ""] = line.split("\t");
      return { files: [one, other], isSame: verdict === "1" };
    });
}

/** How many of the pairs found are right, and how many of the right ones were found. */
export function precisionAndRecall(pairs: readonly (JudgedPair & { readonly isFound: boolean })[]): string {
  const right = pairs.filter(({ isSame, isFound }) => isSame && isFound).length;
  const found = pairs.filter(({ isFound }) => isFound).length;
  const wanted = pairs.filter(({ isSame }) => isSame).length;
  return `precision ${(right / found).toFixed(3)}, recall ${(right / wanted).toFixed(3)} (${right} right of ${found} found, of ${wanted} to find)`;
}
