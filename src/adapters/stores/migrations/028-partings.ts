// Since when the bot is no longer in a chat, so that what is known of it is forgotten in time.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Nobody has parted. */
export async function createPartings(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    "create table partings (channel_id text primary key, parted_at integer not null) strict, without rowid",
    "create index votes_by_reader on votes (reader_id)",
    "create index subscriptions_by_creator on subscriptions (creator_id) where creator_id is not null",
  ]);
}
