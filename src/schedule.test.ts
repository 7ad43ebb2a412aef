import { afterEach, expect, it, vi } from "vitest";
import type { Log } from "./ports/log.ts";
import { LedeError, UserError } from "./records/errors.ts";
import type { Schedule } from "./records/subscription.ts";
import { nextDueAfter, startTicks } from "./schedule.ts";

const next = (schedule: Schedule, timeZone: string, after: string): string =>
  new Date(nextDueAfter(schedule, timeZone, Date.parse(after))).toISOString();
const daily = (hour: number, minute: number): Schedule => ({ kind: "daily", hour, minute });

it("a running subscription is due at the next whole minute, also when the minute has just begun", () => {
  expect(next({ kind: "now" }, "UTC", "2024-05-01T10:00:59.999Z")).toBe("2024-05-01T10:01:00.000Z");
  expect(next({ kind: "now" }, "UTC", "2024-05-01T10:01:00.000Z")).toBe("2024-05-01T10:02:00.000Z");
});

it("an hourly one is due at the zone's full hour, which is not everywhere UTC's", () => {
  expect(next({ kind: "hourly" }, "Asia/Taipei", "2024-05-01T10:10:00Z")).toBe("2024-05-01T11:00:00.000Z");
  expect(next({ kind: "hourly" }, "Asia/Kolkata", "2024-05-01T10:10:00Z")).toBe("2024-05-01T10:30:00.000Z");
});

it("a daily and a weekly time are the zone's", () => {
  expect(next(daily(8, 0), "Asia/Taipei", "2024-05-01T00:00:00Z")).toBe("2024-05-02T00:00:00.000Z");
  const monday: Schedule = { kind: "weekly", weekday: 1, hour: 8, minute: 30 };
  expect(next(monday, "Asia/Tokyo", "2024-05-01T00:00:00Z")).toBe("2024-05-05T23:30:00.000Z");
});

it("a time that summer time skips comes at the first moment after the gap", () => {
  expect(next(daily(2, 30), "Europe/Berlin", "2024-03-30T12:00:00Z")).toBe("2024-03-31T01:00:00.000Z");
  expect(next(daily(2, 30), "Europe/Berlin", "2024-03-31T01:00:00Z")).toBe("2024-04-01T00:30:00.000Z");
});

it("a time that occurs twice when summer time ends comes once", () => {
  expect(next(daily(2, 30), "Europe/Berlin", "2024-10-26T12:00:00Z")).toBe("2024-10-27T00:30:00.000Z");
  expect(next(daily(2, 30), "Europe/Berlin", "2024-10-27T00:30:00Z")).toBe("2024-10-28T01:30:00.000Z");
});

it("a cron expression is read in the zone", () => {
  const workdays: Schedule = { kind: "cron", expression: "0 8 * * 1-5" };
  expect(next(workdays, "Asia/Taipei", "2024-05-03T01:00:00Z")).toBe("2024-05-06T00:00:00.000Z");
});

it.each(["61 * * * *", "* * *", "a b c d e", "0 0 30 2 *", "0 8 * * 1-5 2024", `${"1,".repeat(99)}1 * * * *`])(
  "the cron expression %s is refused with a text for the user",
  (expression) => {
    expect(() => nextDueAfter({ kind: "cron", expression }, "UTC", 0)).toThrow(UserError);
  },
);

it("what comes next is the same whether it was asked for before, and of another zone or instant its own", () => {
  const asked = ["10:00", "11:59", "12:00", "12:01", "11:00", "09:00"].map((time) => `2024-05-01T${time}:00Z`);
  const answers = asked.map((after) => ["UTC", "Asia/Tokyo"].map((zone) => next(daily(12, 0), zone, after)));
  const today = "2024-05-01T12:00:00.000Z";
  const tomorrow = "2024-05-02T12:00:00.000Z";
  const inTokyo = "2024-05-02T03:00:00.000Z";
  expect(answers).toEqual([today, today, tomorrow, tomorrow, today, today].map((inUtc) => [inUtc, inTokyo]));
});

it("an unknown zone is refused by its name", () => {
  expect(() => nextDueAfter({ kind: "hourly" }, "Mars/Olympus", 0)).toThrow(LedeError);
});

function recordingLog() {
  const errors: unknown[] = [];
  const nothing = () => {};
  const log: Log = { debug: nothing, info: nothing, warn: nothing, error: (_message, cause) => errors.push(cause) };
  return { log, errors };
}

afterEach(() => {
  vi.useRealTimers();
});

it("each loop runs at once, again at its tick, never beside itself, and stopping waits for the run under way", async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  const { log, errors } = recordingLog();
  const runs = { gather: 0, publish: 0, deliver: 0 };
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const ticks = startTicks(
    {
      gather: () => {
        runs.gather += 1;
        return held;
      },
      askHubs: async () => {},
      tidy: async () => {},
      publish: () => {
        runs.publish += 1;
        throw new Error("disk full");
      },
      deliver: async () => {
        runs.deliver += 1;
      },
    },
    log,
  );
  expect(runs).toEqual({ gather: 1, publish: 1, deliver: 1 });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(runs.gather).toBe(1);
  expect(runs.deliver).toBeGreaterThan(5);
  expect(runs.publish).toBeGreaterThan(2);
  expect(errors).toHaveLength(runs.publish);

  let hasStopped = false;
  const stopping = ticks.stop().then(() => {
    hasStopped = true;
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(hasStopped).toBe(false);
  letGo();
  await stopping;
  const { deliver } = runs;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(runs.deliver).toBe(deliver);
});

it("a loop that is woken runs before its tick, once for any number of calls, and once more when it was under way", async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  let runs = 0;
  let letGo = () => {};
  const gather = () => {
    runs += 1;
    return new Promise<void>((resolve) => {
      letGo = resolve;
    });
  };
  const ticks = startTicks({ gather }, recordingLog().log);
  ticks.wake("gather");
  ticks.wake("gather");
  // Not a loop of this worker.
  ticks.wake("publish");
  expect(runs).toBe(1);
  letGo();
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toBe(2);
  letGo();
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toBe(2);
  ticks.wake("gather");
  ticks.wake("gather");
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toBe(3);
  letGo();
  await ticks.stop();
});
