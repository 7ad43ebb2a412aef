// Subscriptions at hubs that push a feed's news.
import type { Selectable } from "kysely";
import type { PushStore } from "../../ports/store.ts";
import type { PushSubscription } from "../../records/push.ts";
import { isPostgres } from "./dialect.ts";
import type { Database, Tables } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

/** The store's part on pushing, over an open database. */
export function pushSection(database: Database): PushStore {
  const all = () => database.selectFrom("pushes").selectAll().orderBy("id");
  return {
    keepPush: async (push) => {
      const columns = columnsOf(push);
      await database
        .insertInto("pushes")
        .values({ id: push.id, ...columns })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
        .execute();
    },

    dropPush: async (id) => {
      await database.deleteFrom("pushes").where("id", "=", id).execute();
    },

    findPush: async (id) => {
      const row = await all().where("id", "=", id).executeTakeFirst();
      return row ? pushOf(row) : null;
    },

    pushesOf: async (sourceId) => (await all().where("source_id", "=", sourceId).execute()).map(pushOf),

    allPushes: async () => (await all().execute()).map(pushOf),

    claimDuePushes: (now, leaseMs, limit) =>
      inTransaction(database, async (transaction) => {
        const due = await transaction
          .selectFrom("pushes")
          .selectAll()
          .where("due_at", "<=", now)
          .orderBy("due_at")
          .orderBy("id")
          .limit(limit)
          .$if(isPostgres(transaction), (query) => query.forUpdate().skipLocked())
          .execute();
        const ids = due.map(({ id }) => id);
        if (ids.length > 0) {
          const later = { due_at: now + leaseMs };
          await transaction.updateTable("pushes").set(later).where("id", "in", ids).execute();
        }
        return due.map(pushOf);
      }),
  };
}

function columnsOf({ sourceId, hub, topic, callback, secret, state, leaseEndsAt, dueAt, attempts }: PushSubscription) {
  return {
    ...{ source_id: sourceId, hub, topic, callback, secret, state },
    ...{ lease_ends_at: leaseEndsAt, due_at: dueAt, attempts },
  };
}

function pushOf(row: Selectable<Tables["pushes"]>): PushSubscription {
  const { id, source_id: sourceId, hub, topic, callback, secret, state, attempts } = row;
  return {
    ...{ id, sourceId, hub, topic, callback, secret, state, attempts },
    ...{ leaseEndsAt: row.lease_ends_at, dueAt: row.due_at },
  };
}
