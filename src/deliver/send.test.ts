import { expect, it } from "vitest";
import { stateAfter } from "./send.ts";

const hourMs = 3_600_000;

it("a retry waits twice as long each time, an hour at most, or as long as the platform asks", () => {
  const waitAfter = (attempts: number, retryAfterMs?: number) => {
    const state = stateAfter(
      { attempts },
      { outcome: "retry", reason: "", ...(retryAfterMs ? { retryAfterMs } : {}) },
      0,
    );
    return state.state === "waiting" ? state.dueAt : undefined;
  };
  expect([0, 1, 2, 30].map((attempts) => waitAfter(attempts))).toEqual([5_000, 10_000, 20_000, hourMs]);
  expect(waitAfter(0, 60_000)).toBe(60_000);
});
