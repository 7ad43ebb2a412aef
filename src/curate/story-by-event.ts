// The story of a report in other words: two newsrooms on one event.
import type { TermCounts } from "../language/term-counts.ts";
import type { EventProfile } from "../records/event-profile.ts";
import { eventReport, sameEventAs } from "./same-event.ts";
import type { FoundStory } from "./story.ts";

/** A report that may be of the same event, and its story. */
export interface ProfiledReport {
  readonly articleId: string;
  readonly sourceId: string;
  readonly storyId: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  /** Of its `EventProfile`. */
  readonly bytes: Uint8Array;
}

// Two events in one story are worse than one event in two: see bench/stories.ts for what these thresholds find and miss.
const likelyEnough = 0.87;
// What two reports of a story agree on is less of a chance.
const likelyEnoughTwice = 0.82;
// The best reports of two stories that a third is of: see above.
const likelyEnoughToMerge = 0.6;

/**
 * The story of the reports that are most likely of the same event, and the other stories that are likely enough too; null when none
 * is. A story is as likely as its likeliest report, or as its second with a lower bar.
 */
export function storyByEvent(
  report: { readonly sourceId: string; readonly publishedAt: number; readonly profile: EventProfile | null },
  others: readonly ProfiledReport[],
  counts: TermCounts,
): FoundStory | null {
  if (report.profile === null) return null;
  const likelihoodOf = sameEventAs(eventReport(report, report.profile.bytes, counts));
  const judged = others.map((other) => {
    const compared = eventReport(other, other.bytes, counts);
    return { articleId: other.articleId, storyId: other.storyId, compared, degree: likelihoodOf(compared) };
  });
  const [found, ...rest] = [...Map.groupBy(judged, ({ storyId }) => storyId).values()]
    .map((reports) => reports.toSorted((one, other) => other.degree - one.degree))
    .flatMap(([best, second]) => (best ? { ...best, beyond: beyondEnough(best.degree, second?.degree ?? 0) } : []))
    .filter(({ beyond }) => beyond > 0)
    .toSorted((one, other) => other.beyond - one.beyond);
  if (found === undefined) return null;
  // A report of two events, such as a round-up, is no reason to make them one.
  const likelihoodOfFound = sameEventAs(found.compared);
  return {
    storyId: found.storyId,
    joined: { how: "event", degree: found.degree, articleId: found.articleId },
    others: rest
      .filter(({ compared }) => likelihoodOfFound(compared) > likelyEnoughToMerge)
      .map(({ storyId, degree }) => ({ storyId, degree })),
  };
}

/** How far the story's likeliest reports are over the bar. */
const beyondEnough = (first: number, second: number): number =>
  Math.max(first - likelyEnough, second - likelyEnoughTwice);
