// Rows of a cache in the same database: what may be lost.
import type { CacheRows } from "../../ports/store.ts";
import type { Database } from "./tables.ts";

/** The store's part on the cache, over an open database. */
export function cacheSection(database: Database): CacheRows {
  return {
    readCache: async (key) => {
      const row = await database.selectFrom("cache").select("value").where("key", "=", key).executeTakeFirst();
      return row?.value;
    },

    writeCache: async (key, value, expiresAt) => {
      const columns = { value, expires_at: expiresAt };
      await database
        .insertInto("cache")
        .values({ key, ...columns })
        .onConflict((conflict) => conflict.column("key").doUpdateSet(columns))
        .execute();
    },

    addCache: async (key, value, expiresAt, now) => {
      const columns = { value, expires_at: expiresAt };
      const written = await database
        .insertInto("cache")
        .values({ key, ...columns })
        .onConflict((conflict) => conflict.column("key").doUpdateSet(columns).where("cache.expires_at", "<=", now))
        .executeTakeFirst();
      return Number(written.numInsertedOrUpdatedRows ?? 0n) > 0;
    },

    deleteCache: async (key) => {
      const deleted = await database.deleteFrom("cache").where("key", "=", key).executeTakeFirst();
      return deleted.numDeletedRows > 0n;
    },

    clearCache: (prefix) => clearCache(database, prefix),

    sweepCache: async (now) => {
      await database.deleteFrom("cache").where("expires_at", "<", now).execute();
    },
  };
}

/** Drops the rows whose keys begin so. */
export async function clearCache(database: Database, prefix: string): Promise<void> {
  await database
    .deleteFrom("cache")
    .where((expression) =>
      expression(expression.fn("substr", ["key", expression.lit(1), expression.val(prefix.length)]), "=", prefix),
    )
    .execute();
}
