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

function scoreOf(candidate: Candidate, article: TaggedText): number {
  let score = 0;
  for (const [index, number] of measure(candidate, article).entries()) score += number * (numberWeights[index] ?? 0);
  for (const [index, mark] of marksOf(candidate, article).entries()) score += markWeights[index]?.get(mark) ?? 0;
  return score;
}
