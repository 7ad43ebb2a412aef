// A transaction that is tried again when another worker came between, or its connection was lost.
import { StoreError } from "../../records/errors.ts";
import { isLostConnection } from "./postgres-errors.ts";
import type { Database } from "./tables.ts";

/** More than a pool has connections: all of them may have been lost at once. */
export const mostTries = 12;

/**
 * Runs the work in one transaction; everything of it is undone when it throws. On PostgreSQL it may run more than once: a deadlock, or a row
 * that another worker wrote in the same moment, undoes it, and then it sees what the other has done. So does a connection that is lost before
 * the work was to be committed; one that is lost in the commit itself leaves open what became of it, and is told.
 */
export async function inTransaction<Result>(
  database: Database,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  // A part of a greater one is undone with it, and tried again by whoever began that.
  if (database.isTransaction) return work(database);
  for (let tries = 1; ; tries += 1) {
    let isWorkDone = false;
    try {
      return await database.transaction().execute(async (transaction) => {
        const result = await work(transaction);
        isWorkDone = true;
        return result;
      });
    } catch (error) {
      const isOthersDoing = error instanceof StoreError && error.code === "store-contended";
      const isUndone = isOthersDoing || (isLostConnection(error) && !isWorkDone);
      if (!isUndone || tries === mostTries) throw error;
    }
  }
}
