// Sources that are paused: marks beside what polling remembers, which no poll writes.
import type { PauseStore } from "../../ports/pause-store.ts";
import type { Database } from "./tables.ts";

/** What a source has that nobody paused. */
export const unpaused = { paused_at: null, paused_by: null };

/** The store's part on pauses, over an open database. */
export function pauseSection(database: Database): PauseStore {
  return {
    pauseSource: async (sourceId, { at, by }) => {
      const { numUpdatedRows } = await database
        .updateTable("sources")
        .set({ paused_at: at, paused_by: by })
        .where("id", "=", sourceId)
        .where("paused_at", "is", null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    resumeSource: async (sourceId, now) => {
      const { numUpdatedRows } = await database
        .updateTable("sources")
        .set({ ...unpaused, due_at: now })
        .where("id", "=", sourceId)
        .where("paused_at", "is not", null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    pausedSources: async () => {
      const rows = await database
        .selectFrom("sources")
        .select(["id", "paused_at", "paused_by"])
        .where("paused_at", "is not", null)
        .execute();
      return new Map(rows.map(({ id, paused_at, paused_by }) => [id, { at: paused_at ?? 0, by: paused_by }]));
    },
  };
}
