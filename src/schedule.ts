// Time turned into action: the next edition's time in a subscription's zone, and the ticks that drive the loops.
import { Cron } from "croner";
import { createTask, type ScheduledTask } from "node-cron";
import { isTimeZone } from "./language/time-zone.ts";
import type { Log } from "./ports/log.ts";
import type { Localized } from "./records/channel.ts";
import { LedeError, UserError } from "./records/errors.ts";
import type { Schedule } from "./records/subscription.ts";

const minuteMs = 60_000;
// Far longer than any schedule that a person writes.
const longestExpression = 120;

/**
 * The first instant after `after`, epoch milliseconds, at which the schedule comes due in the zone.
 * A time of day that summer time skips comes at the first moment after the gap; one that occurs twice comes once.
 * Throws UserError `bad-schedule` for a cron expression that can't be read or never comes, LedeError for an unknown zone.
 */
export function nextDueAfter(schedule: Schedule, timeZone: string, after: number): number {
  if (schedule.kind === "now") return (Math.floor(after / minuteMs) + 1) * minuteMs;
  if (!isTimeZone(timeZone)) throw new LedeError("time-zone", `${timeZone} is not an IANA time zone; use Asia/Taipei`);
  return nextRunAfter(cronOf(schedule), timeZone, after);
}

/** Of an expression in a zone, the last that was looked for: nothing of it lies between the two. */
interface Known {
  readonly after: number;
  readonly next: number;
}

// Thousands of channels are due at eight and want to know when the next eight o'clock is, which takes a millisecond to find.
const known = new Map<string, Known>();
const mostKnown = 1000;

function nextRunAfter(expression: string, timeZone: string, after: number): number {
  const key = `${timeZone} ${expression}`;
  const found = known.get(key);
  if (found !== undefined && found.after <= after && after < found.next) return found.next;
  const next = readCron(expression, timeZone).nextRun(new Date(after))?.getTime();
  if (next === undefined) throw neverComes(expression);
  if (known.size >= mostKnown) known.clear();
  known.set(key, { after, next });
  return next;
}

function cronOf(schedule: Exclude<Schedule, { kind: "now" }>): string {
  switch (schedule.kind) {
    case "hourly":
      return "0 * * * *";
    case "daily":
      return `${schedule.minute} ${schedule.hour} * * *`;
    case "weekly":
      return `${schedule.minute} ${schedule.hour} * * ${schedule.weekday}`;
    case "cron":
      return schedule.expression;
  }
}

function readCron(expression: string, timeZone: string): Cron {
  try {
    if (expression.length > longestExpression) throw new RangeError("too long");
    return new Cron(expression, { timezone: timeZone, paused: true, mode: "5-part" });
  } catch (cause) {
    throw unreadable(expression.slice(0, 60), cause);
  }
}

/** What runs at each tick; a promise that settles ends the run. What a worker does not do is left out. */
export interface Ticks {
  /** Says that the worker is alive. */
  readonly beat: () => Promise<unknown>;
  /** Polls due sources. */
  readonly gather: () => Promise<unknown>;
  /** Asks hubs to push; a hub that hangs must not hold up the polls. */
  readonly askHubs: () => Promise<unknown>;
  /** Writes due editions. */
  readonly publish: () => Promise<unknown>;
  /** Sends what waits in the outbox. */
  readonly deliver: () => Promise<unknown>;
  /** Changes digests that are out as their stories change. */
  readonly revise: () => Promise<unknown>;
  /** Shows what arrived in the room, whoever sent it. */
  readonly show: () => Promise<unknown>;
  /** Removes what is beyond the limits. */
  readonly tidy: () => Promise<unknown>;
}

const expressions: Readonly<Record<keyof Ticks, string>> = {
  beat: "*/20 * * * * *",
  gather: "*/10 * * * * *",
  askHubs: "*/10 * * * * *",
  publish: "*/5 * * * * *",
  deliver: "*/2 * * * * *",
  revise: "30 * * * * *",
  show: "*/5 * * * * *",
  // Off the full hour, when editions come out.
  tidy: "0 27 * * * *",
};

// News comes in batches a moment apart, which make one edition.
const wakeDelaysMs: Partial<Record<keyof Ticks, number>> = { publish: 1000, show: 100 };

