// Leaves an endpoint alone that has just failed: one edition waits for it, the others do not.
import type { Clock } from "../../../ports/clock.ts";

export interface Rest {
  /** True while the endpoint is left alone. */
  isOn(): boolean;
  /** Begins at the first failure or goes on after another: a minute, doubled each time up to an hour, or as long as was asked. */
  begin(retryAfterMs: number | undefined): void;
  /** It has answered. */
  end(): void;
  /** ISO 8601. */
  untilText(): string;
}

const firstMs = 60_000;
const longestMs = 3_600_000;

/** No rest at first. */
export function createRest({ now }: Clock): Rest {
  let [until, failures] = [0, 0];
  return {
    isOn: () => now() < until,
    begin: (retryAfterMs) => {
      // Batches that were under way together fail together: one failure.
      if (now() < until && retryAfterMs === undefined) return;
      if (now() >= until) failures += 1;
      const own = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10));
      until = now() + Math.max(own, Math.min(retryAfterMs ?? 0, 24 * longestMs));
    },
    end: () => {
      [until, failures] = [0, 0];
    },
    untilText: () => new Date(until).toISOString(),
  };
}
