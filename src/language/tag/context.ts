// What is known of a candidate beyond itself: its place among the others, and what the archive's own tags say of it.
import { numberNames } from "./features.ts";
import { termHash } from "./lesson.ts";
import type { Ranked } from "./rank.ts";
import type { TagVocabulary, TermUses } from "./vocabulary.ts";

const ownNames = [
  "score",
  "rank",
  "behindBest",
  "beforeNext",
  "asTag",
  "seen",
  "tagOdds",
  "tagOddsInHeadline",
  "asTagInHeadline",
  "tagOddsRank",
  "tagOddsBehindBest",
  "longerScore",
  "longerAsTag",
  "longerTagOdds",
  "shorterScore",
  "shorterAsTag",
  "shorterTagOdds",
  "longerCount",
  "shorterCount",
  "votesAsTag",
  "votesSeen",
  "votesRank",
  "nearest",
  "archive",
  "characters",
] as const;

/** The names of `contextOf`'s numbers, in its order. */
export const contextNames = [...ownNames, ...numberNames] as const;
export type ContextName = (typeof contextNames)[number];

interface Known extends Ranked {
  readonly uses: TermUses;
  readonly odds: number;
}

/** The numbers of each candidate, best first as they are given. */
export function contextOf(candidates: readonly Ranked[], vocabulary: TagVocabulary): readonly Float32Array[] {
  const hashes = candidates.map(({ term }) => termHash(term));
  const votes = vocabulary.votesOn(hashes);
  const known = candidates.map((candidate, place): Known => {
    const uses = vocabulary.usesOf(hashes[place] ?? 0);
    return { ...candidate, uses, odds: oddsOf(uses.asTag, uses.seen) };
  });
  const bestOdds = known.reduce((best, { odds }) => Math.max(best, odds), Number.NEGATIVE_INFINITY);
  const archive = Math.log2(1 + vocabulary.size);
  return known.map((one, place) => {
    const { uses, odds, score, term, numbers } = one;
    const vote = votes.asTag[place] ?? 0;
    return Float32Array.of(
      score,
      place,
      (known[0]?.score ?? 0) - score,
      score - (known[place + 1]?.score ?? score),
      Math.log2(1 + uses.asTag),
      Math.log2(1 + uses.seen),
      odds,
      oddsOf(uses.asTagInHeadline, uses.seenInHeadline),
      Math.log2(1 + uses.asTagInHeadline),
      known.reduce((count, other) => count + Number(other.odds > odds), 0),
      bestOdds - odds,
      ...overlapsOf(one, known),
      vote,
      votes.seen[place] ?? 0,
      votes.asTag.reduce((count, other) => count + Number(other > vote), 0),
      votes.nearest,
      archive,
      term.length,
      ...numbers,
    );
  });
}

// Terms that were never seen are nearer to never being a tag than to always.
const oddsOf = (asTag: number, seen: number): number => Math.log2((asTag + 0.1) / (seen - asTag + 1));

const none = { score: -20, uses: 0, odds: -10 };

// 高雄市政府 and 高雄市: which of them editors give is told by the other one.
function overlapsOf({ term }: Known, known: readonly Known[]): readonly number[] {
  const longer = { ...none, count: 0 };
  const shorter = { ...none, count: 0 };
  for (const other of known) {
    const isLonger = other.term.length > term.length;
    if (isLonger ? !other.term.includes(term) : other.term.length === term.length || !term.includes(other.term))
      continue;
    const side = isLonger ? longer : shorter;
    side.count += 1;
    side.score = Math.max(side.score, other.score);
    side.uses = Math.max(side.uses, other.uses.asTag);
    side.odds = Math.max(side.odds, other.odds);
  }
  const { score, uses, odds } = longer;
  const ofLonger = [score, Math.log2(1 + uses), odds];
  return [...ofLonger, shorter.score, Math.log2(1 + shorter.uses), shorter.odds, longer.count, shorter.count];
}
