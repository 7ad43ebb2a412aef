// Sources that people added to those of the sources file.
import type { AddedSourceStore } from "../../ports/store.ts";
import type { Source } from "../../records/source.ts";
import { unpaused } from "./pause-section.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

/** The store's part on added sources, over an open database. */
export function addedSourceSection(database: Database): AddedSourceStore {
  return {
    keepSource: (source, now) =>
      inTransaction(database, async (transaction) => {
        const { id, name } = source;
        const url = source.kind === "posts" ? null : source.url;
        const json = JSON.stringify(source);
        const mended = await transaction
          .selectFrom("added_sources")
          .select("id")
          .where("id", "=", id)
          .executeTakeFirst();
        await transaction
          .insertInto("added_sources")
          .values({ id, json })
          .onConflict((conflict) => conflict.column("id").doUpdateSet({ json }))
          .execute();
        // What was known of an earlier source of this id says nothing of this one: its body must be read, not "not modified".
        const afresh = {
          ...{ due_at: now, failures: 0, etag: null, last_modified: null, problem: null, problem_code: null },
          ...{ url, rhythm: null, moved_to: null, ended_at: null },
          // It was removed, and whoever adds it again wants its news.
          ...(mended === undefined && unpaused),
        };
        await transaction
          .insertInto("sources")
          .values({ id, name, ...afresh })
          .onConflict((conflict) => conflict.column("id").doUpdateSet({ name, ...afresh }))
          .execute();
      }),

    dropSource: async (sourceId) => {
      const { numDeletedRows } = await database
        .deleteFrom("added_sources")
        .where("id", "=", sourceId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    addedSources: async () => {
      const rows = await database.selectFrom("added_sources").select("json").orderBy("number").execute();
      // Written by `keepSource` alone.
      return rows.map(({ json }) => JSON.parse(json) as Source);
    },
  };
}
