// The workers that share the database, and the leases that keep them out of each other's work.
import type { WorkerStore } from "../../ports/worker-store.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

const forgottenAfterMs = 24 * 3_600_000;

/** The store's part on workers, over an open database; `workerId` is this one's. */
export function workerSection(database: Database, workerId: string): WorkerStore {
  return {
    renewLeases: ({ sourceIds, deliveryIds }, now, leaseMs) =>
      inTransaction(database, async (transaction) => {
        const lease = { leased_until: now + leaseMs };
        const sources = transaction.updateTable("sources").set(lease).where("leased_by", "=", workerId);
        if (sourceIds.length > 0) await sources.where("id", "in", sourceIds).execute();
        const deliveries = transaction.updateTable("deliveries").set(lease).where("leased_by", "=", workerId);
        if (deliveryIds.length > 0) await deliveries.where("id", "in", deliveryIds).execute();
      }),

    noteAlive: async ({ name, role, startedAt, seenAt }) => {
      const columns = { name, role, started_at: startedAt, seen_at: seenAt };
      await database
        .insertInto("workers")
        .values({ id: workerId, ...columns })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
        .execute();
      await database
        .deleteFrom("workers")
        .where("seen_at", "<", seenAt - forgottenAfterMs)
        .execute();
    },

    leave: () =>
      inTransaction(database, async (transaction) => {
        const nobodys = { leased_until: 0, leased_by: null };
        await transaction.updateTable("sources").set(nobodys).where("leased_by", "=", workerId).execute();
        await transaction
          .updateTable("deliveries")
          .set(nobodys)
          .where("state", "=", "waiting")
          .where("leased_by", "=", workerId)
          .execute();
        await transaction.deleteFrom("workers").where("id", "=", workerId).execute();
      }),

    workers: async () => {
      const rows = await database.selectFrom("workers").selectAll().orderBy("name").orderBy("id").execute();
      return rows.map((row) => ({
        ...{ name: row.name, role: row.role },
        ...{ startedAt: row.started_at, seenAt: row.seen_at },
      }));
    },
  };
}
