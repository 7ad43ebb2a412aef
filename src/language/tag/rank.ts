// Ranks candidates by a linear model: each number and each mark has a weight that bench/train-tags.ts learned.
import type { Candidate } from "./candidates.ts";
import { halfMark, marksOf, markTables, measure, numberNames, type TaggedText } from "./features.ts";
import weights from "./weights.json" with { type: "json" };

/** A candidate by itself, without regard to the others. */
export interface Ranked {
  readonly term: string;
  /** Log-odds that an editor would give this tag. */
  readonly score: number;
  /** In the order of `numberNames`. */
  readonly numbers: readonly number[];
}

const numberWeights = numberNames.map((name) => (weights.numbers as Readonly<Record<string, number>>)[name] ?? 0);
const markWeights = markTables.map((table) =>
  byMark((weights.marks as Readonly<Record<string, Record<string, number>>>)[table] ?? {}),
);

/** Weights of marks of one character by its code, and of two by the code of the first and then of the second. */
interface MarkWeights {
  readonly ofOne: Float64Array;
  readonly ofTwo: readonly (ReadonlyMap<number, number> | undefined)[];
}

function byMark(weightsByMark: Readonly<Record<string, number>>): MarkWeights {
  const ofOne = new Float64Array(halfMark);
  const ofTwo = new Array<Map<number, number> | undefined>(halfMark);
  for (const [mark, weight] of Object.entries(weightsByMark)) {
    const first = mark.charCodeAt(0);
    if (mark.length === 1) ofOne[first] = weight;
    else ofTwo[first] = (ofTwo[first] ?? new Map()).set(mark.charCodeAt(1), weight);
  }
  return { ofOne, ofTwo };
}

// Marks cost more than numbers and move a candidate by a few places: those far down stay there without them.
const mostRanked = 150;

/** The best candidates with their scores, best first. */
export function rankCandidates(candidates: readonly Candidate[], article: TaggedText): readonly Ranked[] {
  return candidates
    .map((candidate) => {
      const numbers = measure(candidate, article);
      return { candidate, numbers, score: scoreNumbers(numbers) };
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, mostRanked)
    .map(({ candidate, numbers, score }) => ({
      term: candidate.term,
      score: score + scoreMarks(candidate, article),
      numbers,
    }))
    .sort((one, other) => other.score - one.score);
}

// Plain loops: these run for some four hundred candidates an article.
function scoreNumbers(numbers: readonly number[]): number {
  let score = 0;
  for (let at = 0; at < numbers.length; at++) score += (numbers[at] ?? 0) * (numberWeights[at] ?? 0);
  return score;
}

function scoreMarks(candidate: Candidate, article: TaggedText): number {
  const marks = marksOf(candidate, article);
  let score = 0;
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at] ?? 0;
    const table = markWeights[at];
    if (mark === 0 || table === undefined) continue;
    const first = Math.floor(mark / halfMark);
    const rest = mark % halfMark;
    score += (rest === 0 ? table.ofOne[first] : table.ofTwo[first]?.get(rest)) ?? 0;
  }
  return score;
}
