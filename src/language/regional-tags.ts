// Counts of one name that Taiwan and the mainland write differently, put together: 哈瑪斯 and 哈马斯 are one tag.
import type { TagCount } from "../records/tag-count.ts";
import { foldText } from "./fold.ts";
import { regionalReadings } from "./regional-words.ts";

/**
 * The tags, each name once, called as more of the recent articles call it. An article that carries both spellings is counted twice: few do,
 * and they do so in both periods.
 */
export function mergeRegionalTags(tags: readonly TagCount[]): readonly TagCount[] {
  const merged = new Map<string, TagCount>();
  for (const tag of tags.toSorted((one, other) => other.recent - one.recent)) {
    const name =
      [foldText(tag.tag), ...regionalReadings(tag.tag)].find((form) => merged.has(form)) ?? foldText(tag.tag);
    const known = merged.get(name);
    merged.set(
      name,
      known === undefined ? tag : { ...known, recent: known.recent + tag.recent, past: known.past + tag.past },
    );
  }
  return [...merged.values()];
}
