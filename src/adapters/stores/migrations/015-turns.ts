// Which server a channel belongs to, and whose turn it is when more is due than can be sent at once.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** What waits keeps its order: every channel counts as a server of its own until its server is known. */
export async function addTurns(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    "alter table channels add column server text",
    "alter table deliveries add column turn_of text not null default ''",
    "alter table deliveries add column turn_at integer not null default 0",
    "update deliveries set turn_of = channel_id, turn_at = due_at where state = 'waiting'",
    "drop index deliveries_waiting",
    "create index deliveries_in_turn on deliveries (turn_at, number) where state = 'waiting'",
    "create index deliveries_by_turn on deliveries (turn_of, turn_at) where state = 'waiting'",
  ]);
}
