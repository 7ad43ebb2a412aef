// Ranks candidates by a linear model: each number and each mark has a weight that bench/train-tags.ts learned.
import type { Candidate } from "./candidates.ts";
import { marksOf, markTables, measure, noMark, numberNames, type TaggedText } from "./features.ts";
import weights from "./weights.json" with { type: "json" };

export interface RankedTag {
  readonly term: string;
  /** Log-odds that an editor would give this tag. */
  readonly score: number;
}

const numberWeights = numberNames.map((name) => (weights.numbers as Readonly<Record<string, number>>)[name] ?? 0);
const markWeights = markTables.map((table) =>
  byHalves((weights.marks as Readonly<Record<string, Record<string, number>>>)[table] ?? {}),
);

type MarkWeights = ReadonlyMap<string, ReadonlyMap<string, number>>;

function byHalves(weightsByMark: Readonly<Record<string, number>>): MarkWeights {
  const halves = new Map<string, Map<string, number>>();
  for (const [mark, weight] of Object.entries(weightsByMark)) {
    const [first = ""] = mark;
    const rests = halves.get(first) ?? new Map<string, number>();
    halves.set(first, rests.set(mark.slice(first.length), weight));
  }
  return halves;
}

// Marks cost more than numbers and move a candidate by a few places: those far down stay there without them.
const mostRanked = 150;

/** The best candidates with their scores, best first. */
export function rankCandidates(candidates: readonly Candidate[], article: TaggedText): readonly RankedTag[] {
  return candidates
    .map((candidate) => ({ candidate, score: scoreNumbers(candidate, article) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, mostRanked)
    .map(({ candidate, score }) => ({ term: candidate.term, score: score + scoreMarks(candidate, article) }))
    .sort((one, other) => other.score - one.score);
}

// Plain loops: these run for some four hundred candidates an article.
function scoreNumbers(candidate: Candidate, article: TaggedText): number {
  const numbers = measure(candidate, article);
  let score = 0;
  for (let at = 0; at < numbers.length; at++) score += (numbers[at] ?? 0) * (numberWeights[at] ?? 0);
  return score;
}

function scoreMarks(candidate: Candidate, article: TaggedText): number {
  const marks = marksOf(candidate, article);
  let score = 0;
  for (let at = 0; at < marks.length; at++) {
    const [first, rest] = marks[at] ?? noMark;
    score += markWeights[at]?.get(first)?.get(rest) ?? 0;
  }
  return score;
}
