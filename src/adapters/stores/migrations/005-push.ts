// Subscriptions at hubs that push a feed's news.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Makes room for subscriptions at hubs; more than one a source, while an old one ends. */
export async function createPushes(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    `create table pushes (
      id text primary key, source_id text not null, hub text not null, topic text not null, callback text not null,
      secret text not null, state text not null, lease_ends_at integer, due_at integer not null,
      attempts integer not null) strict, without rowid`,
    "create index pushes_by_source on pushes (source_id)",
    "create index pushes_by_due_at on pushes (due_at)",
  ]);
}
