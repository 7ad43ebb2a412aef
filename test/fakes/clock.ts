// A clock that stands still until it is moved.
import type { Clock } from "../../src/ports/clock.ts";

export interface FakeClock extends Clock {
  /** Moves the time on by so many milliseconds. */
  advance(ms: number): void;
  /** Moves the time to an instant, epoch milliseconds. */
  moveTo(at: number): void;
}

export function fakeClock(startAt: number): FakeClock {
  let now = startAt;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    moveTo: (at) => {
      now = at;
    },
  };
}
