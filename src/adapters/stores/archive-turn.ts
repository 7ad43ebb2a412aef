// One at a time changes what the archive holds, as SQLite has it by itself: rows are numbered, and stories filed, by what is there.
import { isPostgres } from "./dialect.ts";
import type { Database } from "./tables.ts";

/** What the choice of an edition's stories has looked at; see `ConsideredTable`. */
export interface Considered {
  readonly until: number;
  readonly sentUntil: number;
}

/** Waits until nobody else changes the archive or begins to choose an edition's stories; the turn ends with the transaction. */
export async function holdArchive(transaction: Database): Promise<Considered> {
  const { until, sent_until } = await transaction
    .selectFrom("considered")
    .select(["until", "sent_until"])
    .$if(isPostgres(transaction), (query) => query.forUpdate())
    .executeTakeFirstOrThrow();
  return { until, sentUntil: sent_until };
}
