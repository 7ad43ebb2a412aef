import { expect, it } from "vitest";
import { createGuard, type Outcome } from "./guard.ts";

const minute = 60_000;
const fine: Outcome = { status: 200, retryAfterMs: 0, scope: "user", hasBotToken: true };
const limited: Outcome = { ...fine, status: 429, retryAfterMs: 1000 };

it("a storm of refusals ends at a tenth of what Discord takes before it shuts the address out, and goes on when they are forgotten", () => {
  const guard = createGuard();
  let sent = 0;
  for (let now = 0; now < 9 * minute; now += 50) {
    if (guard.closedFor(now, fine).waitMs > 0) continue;
    guard.note({ ...fine, status: 403 }, now, now);
    sent += 1;
  }
  expect(sent).toBe(1000);
  expect(guard.closedFor(9 * minute, fine)).toEqual({
    waitMs: minute,
    reason: expect.stringContaining("1000 requests"),
  });
  expect(guard.closedFor(10 * minute, fine).waitMs).toBe(0);
});

it("what is not the bot's fault is not counted", () => {
  const guard = createGuard();
  for (const status of [404, 400, 500]) for (let i = 0; i < 2000; i += 1) guard.note({ ...fine, status }, 0, 0);
  for (let i = 0; i < 2000; i += 1) {
    guard.note({ ...limited, scope: "shared" }, 0, 0);
    guard.note(fine, 0, 0);
  }
  expect(guard.closedFor(0, fine).waitMs).toBe(0);
});

it("a refused token is not tried again with every delivery, but a refused interaction says nothing of it", () => {
  const guard = createGuard();
  guard.note({ ...fine, status: 401, hasBotToken: false }, 0, 0);
  expect(guard.closedFor(0, fine).waitMs).toBe(0);
  guard.note({ ...fine, status: 401 }, 0, 0);
  expect(guard.closedFor(minute, fine).waitMs).toBe(9 * minute);
  expect(guard.closedFor(minute, { hasBotToken: false }).waitMs).toBe(0);
});

it("the bot's own limit makes all requests wait, a route's limit those of the route alone", () => {
  const guard = createGuard();
  expect(guard.note({ ...limited, scope: "global" }, 0, 0)).toBe(1000);
  expect(guard.note(limited, 0, 0)).toBe(0);
  expect(guard.note({ ...fine, status: 500 }, 0, 0)).toBe(0);
});

it("limits in a row make all requests wait, twice as long each time, until one is taken", () => {
  const guard = createGuard();
  const waits = Array.from({ length: 14 }, () => guard.note(limited, 0, 0));
  expect(waits).toEqual([0, 0, 0, 500, 1000, 2000, 4000, 8000, 16_000, 32_000, minute, minute, minute, minute]);
  guard.note(fine, 0, 0);
  expect(guard.note(limited, 0, 0)).toBe(0);
});

it("limits that requests under way together meet count as one", () => {
  const guard = createGuard();
  expect(Array.from({ length: 50 }, (_, index) => guard.note(limited, 0, 100 + index))).toEqual(Array(50).fill(0));
});

it("a limit that is not Discord's own means that the address is shut out, for as long as it says", () => {
  const guard = createGuard();
  guard.note({ ...limited, retryAfterMs: 30 * minute, scope: null }, 0, 0);
  expect(guard.closedFor(29 * minute, fine)).toEqual({ waitMs: minute, reason: "Discord has shut this address out" });
});
