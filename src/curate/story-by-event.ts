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
const likelyEnough = 0.86;
// What two reports of a story agree on is less of a chance.
const likelyEnoughTwice = 0.75;

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
  const judged = others.map(({ articleId, storyId, ...other }) => ({
    ...{ articleId, storyId },
    degree: likelihoodOf(eventReport(other, other.bytes, counts)),
  }));
  const stories = [...Map.groupBy(judged, ({ storyId }) => storyId).values()]
    .map((reports) => reports.toSorted((one, other) => other.degree - one.degree))
    .map((reports) => ({ best: reports[0], beyond: beyondEnough(reports.map(({ degree }) => degree)) }))
    .filter(({ beyond }) => beyond > 0)
    .toSorted((one, other) => other.beyond - one.beyond);
  const [found, ...rest] = stories.flatMap(({ best }) => best ?? []);
  return found === undefined
    ? null
    : {
        storyId: found.storyId,
        joined: { how: "event", degree: found.degree, articleId: found.articleId },
        others: rest.map(({ storyId, degree }) => ({ storyId, degree })),
      };
}

/** How far the story's reports are over the bar, the likeliest first. */
const beyondEnough = ([first = 0, second = 0]: readonly number[]): number =>
  Math.max(first - likelyEnough, second - likelyEnoughTwice);
