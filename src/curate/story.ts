// Which reports are of one event: the same headline or the same text, whatever script it is written in.
import { createHash } from "node:crypto";
import { foldText } from "../language/fold.ts";
import type { StoryJoin } from "../records/trail.ts";

/** A story, and how a report was found to be one of it. */
export interface FoundStory {
  readonly storyId: string;
  readonly joined: StoryJoin;
  /** Other stories of the same event, as the report shows: they become one with it. `degree`: as `StoryMerge` has it. */
  readonly others: readonly { readonly storyId: string; readonly degree: number }[];
}

/** Reports further apart than this are two events, even under one headline. */
export const storyWindowMs = 72 * 3_600_000;

// A shorter headline may be a column's standing title (早晨新聞, Morning briefing), which names no event.
// Counted in CJK characters; a Latin letter says about 0.4 of one.
const shortestHeadline = 10;
const latinWeight = 0.4;
const shortestText = 120;
// Agencies' copies differ in their last lines (editors, links), not in their first.
const comparedText = 400;
// Enough to hold so many letters, in any usual text.
const beginning = 1000;

/** Keys under which a story is filed and found again; none for an article too short to tell. Equal keys mean one event. */
export function storyKeysOf(headline: string, text: string): readonly string[] {
  const keys: string[] = [];
  const title = lettersOf(headline);
  if (weigh(title) >= shortestHeadline) keys.push(`headline:${digest(title)}`);
  const body = firstLettersOf(text);
  if (body.length >= shortestText) keys.push(`text:${digest(body.slice(0, comparedText))}`);
  return keys;
}

/** At least as many letters as are compared, if the text holds them: folding all of it costs more than the rest of filing. */
function firstLettersOf(text: string): string {
  const letters = lettersOf(text.slice(0, beginning));
  return letters.length >= comparedText || text.length <= beginning ? letters : lettersOf(text);
}

/** The story that one of `storyKeysOf` was found under. */
export function storyOfKey(storyId: string, key: string): FoundStory {
  return { storyId, joined: { how: key.startsWith("headline:") ? "headline" : "beginning" }, others: [] };
}

const lettersOf = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, "");

const weigh = (letters: string): number => {
  const latin = letters.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters.length - latin * (1 - latinWeight);
};

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);
