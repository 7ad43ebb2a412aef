// The operator's rules: tags that stand for others, and tags that nobody wants.
import { tagKey } from "./normalize.ts";

/** The tag as the desk gives it; null for one that no article gets. */
export type TagRules = (tag: string) => string | null;

/** Rules by tags in any spelling. `merge`: each tag with those that become it. What is blocked stays so under every name. */
export function tagRules({
  merge,
  block,
}: {
  readonly merge: Readonly<Record<string, readonly string[]>>;
  readonly block: readonly string[];
}): TagRules {
  const merged = new Map(Object.entries(merge).flatMap(([tag, others]) => others.map((other) => [tagKey(other), tag])));
  const blocked = new Set(block.map(tagKey));
  return (tag) => {
    const given = merged.get(tagKey(tag)) ?? tag;
    return blocked.has(tagKey(tag)) || blocked.has(tagKey(given)) ? null : given;
  };
}

/** Gives every tag as it is. */
export const noTagRules: TagRules = (tag) => tag;
