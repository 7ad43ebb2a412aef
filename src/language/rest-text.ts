// What a button says to see what an edition had no room for: `rest:` with the edition, and how many of its stories were shown.
import type { Arguments } from "../records/question.ts";

/** In a command's text, such as `/digest rest:6f9…:10`. */
export const restText = (editionId: string, shown: number): string => `/digest rest:${editionId}:${shown}`;

const pattern = /^rest:(\S+):(\d{1,6})$/;

/** The arguments `edition` and `shown` of what follows the command's name; null for anything else that is typed there. */
export function readRestText(rest: string): Arguments | null {
  const [, edition, shown] = pattern.exec(rest.trim()) ?? [];
  return edition === undefined || shown === undefined ? null : { edition, shown };
}
