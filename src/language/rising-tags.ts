// Which tags stand on more articles than their own past would have it, those of the strongest evidence first.
import type { TagCount, TagCounts } from "../records/tag-count.ts";
import { mergeRegionalTags } from "./regional-tags.ts";

export interface RisingTag {
  readonly tag: string;
  /** Articles of the period that carry it. */
  readonly count: number;
  /** How many would at the past's rate. */
  readonly usual: number;
  /** Dunning's log-likelihood ratio, G². */
  readonly evidence: number;
}

/** Fewer articles than this are a handful, whatever the past was. */
export const fewestRising = 3;

/** Of fewer articles than this no tag's usual rate can be told. */
const fewestPast = 30;
// The rate is certain to have grown (χ² of one degree of freedom, p = 0.001: of a thousand tags one is shown by chance), and by enough to be news.
const leastEvidence = 10.83;
const leastGrowth = 1.5;
// A tag that was never seen may only be rare: half an article that carries it, and half that does not, are added to the past.
const unseen = 0.5;

/** Whether the past holds enough articles to tell what is usual. */
export const isPastEnough = ({ past }: Pick<TagCounts, "past">): boolean => past >= fewestPast;

/** The tags that rose most, `limit` at most; none while the archive is too young to tell. */
export function risingTags(counts: TagCounts, limit: number): readonly RisingTag[] {
  if (!isPastEnough(counts)) return [];
  return mergeRegionalTags(counts.tags)
    .filter(({ recent }) => recent >= fewestRising)
    .map((tag) => compare(tag, counts))
    .filter(({ count, usual, evidence }) => evidence >= leastEvidence && count >= usual * leastGrowth)
    .toSorted((one, other) => other.evidence - one.evidence || other.count - one.count)
    .slice(0, limit);
}

function compare({ tag, recent, past }: TagCount, totals: TagCounts): RisingTag {
  const now = split(recent, totals.recent);
  const before = split(past, totals.past);
  return {
    tag,
    count: now.with,
    usual: (before.with / totals.past) * totals.recent,
    evidence: logLikelihoodRatio(now, { with: before.with + unseen, without: before.without + unseen }),
  };
}

/** An article with both spellings of a tag was counted twice. */
function split(count: number, total: number): Split {
  const kept = Math.min(count, total);
  return { with: kept, without: total - kept };
}

interface Split {
  readonly with: number;
  readonly without: number;
}

/**
 * How unlike two splits are: 2 Σ observed · ln(observed / expected) over the four counts, the expected ones being those of a common rate. 0 for equal
 * rates (Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, Computational Linguistics 19(1), 1993).
 */
export function logLikelihoodRatio(one: Split, other: Split): number {
  const all = total(one) + total(other);
  const cells = [one, other].flatMap((row) =>
    (["with", "without"] as const).map((column) => ({
      observed: row[column],
      expected: (total(row) * (one[column] + other[column])) / all,
    })),
  );
  const sum = cells
    .filter(({ observed }) => observed > 0)
    .reduce((so, { observed, expected }) => so + observed * Math.log(observed / expected), 0);
  // Rounding may leave equal rates a hair below nothing.
  return Math.max(0, 2 * sum);
}

const total = (row: Split): number => row.with + row.without;
