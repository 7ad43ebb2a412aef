// Turns: of work that looks something up, takes its time and then writes, one at a time, in this process and among workers.
import { sql } from "kysely";
import { isLostConnection } from "./postgres-errors.ts";
import type { Database } from "./tables.ts";
import { mostTries } from "./transaction.ts";

export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Turns within this process, each handed on to `within`. */
export function oneByOne(within: InTurn = (work) => work()): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(() => within(work));
    last = turn.catch(() => {});
    return turn;
  };
}

/** A turn among all that share the PostgreSQL database; the work is done over other connections of it. */
export const turnAmongWorkers =
  (database: Database): InTurn =>
  async <Result>(work: () => Promise<Result>): Promise<Result> => {
    for (let tries = 1; ; tries += 1) {
      let isBegun = false;
      const done: Result[] = [];
      try {
        await database.transaction().execute(async (turn) => {
          await takeTurn(turn);
          isBegun = true;
          done.push(await work());
        });
      } catch (error) {
        const mayBegin = isLostConnection(error) && !isBegun && tries < mostTries;
        // The turn holds nothing but itself: that it could not be ended in order costs nothing of what was done in it.
        if (done.length === 0 && !mayBegin) throw error;
      }
      if (done.length > 0) return done[0] as Result;
    }
  };

async function takeTurn(turn: Database): Promise<void> {
  // A worker that was stopped in its turn has its connection ended by the server; see postgres.ts.
  await sql`select pg_advisory_xact_lock(hashtextextended('lede turn ' || current_schema(), 0))`.execute(turn);
}
