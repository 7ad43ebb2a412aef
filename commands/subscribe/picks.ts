// What a draft picks of tags and sources, as a query has them: `tag:高雄`, `source:cna`.
import type { Filter } from "../../src/records/subscription.ts";

type Picks = Pick<Filter, "tags" | "sources">;

/** All picks of a filter, in its order. */
export const picksOf = ({ tags, sources }: Picks): readonly string[] => [
  ...tags.map((tag) => `tag:${/\s/.test(tag) ? `"${tag}"` : tag}`),
  ...sources.map((id) => `source:${id}`),
];

/** The same apart. */
export const picksFor = (picks: readonly string[]): Picks => ({
  tags: picks.filter((pick) => pick.startsWith("tag:")),
  sources: picks.filter((pick) => pick.startsWith("source:")),
});
