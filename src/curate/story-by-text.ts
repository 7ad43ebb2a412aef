// The story of a text that is nearly the same: one agency's report in two papers.
import { likeness } from "../language/min-hash.ts";
import type { TextSignature } from "../records/text-signature.ts";
import type { FoundStory } from "./story.ts";

/** A text that may be like another, and its story. */
export interface ComparedText {
  readonly articleId: string;
  readonly sourceId: string;
  readonly storyId: string;
  /** Of its `TextSignature`. */
  readonly bytes: Uint8Array;
}

// Measured on a fortnight of nine newsrooms, see bench/near-duplicates.ts. One event in two stories is better than two in one:
// what one newsroom writes alike is often a form with other figures (weather, draws, rates), so it must be the same text.
const likeEnough = 0.8;
const sameEnough = 0.9;

/** The story of the text most alike, and how alike it is; null when none is alike enough. */
export function storyByText(
  sourceId: string,
  signature: TextSignature | null,
  others: readonly ComparedText[],
): FoundStory | null {
  if (signature === null) return null;
  let [best, found]: [number, ComparedText | null] = [0, null];
  for (const other of others) {
    const alike = likeness(signature.bytes, other.bytes);
    if (alike <= best || alike < (other.sourceId === sourceId ? sameEnough : likeEnough)) continue;
    [best, found] = [alike, other];
  }
  return (
    found && { storyId: found.storyId, joined: { how: "text", degree: best, articleId: found.articleId }, others: [] }
  );
}
