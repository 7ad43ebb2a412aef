// FTS5 rewrites what articles were removed from while others wait for a commit, half a second at a time: it is left to the merging by steps.
import { type Kysely, sql } from "kysely";
import { isPostgres } from "../dialect.ts";

/** From now on (https://www.sqlite.org/fts5.html#the_deletemerge_configuration_option). */
export async function leaveRemovalsToMerging(database: Kysely<unknown>): Promise<void> {
  if (isPostgres(database)) return;
  for (const index of ["headline_index", "body_index"] as const)
    await sql`insert into ${sql.table(index)} (${sql.ref(index)}, rank) values ('deletemerge', 0)`.execute(database);
}
