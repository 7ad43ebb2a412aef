// Workers that send in the name of one bot share what it may send in a second.
import type { Clock } from "./ports/clock.ts";

export interface RateShare {
  /** How many requests this worker may make in a second, at present. */
  readonly perSecond: () => number;
  /** Told how many workers send, this one among them, whenever they were counted. */
  readonly share: (workers: number) => void;
}

/**
 * Equal shares of so many requests a second; 0 stands for no limit. A worker that comes to others holds back until they have counted it:
 * until then they use its share. `countedWithinMs`: how long that takes at the most.
 */
export function createRateShare(
  perSecond: number,
  { clock, countedWithinMs }: { readonly clock: Clock; readonly countedWithinMs: number },
): RateShare {
  let workers: number | null = null;
  let holdUntil = Number.NEGATIVE_INFINITY;
  return {
    perSecond() {
      if (perSecond === 0) return Number.POSITIVE_INFINITY;
      return clock.now() < holdUntil ? 0 : perSecond / (workers ?? 1);
    },
    share(counted) {
      if (workers === null && counted > 1) holdUntil = clock.now() + countedWithinMs;
      workers = Math.max(1, counted);
    },
  };
}
