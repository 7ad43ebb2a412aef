// Sites that asked us to come less often: nothing of theirs is asked for meanwhile, whichever source wants it.
import type { FetchError } from "../../records/errors.ts";
import { fetchFault } from "./fault.ts";
import { lineOf } from "./turns.ts";

export interface ClosedLines {
  /** Throws FetchError `http-status` 429 while the address's line is closed, with what is left of the wait. */
  readonly check: (url: URL) => void;
  /** Closes the address's line if the failure says so. */
  readonly note: (url: URL, failure: FetchError) => void;
}

const tooManyRequests = 429;
// One page's odd answer must not silence a host of many publishers for days; the source that got it waits as it was told.
const longestMs = 60 * 60_000;

/** Lines that are all open. Only closed ones are kept, so that a desk of many hosts keeps nothing. `now` is in epoch milliseconds. */
export function createClosedLines(now: () => number): ClosedLines {
  const openAt = new Map<string, number>();
  return {
    check: (url) => {
      if (openAt.size === 0) return;
      const line = lineOf(url);
      const leftMs = (openAt.get(line) ?? 0) - now();
      if (leftMs > 0) throw closedFault(url, line, leftMs);
      openAt.delete(line);
    },
    note: (url, { status, retryAfterMs = 0 }) => {
      if (status !== tooManyRequests || retryAfterMs <= 0) return;
      openAt.set(lineOf(url), now() + Math.min(retryAfterMs, longestMs));
    },
  };
}

function closedFault(url: URL, line: string, retryAfterMs: number): FetchError {
  const sentence = `was not asked for: ${line} wants us to come less often. It will be tried again; fewer sources of this site, or a longer \`every\`, help.`;
  return fetchFault("http-status", url, sentence, { status: tooManyRequests, retryAfterMs });
}
