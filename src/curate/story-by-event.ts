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

// Two events in one story are worse than one event in two: see bench/stories.ts for what this threshold finds and misses.
const likelyEnough = 0.87;

/** The story of the report that is most likely of the same event, and how likely it is; null when none is likely enough. */
export function storyByEvent(
  report: { readonly sourceId: string; readonly publishedAt: number; readonly profile: EventProfile | null },
  others: readonly ProfiledReport[],
  counts: TermCounts,
): FoundStory | null {
  if (report.profile === null) return null;
  const likelihoodOf = sameEventAs(eventReport(report, report.profile.bytes, counts));
  let [best, found]: [number, ProfiledReport | null] = [likelyEnough, null];
  for (const other of others) {
    const likelihood = likelihoodOf(eventReport(other, other.bytes, counts));
    if (likelihood > best) [best, found] = [likelihood, other];
  }
  return found && { storyId: found.storyId, joined: { how: "event", degree: best, articleId: found.articleId } };
}
