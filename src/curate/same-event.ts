// How likely two reports are of one event: a logistic model over what their profiles share. bench/train-stories.ts makes its weights.
import { type ProfileTerm, unpackTerms } from "../language/event-profile.ts";
import type { TermCounts } from "../language/term-counts.ts";
import weights from "./same-event-weights.json" with { type: "json" };
import { storyWindowMs } from "./story.ts";

/** A report as it is compared. */
export interface EventReport {
  readonly sourceId: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  readonly terms: readonly ProfileTerm[];
  /** Euclidean norm of the weights. */
  readonly norm: number;
  /** Sum of the headline's weights, and their Euclidean norm. */
  readonly headlineSum: number;
  readonly headlineNorm: number;
  readonly hasHeadlineNumber: boolean;
}

export type EventFeature = keyof typeof weights.features;
export type EventFeatures = Readonly<Record<EventFeature, number>>;

/** Of the counted terms only those count that a second article has too: a term of one article can't be shared, only dilute. */
export function eventReport(
  { sourceId, publishedAt }: { readonly sourceId: string; readonly publishedAt: number },
  profileBytes: Uint8Array,
  counts: TermCounts,
): EventReport {
  const terms: ProfileTerm[] = [];
  let [norm, headlineSum, headlineNorm, hasHeadlineNumber] = [0, 0, 0, false];
  for (const term of unpackTerms(profileBytes)) {
    const { hash, weight, isInHeadline, isNumber } = term;
    if (!isNumber && !counts.isShared(hash)) continue;
    terms.push(term);
    norm += weight ** 2;
    if (!isInHeadline) continue;
    headlineSum += weight;
    headlineNorm += weight ** 2;
    hasHeadlineNumber ||= isNumber;
  }
  return {
    ...{ sourceId, publishedAt, terms, hasHeadlineNumber },
    norm: Math.sqrt(norm) || 1,
    headlineSum: headlineSum || 1,
    headlineNorm: Math.sqrt(headlineNorm) || 1,
  };
}

const weightOf = Object.entries(weights.features) as readonly [EventFeature, number][];

/** The probability that another report is of the report's event, from 0 to 1. */
export function sameEventAs(one: EventReport): (other: EventReport) => number {
  const features = eventFeaturesAs(one);
  return (other) => {
    const found = features(other);
    const logOdds = weightOf.reduce((sum, [name, weight]) => sum + weight * found[name], weights.bias);
    return 1 / (1 + Math.exp(-logOdds));
  };
}

/** What another report has in common with the report, each feature from about 0 to 1. */
export function eventFeaturesAs(one: EventReport): (other: EventReport) => EventFeatures {
  const terms = new Map(one.terms.map((term) => [term.hash, term]));
  return (other) => featuresOf(one, other, sharedBy(terms, other));
}

function featuresOf(one: EventReport, other: EventReport, shared: ReturnType<typeof sharedBy>): EventFeatures {
  const [oneInOther, otherInOne] = [shared.ofOneHeadline / one.headlineSum, shared.ofOtherHeadline / other.headlineSum];
  const isSameSource = Number(one.sourceId === other.sourceId);
  const cosine = shared.product / (one.norm * other.norm);
  const headlineCosine = shared.headlineProduct / (one.headlineNorm * other.headlineNorm);
  const gap = Math.abs(one.publishedAt - other.publishedAt) / storyWindowMs;
  const contradicts = Number(one.hasHeadlineNumber && other.hasHeadlineNumber && !shared.hasHeadlineNumber);
  const rarest = shared.headlineWeights.toSorted((a, b) => b - a);
  return {
    cosine,
    headlineCosine,
    leastHeadlineShare: Math.min(oneInOther, otherInOne),
    mostHeadlineShare: Math.max(oneInOther, otherInOne),
    rarestInHeadlines: (rarest[0] ?? 0) / rarestScale,
    threeRarestInHeadlines: ((rarest[0] ?? 0) + (rarest[1] ?? 0) + (rarest[2] ?? 0)) / (2 * rarestScale),
    numbers: Math.min(mostNumbersCounted, shared.numbers) / mostNumbersCounted,
    contradicts,
    isSameSource,
    gap,
    cosineOfSameSource: isSameSource * cosine,
    headlineCosineOfSameSource: isSameSource * headlineCosine,
    contradictsOfSameSource: isSameSource * contradicts,
    gapOfSameSource: isSameSource * gap,
  };
}

const rarestScale = 15;
const mostNumbersCounted = 3;

function sharedBy(terms: ReadonlyMap<number, ProfileTerm>, other: EventReport) {
  let [product, headlineProduct, ofOneHeadline, ofOtherHeadline, numbers, hasHeadlineNumber] = [0, 0, 0, 0, 0, false];
  const headlineWeights: number[] = [];
  for (const theirs of other.terms) {
    const mine = terms.get(theirs.hash);
    if (mine === undefined) continue;
    const isInBothHeadlines = mine.isInHeadline && theirs.isInHeadline;
    if (mine.isNumber) {
      numbers += 1;
      hasHeadlineNumber ||= isInBothHeadlines;
      continue;
    }
    product += mine.weight * theirs.weight;
    if (mine.isInHeadline) ofOneHeadline += mine.weight;
    if (theirs.isInHeadline) ofOtherHeadline += theirs.weight;
    if (!isInBothHeadlines) continue;
    headlineProduct += mine.weight * theirs.weight;
    headlineWeights.push((mine.weight + theirs.weight) / 2);
  }
  return { product, headlineProduct, ofOneHeadline, ofOtherHeadline, numbers, hasHeadlineNumber, headlineWeights };
}
