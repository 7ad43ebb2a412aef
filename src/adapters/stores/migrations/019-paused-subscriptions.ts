// Why a subscription is paused: its channel can't be posted to.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** No subscription is paused. */
export async function addPausedSubscriptions(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, ["alter table subscriptions add column paused text"]);
}
