// A transaction that is tried again when another worker came between.
import { StoreError } from "../../records/errors.ts";
import type { Database } from "./tables.ts";

const mostTries = 8;

/**
 * Runs the work in one transaction; everything of it is undone when it throws. On PostgreSQL it may run more than once: a deadlock, or a row
 * that another worker wrote in the same moment, undoes it, and then it sees what the other has done.
 */
export async function inTransaction<Result>(
  database: Database,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  // A part of a greater one is undone with it, and tried again by whoever began that.
  if (database.isTransaction) return work(database);
  for (let tries = 1; ; tries += 1) {
    try {
      return await database.transaction().execute(work);
    } catch (error) {
      const isOthersDoing = error instanceof StoreError && error.code === "store-contended";
      if (!isOthersDoing || tries === mostTries) throw error;
    }
  }
}
