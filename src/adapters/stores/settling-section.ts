// What became of deliveries, one by one or all that go in one call.
import type { ExpressionBuilder } from "kysely";
import type { OutboxStore, Settlement } from "../../ports/outbox-store.ts";
import type { DeliveryState, Posted } from "../../records/edition.ts";
import type { Database, Tables } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

type Settling = Pick<
  OutboxStore,
  "settleDelivery" | "settleDeliveries" | "joinMulticast" | "settleMulticast" | "partMulticast"
>;

/** The outbox's part on how deliveries end; `workerId`: who has claimed them. */
export function settlingSection(database: Database, workerId: string): Settling {
  return {
    settleDelivery: (deliveryId, state) => settle(database, { deliveryId, state }, workerId),

    settleDeliveries: (settlements) =>
      inTransaction(database, async (transaction) => {
        // In one order: workers that settle the same ones wait for each other, instead of each for the other.
        for (const settlement of settlements.toSorted((a, b) => (a.deliveryId < b.deliveryId ? -1 : 1)))
          await settle(transaction, settlement, workerId);
      }),

    joinMulticast: async (multicastId, deliveryIds) => {
      const joined = await database
        .updateTable("deliveries")
        .set({ multicast_id: multicastId })
        .where("id", "in", deliveryIds)
        .where("state", "=", "waiting")
        .where("leased_by", "=", workerId)
        .returning("id")
        .execute();
      return new Set(joined.map(({ id }) => id));
    },

    settleMulticast: async (multicastId, state) => {
      await database
        .updateTable("deliveries")
        .set(settledColumns(state))
        .where("multicast_id", "=", multicastId)
        .where("state", "=", "waiting")
        .$if(state.state !== "delivered", (query) => query.where(isStillOurs(workerId)))
        .execute();
    },

    partMulticast: async (multicastId, state) => {
      await database
        .updateTable("deliveries")
        .set({ ...settledColumns(state), multicast_id: null })
        .where("multicast_id", "=", multicastId)
        .where(isStillOurs(workerId))
        .execute();
    },
  };
}

async function settle(database: Database, { deliveryId, state }: Settlement, workerId: string): Promise<void> {
  await database
    .updateTable("deliveries")
    .set(settledColumns(state))
    .where("id", "=", deliveryId)
    .$if(state.state !== "delivered", (query) => query.where(isStillOurs(workerId)))
    .execute();
}

/** What has arrived has arrived. That it did not is for its present worker to say, when the lease was lost on the way. */
export const isStillOurs = (workerId: string) => (build: ExpressionBuilder<Tables, "deliveries">) =>
  build.and([
    build("state", "=", "waiting"),
    build.or([build("leased_by", "is", null), build("leased_by", "=", workerId)]),
  ]);

const nobodys = { leased_until: 0, leased_by: null };

const postedJson = (posted: Posted | undefined): string | null => (posted ? JSON.stringify(posted) : null);

/** As a delivery in this state is written: nobody's. */
export function settledColumns(state: DeliveryState) {
  const { state: name } = state;
  switch (state.state) {
    case "waiting":
      return { state: name, due_at: state.dueAt, attempts: state.attempts, problem: state.problem, ...nobodys };
    case "delivered":
      return { state: name, settled_at: state.at, problem: null, posted: postedJson(state.posted), ...nobodys };
    case "failed":
      return { state: name, settled_at: state.at, problem: state.reason, ...nobodys };
  }
}
