// Files a report under its story, in the archive or in its own batch: the same headline or beginning, then nearly the same text,
// then another telling of the same event.
import type { TermCounts } from "../language/term-counts.ts";
import type { ArticleStore } from "../ports/store.ts";
import type { EventProfile } from "../records/event-profile.ts";
import type { TextSignature } from "../records/text-signature.ts";
import { type FoundStory, storyOfKey, storyWindowMs } from "./story.ts";
import { storyByEvent } from "./story-by-event.ts";
import { storyByText } from "./story-by-text.ts";

/** What a story is found by. */
export interface Report {
  readonly sourceId: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  readonly storyKeys: readonly string[];
  /** Null when the text is too short to be compared. */
  readonly signature: TextSignature | null;
  /** Null when what it reports can't be told. */
  readonly profile: EventProfile | null;
}

export type FiledReport = Report & { readonly storyId: string; readonly articleId: string };

/** The story of the report, and how it was found, among those filed earlier in its batch, else in the archive; null when it begins a new one. */
export async function findStory(
  report: Report,
  inBatch: readonly FiledReport[],
  store: Pick<ArticleStore, "findStory" | "findSignedTexts" | "findProfiles">,
  counts: TermCounts,
): Promise<FoundStory | null> {
  const { sourceId, publishedAt, storyKeys, signature, profile } = report;
  const [from, until] = [publishedAt - storyWindowMs, publishedAt + storyWindowMs];
  const near = inBatch.filter((other) => other.publishedAt >= from && other.publishedAt <= until);
  const signedNear = near.flatMap((other) =>
    other.signature === null ? [] : [{ ...other, bytes: other.signature.bytes }],
  );
  return (
    storyByKey(storyKeys, near) ??
    (await archivedByKey(storyKeys, from, until, store)) ??
    storyByText(sourceId, signature, signedNear) ??
    storyByText(sourceId, signature, await store.findSignedTexts(signature?.bands ?? [], from, until)) ??
    storyByEvent(
      report,
      [...profiledNear(profile, near), ...(await store.findProfiles(profile?.keys ?? [], from, until))],
      counts,
    )
  );
}

function storyByKey(storyKeys: readonly string[], near: readonly FiledReport[]): FoundStory | null {
  for (const { storyId, storyKeys: others } of near.toReversed()) {
    const key = storyKeys.find((wanted) => others.includes(wanted));
    if (key !== undefined) return storyOfKey(storyId, key);
  }
  return null;
}

async function archivedByKey(
  storyKeys: readonly string[],
  from: number,
  until: number,
  store: Pick<ArticleStore, "findStory">,
): Promise<FoundStory | null> {
  const found = await store.findStory(storyKeys, from, until);
  return found && storyOfKey(found.storyId, found.key);
}

/** As `findProfiles` does for the archive: those that share two keys. */
function profiledNear(profile: EventProfile | null, near: readonly FiledReport[]) {
  const keys = new Set(profile?.keys);
  return near.flatMap((other) => {
    const shared = other.profile?.keys.filter((key) => keys.has(key)).length ?? 0;
    return other.profile !== null && shared > 1 ? [{ ...other, bytes: other.profile.bytes }] : [];
  });
}
