// Which messages show an edition, so that they can be changed when its stories do.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** What was sent before stays as it was sent. */
export async function addLiving(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    "alter table deliveries add column posted text",
    "alter table deliveries add column revise_at integer",
    "alter table considered add column revised_until integer not null default 0",
    "create index deliveries_to_revise on deliveries (revise_at) where revise_at is not null",
    "create index ledger_by_story on ledger (story_id)",
  ]);
}
