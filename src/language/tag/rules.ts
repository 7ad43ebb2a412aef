// The operator's rules: tags that stand for others, and tags that nobody wants.
import { tagKey, uniqueTags } from "./normalize.ts";

export interface TagRules {
  /** The tag as the desk gives it; null for one that no article gets. */
  readonly give: (tag: string) => string | null;
  /** Every tag that the rules make one with this, itself first: articles from before a rule carry the others. */
  readonly spellingsOf: (tag: string) => readonly string[];
}

/** Rules by tags in any spelling. `merge`: each tag with those that become it. What is blocked stays so under every name. */
export function tagRules({
  merge,
  block,
}: {
  readonly merge: Readonly<Record<string, readonly string[]>>;
  readonly block: readonly string[];
}): TagRules {
  const merged = new Map(Object.entries(merge).flatMap(([tag, others]) => others.map((other) => [tagKey(other), tag])));
  const families = Object.entries(merge).map(([tag, others]) => [tag, ...others]);
  const spellings = new Map(families.flatMap((family) => family.map((tag) => [tagKey(tag), family])));
  const blocked = new Set(block.map(tagKey));
  return {
    give: (tag) => {
      const key = tagKey(tag);
      const given = merged.get(key) ?? tag;
      return blocked.has(key) || blocked.has(tagKey(given)) ? null : given;
    },
    spellingsOf: (tag) => uniqueTags([tag, ...(spellings.get(tagKey(tag)) ?? [])]),
  };
}

/** Gives every tag as it is. */
export const noTagRules: TagRules = tagRules({ merge: {}, block: [] });
