// A platform's monthly quota: what pushes cost, what is held back for it, and how the month is planned.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** What was pushed before counts nothing by the desk's own count; the platform's count has it. */
export async function addQuotas(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    "alter table subscriptions add column held_since integer",
    "alter table deliveries add column recipients integer",
    "alter table deliveries add column asked_at integer",
    "create index deliveries_counted on deliveries (settled_at) where recipients is not null",
    "create index deliveries_asked on deliveries (channel_id, asked_at) where asked_at is not null",
    "create index editions_by_channel on editions (channel_id, published_at)",
    `create table quotas (
      platform text primary key, plan text, is_stale integer not null, refused_at integer,
      refused_recipients integer) strict, without rowid`,
  ]);
}
