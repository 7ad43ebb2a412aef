// What the desk remembers of its sources, and who polls which.
import type { Selectable } from "kysely";
import type { SourceStore } from "../../ports/store.ts";
import type { SourceState } from "../../records/source.ts";
import type { Database, Tables } from "./tables.ts";

/** The store's part on sources, over an open database. */
export function sourceSection(database: Database): SourceStore {
  return {
    registerSources: async (sources, now) => {
      if (sources.length === 0) return;
      await database
        .insertInto("sources")
        .values(sources.map(({ id, name }) => ({ id, name, due_at: now })))
        .onConflict((conflict) => conflict.column("id").doUpdateSet((row) => ({ name: row.ref("excluded.name") })))
        .execute();
    },

    claimDueSources: (among, now, leaseMs, limit) =>
      database.transaction().execute(async (transaction) => {
        if (among.length === 0) return [];
        const due = await transaction
          .selectFrom("sources")
          .selectAll()
          .where("id", "in", among)
          .where("due_at", "<=", now)
          .where("leased_until", "<=", now)
          .orderBy("due_at")
          .orderBy("id")
          .limit(limit)
          .execute();
        const ids = due.map((row) => row.id);
        if (ids.length > 0) {
          const lease = { leased_until: now + leaseMs };
          await transaction.updateTable("sources").set(lease).where("id", "in", ids).execute();
        }
        return due.map(stateOf);
      }),

    finishPoll: async (state) => {
      await database.updateTable("sources").set(columnsOf(state)).where("id", "=", state.sourceId).execute();
    },

    sourceStates: async () => {
      const rows = await database.selectFrom("sources").selectAll().orderBy("id").execute();
      return rows.map(stateOf);
    },
  };
}

function columnsOf({ dueAt, failures, etag, lastModified, polledAt, problem }: SourceState) {
  return {
    due_at: dueAt,
    failures,
    etag,
    last_modified: lastModified,
    polled_at: polledAt,
    problem,
    leased_until: 0,
  };
}

function stateOf(row: Selectable<Tables["sources"]>): SourceState {
  return {
    sourceId: row.id,
    dueAt: row.due_at,
    failures: row.failures,
    etag: row.etag,
    lastModified: row.last_modified,
    polledAt: row.polled_at,
    problem: row.problem,
  };
}
