// Files a report under its story: by what it says alike with others, in the archive and in its own batch.
import { likeness } from "../language/min-hash.ts";
import type { ArticleStore } from "../ports/store.ts";
import type { TextSignature } from "../records/text-signature.ts";
import { storyWindowMs } from "./story.ts";

/** What a story is found by. */
export interface Report {
  readonly sourceId: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  readonly storyKeys: readonly string[];
  /** Null when the text is too short to be compared. */
  readonly signature: TextSignature | null;
}

export type FiledReport = Report & { readonly storyId: string };

// Measured on a fortnight of nine newsrooms, see bench/near-duplicates.ts. One event in two stories is better than two in one:
// what one newsroom writes alike is often a form with other figures (weather, draws, rates), so it must be the same text.
const likeEnough = 0.8;
const sameEnough = 0.9;

/** The story of the report among those filed earlier in its batch, else in the archive; null when it begins a new one. */
export async function findStory(
  report: Report,
  inBatch: readonly FiledReport[],
  store: Pick<ArticleStore, "findStory" | "findSignedTexts">,
): Promise<string | null> {
  const [from, until] = [report.publishedAt - storyWindowMs, report.publishedAt + storyWindowMs];
  const near = inBatch.filter(({ publishedAt }) => publishedAt >= from && publishedAt <= until);
  const byKey = near.findLast(({ storyKeys }) => storyKeys.some((key) => report.storyKeys.includes(key)));
  return (
    byKey?.storyId ??
    (await store.findStory(report.storyKeys, from, until)) ??
    mostAlike(report, near.flatMap(signedText)) ??
    mostAlike(report, await store.findSignedTexts(report.signature?.bands ?? [], from, until))
  );
}

type ComparedText = { readonly sourceId: string; readonly storyId: string; readonly bytes: Uint8Array };

function mostAlike({ sourceId, signature }: Report, others: readonly ComparedText[]): string | null {
  if (signature === null) return null;
  let [best, found]: [number, string | null] = [0, null];
  for (const other of others) {
    const alike = likeness(signature.bytes, other.bytes);
    if (alike <= best || alike < (other.sourceId === sourceId ? sameEnough : likeEnough)) continue;
    [best, found] = [alike, other.storyId];
  }
  return found;
}

const signedText = ({ sourceId, storyId, signature }: FiledReport): ComparedText[] =>
  signature === null ? [] : [{ sourceId, storyId, bytes: signature.bytes }];
