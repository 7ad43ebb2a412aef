// Sources that people add while the desk runs, and what kind of failure a source last had.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Makes room for added sources, and for the kind of a source's last failure. */
export async function createAddedSources(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    `create table added_sources (
      number integer primary key, id text not null unique, json text not null) strict`,
    "alter table sources add column problem_code text",
  ]);
}
