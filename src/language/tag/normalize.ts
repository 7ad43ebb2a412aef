// One tag, however it is written.
import { compatible } from "../compatible.ts";
import { foldText } from "../fold.ts";

const longestTag = 40;

/** The tag as it is shown: NFKC, without `#`, on one line; empty when nothing is left or it is too long to be a tag. */
export function normalizeTag(tag: string): string {
  const plain = compatible(tag)
    .replace(/^[#\s]+/, "")
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return plain.length <= longestTag ? plain : "";
}

/** Equal for variants of one tag: 台灣 and 臺灣, 軟體 and 软体, LINE and line. */
export function tagKey(tag: string): string {
  return foldText(normalizeTag(tag));
}

/** The tags normalized, each once, the first spelling kept, in order. */
export function uniqueTags(tags: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags.map(normalizeTag)) {
    const key = tagKey(tag);
    if (key !== "" && !byKey.has(key)) byKey.set(key, tag);
  }
  return [...byKey.values()];
}
