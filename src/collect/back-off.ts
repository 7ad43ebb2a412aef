// When a source is polled again.

const dayMs = 24 * 60 * 60_000;
// Past this no wait is believed: a date in the wrong century would silence a source for good.
const longestWaitMs = 30 * dayMs;
// A server that says "at once" while it fails would be asked on every tick.
const shortestWaitMs = 60_000;

export interface PollOutcome {
  /** Milliseconds between polls while all is well. */
  readonly intervalMs: number;
  /** Failures in a row, this one included; 0 after a success. */
  readonly failures: number;
  /** What the server asked for, when it did. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * Epoch milliseconds of the next poll: the interval ±10 %, so that sources do not fall into step; doubled for each failure in
 * a row, a day at most or the interval if that is longer. A Retry-After wins (RFC 9110 §10.2.3). `random` gives 0 to 1.
 */
export function nextPollAt(outcome: PollOutcome, now: number, random: () => number): number {
  const { intervalMs, failures, retryAfterMs } = outcome;
  if (retryAfterMs !== undefined) return now + Math.min(Math.max(retryAfterMs, shortestWaitMs), longestWaitMs);
  const waitMs = Math.min(intervalMs * 2 ** failures, Math.max(intervalMs, dayMs));
  return now + Math.round(waitMs * (0.9 + 0.2 * random()));
}
