// What the desk sent between its backup and its end stands in no ledger: told until when it went on, it sends nothing of that again.
import type { Database } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/** Gives up what waits in the outbox, and has every subscription begin with what is published after the instant. */
export async function countAsSent(database: Database, sentUntil: number): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await transaction
      .updateTable("deliveries")
      .set({ state: "failed", settled_at: sentUntil, problem: "counted as sent when the archive was restored" })
      .where("state", "=", "waiting")
      .where("edition_id", "in", (editions) =>
        editions.selectFrom("editions").select("id").where("published_at", "<=", sentUntil),
      )
      .execute();
    await transaction
      .updateTable("subscriptions")
      .set({ covered_until: sentUntil })
      .where("covered_until", "<", sentUntil)
      .execute();
    await transaction.updateTable("considered").set({ sent_until: sentUntil }).execute();
  });
}
