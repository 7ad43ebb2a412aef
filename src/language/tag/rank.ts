// Ranks candidates by a linear model: each number and each mark has a weight that bench/train-tags.ts learned.
import type { Candidate } from "./candidates.ts";
import { marksOf, markTables, measure, numberNames, type TaggedText } from "./features.ts";
import weights from "./weights.json" with { type: "json" };

export interface RankedTag {
  readonly term: string;
  /** Log-odds that an editor would give this tag. */
  readonly score: number;
}

const numberWeights = numberNames.map((name) => (weights.numbers as Readonly<Record<string, number>>)[name] ?? 0);
const markWeights = markTables.map(
  (table) => new Map(Object.entries((weights.marks as Readonly<Record<string, Record<string, number>>>)[table] ?? {})),
);

/** The candidates with their scores, best first. */
export function rankCandidates(candidates: readonly Candidate[], article: TaggedText): readonly RankedTag[] {
  return candidates
    .map((candidate) => ({ term: candidate.term, score: scoreOf(candidate, article) }))
    .sort((one, other) => other.score - one.score);
}

// Plain loops: this runs for some four hundred candidates an article.
function scoreOf(candidate: Candidate, article: TaggedText): number {
  const numbers = measure(candidate, article);
  const marks = marksOf(candidate, article);
  let score = 0;
  for (let at = 0; at < numbers.length; at++) score += (numbers[at] ?? 0) * (numberWeights[at] ?? 0);
  for (let at = 0; at < marks.length; at++) score += markWeights[at]?.get(marks[at] ?? "") ?? 0;
  return score;
}