export interface RunningTicks {
  /** Runs the loop without waiting for its tick; one that is under way runs once more. */
  wake(name: keyof Ticks): void;
  /** Starts nothing new, and resolves when the runs under way have ended. */
  stop(): Promise<void>;
}

/** Starts the loops, each with a first run at once. A loop never overlaps itself, and a run that fails is logged and costs only itself. */
export function startTicks(ticks: Partial<Ticks>, log: Log): RunningTicks {
  const loops = new Map<keyof Ticks, ReturnType<typeof startLoop>>();
  for (const name of Object.keys(expressions) as (keyof Ticks)[]) {
    const run = ticks[name];
    if (run !== undefined) loops.set(name, startLoop(name, run, log));
  }
  return {
    wake: (name) => loops.get(name)?.wake(),
    stop: async () => {
      await Promise.all([...loops.values()].map((loop) => loop.stop()));
    },
  };
}

function startLoop(name: keyof Ticks, run: () => Promise<unknown>, log: Log) {
  let current: Promise<void> | null = null;
  let isWanted = false;
  let waking: NodeJS.Timeout | null = null;
  const runOnce = async (): Promise<void> => {
    try {
      await run();
    } catch (error) {
      log.error(`the ${name} loop failed; it runs again at the next tick`, error);
    }
  };
  const tick = (): void => {
    current ??= runOnce().finally(() => {
      current = null;
      if (isWanted) wake();
    });
  };
  const wake = (): void => {
    isWanted = current !== null;
    if (isWanted) return;
    waking ??= setTimeout(() => {
      waking = null;
      if (current === null) tick();
      else isWanted = true;
    }, wakeDelaysMs[name] ?? 0);
  };
  const task: ScheduledTask = createTask(expressions[name], tick, {
    // A tick missed under load is caught up by the next; node-cron would warn on the console.
    suppressMissedWarning: true,
    logger: quiet(log),
  });
  tick();
  void task.start();
  return {
    wake,
    async stop(): Promise<void> {
      await task.destroy();
      await current;
      // What the last run was wanted for again.
      if (waking !== null) clearTimeout(waking);
    },
  };
}

function quiet(log: Log) {
  const debug = (message: string | Error) => log.debug(String(message));
  return { debug, info: debug, warn: debug, error: debug };
}

function unreadable(expression: string, cause: unknown): UserError {
  const texts: Localized = {
    en: `“${expression}” is not a cron expression I can read. It has five parts (minute, hour, day, month, weekday), such as 0 8 * * 1-5.`,
    "zh-TW": `「${expression}」不是正確的 cron 格式。請寫五欄（分 時 日 月 週幾），例如 0 8 * * 1-5。`,
    "zh-CN": `“${expression}”不是正确的 cron 表达式。请写五段（分 时 日 月 周几），例如 0 8 * * 1-5。`,
    ja: `「${expression}」は cron 式として読み取れません。0 8 * * 1-5 のように、分・時・日・月・曜日の五つを並べてください。`,
    ko: `‘${expression}’은(는) 올바른 cron 식이 아닙니다. 0 8 * * 1-5처럼 분·시·일·월·요일 다섯 칸으로 써 주세요.`,
    th: `“${expression}” ไม่ใช่รูปแบบ cron ที่อ่านได้ ต้องมีห้าส่วน (นาที ชั่วโมง วัน เดือน วันในสัปดาห์) เช่น 0 8 * * 1-5`,
  };
  return new UserError("bad-schedule", texts, { cause });
}

function neverComes(expression: string): UserError {
  return new UserError("bad-schedule", {
    en: `“${expression}” never comes due: no such date exists. Choose another one, such as 0 8 1 * * for the first of each month.`,
    "zh-TW": `「${expression}」永遠不會到期，因為沒有這個日期。請換一個，例如每月 1 日：0 8 1 * *。`,
    "zh-CN": `“${expression}”永远不会到期，因为没有这个日期。请换一个，例如每月 1 日：0 8 1 * *。`,
    ja: `「${expression}」に当たる日付は存在しません。毎月1日なら 0 8 1 * * のように書いてください。`,
    ko: `‘${expression}’에 해당하는 날짜가 없습니다. 매달 1일이라면 0 8 1 * *처럼 써 주세요.`,
    th: `“${expression}” ไม่มีวันมาถึง เพราะไม่มีวันที่นี้ เลือกใหม่ เช่น 0 8 1 * * คือวันที่ 1 ของทุกเดือน`,
  });
}
