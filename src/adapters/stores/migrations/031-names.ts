// A subscription keeps no name of who made it: nothing shows it, and a name that is kept must be told of and erased.
import type { Kysely } from "kysely";

/** The identifier stays, by which it can be erased. */
export async function dropNames(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable("subscriptions").dropColumn("created_by").execute();
}
