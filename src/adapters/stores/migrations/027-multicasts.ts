// Deliveries that go to their platform in one call, which is repeated as it was.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** No delivery is part of a multicast. */
export async function addMulticasts(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    "alter table deliveries add column multicast_id text",
    "create index deliveries_by_multicast on deliveries (multicast_id, number) where multicast_id is not null",
  ]);
}
