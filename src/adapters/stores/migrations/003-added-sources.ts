// Sources that people add while the desk runs, and what kind of failure a source last had.
import { type Kysely, sql } from "kysely";

/** Makes room for added sources, and for the kind of a source's last failure. */
export async function createAddedSources(database: Kysely<unknown>): Promise<void> {
  await sql`create table added_sources (
    number integer primary key, id text not null unique, json text not null) strict`.execute(database);
  await sql`alter table sources add column problem_code text`.execute(database);
}
