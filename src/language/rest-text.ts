// What a button says to see what an edition had no room for: `rest:` with the edition's sign, and how many of its stories were shown.
import type { Edition } from "../records/edition.ts";
import type { Arguments } from "../records/question.ts";

/** How a chat's edition is told from its others: when it came out, and its first story, since no chat is sent a story twice. */
export interface EditionSign {
  readonly publishedAt: number;
  readonly storyId: string;
}

/**
 * In a command's text, such as `/digest rest:1696392000000-6f9…:10`. The same for all who were sent the same: with an identifier of each
 * one's own no two messages would be alike, and none could go out in one call.
 */
export function restText({ publishedAt, cards }: Pick<Edition, "publishedAt" | "cards">, shown: number): string {
  return `/digest rest:${publishedAt}-${cards[0]?.storyId}:${shown}`;
}

const pattern = /^rest:(\S+):(\d{1,6})$/;

/** The arguments `edition` and `shown` of what follows the command's name; null for anything else that is typed there. */
export function readRestText(rest: string): Arguments | null {
  const [, edition, shown] = pattern.exec(rest.trim()) ?? [];
  return edition === undefined || shown === undefined ? null : { edition, shown };
}

// An instant has ten digits at least, the first part of a UUID eight.
const signPattern = /^(\d{10,15})-(\S+)$/;

/** The sign that a button names; null for a button of old, which names the edition's identifier. */
export function readSign(edition: string): EditionSign | null {
  const [, publishedAt, storyId] = signPattern.exec(edition) ?? [];
  return publishedAt === undefined || storyId === undefined ? null : { publishedAt: Number(publishedAt), storyId };
}
