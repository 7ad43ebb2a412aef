// What the model has cost and brought today, in the cache of the store, so that a restart spends nothing twice.
import { dayAt } from "../../../language/calendar-day.ts";
import type { Cache } from "../../../ports/cache.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { KeptReason, RewriterDay, Rewriting } from "../../../records/rewriting.ts";

export interface TallyOptions {
  readonly cache: Cache;
  readonly clock: Clock;
  readonly timeZone: string;
  /** 0: no limit. */
  readonly dailyTokens: number;
}

export interface Tally {
  /** Sets tokens aside for a question; false when the day has not so many left. */
  reserve(tokens: number): Promise<boolean>;
  /** Gives back what was set aside and writes down what was used. */
  settle(reserved: number, used: number): Promise<void>;
  note(rewritings: readonly Rewriting[]): Promise<void>;
  today(): Promise<RewriterDay>;
}

const keptMs = 2 * 86_400_000;

type Counts = Omit<RewriterDay, "dailyTokens">;

/** A tally that other questions of this process wait for, so that none is counted against an old sum. */
export function createTally({ cache, clock, timeZone, dailyTokens }: TallyOptions): Tally {
  let reserved = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(work, work);
    turn = result.catch(() => undefined);
    return result;
  };
  const key = () => {
    const { year, month, day } = dayAt(clock.now(), timeZone);
    return `model:day:${year}-${month}-${day}`;
  };
  const read = async (): Promise<Counts> => (await cache.get<Counts>(key())) ?? { tokens: 0, rewritten: 0, kept: {} };
  const change = (by: (counts: Counts) => Counts) =>
    inTurn(async () => void (await cache.set(key(), by(await read()), keptMs)));
  return {
    reserve: (tokens) =>
      inTurn(async () => {
        if (dailyTokens > 0 && (await read()).tokens + reserved + tokens > dailyTokens) return false;
        reserved += tokens;
        return true;
      }),
    settle: (before, used) => {
      reserved -= before;
      return change((counts) => ({ ...counts, tokens: counts.tokens + used }));
    },
    note: (rewritings) => change((counts) => added(counts, rewritings)),
    today: () => inTurn(async () => ({ ...(await read()), dailyTokens })),
  };
}

function added(counts: Counts, rewritings: readonly Rewriting[]): Counts {
  const kept: Partial<Record<KeptReason, number>> = { ...counts.kept };
  for (const { kept: reason } of rewritings) if (reason !== null) kept[reason] = (kept[reason] ?? 0) + 1;
  return {
    ...counts,
    rewritten: counts.rewritten + rewritings.filter(({ kept: reason }) => reason === null).length,
    kept,
  };
}
