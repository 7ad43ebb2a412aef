import { expect, it } from "vitest";
import { rememberingLog, silentLog } from "../../test/fakes/log.ts";
import type { NewEdition, OutboxStore } from "../ports/outbox-store.ts";
import { openEditionWriter } from "./write-editions.ts";

const anEdition = (id: string, said: Partial<NewEdition> = {}): NewEdition => ({
  edition: { id, subscriptionId: id, publishedAt: 0, from: 0, until: 0, cards: [], total: 0, timeZone: "Asia/Taipei" },
  ...{ deliveryId: id, expectedDueAt: 0, next: { subscriptionId: id, dueAt: 1, coveredUntil: 0 }, ...said },
});

/** An outbox that notes what it was given in each transaction; it can't take the broken ones. */
function anOutbox(...broken: readonly string[]) {
  const transactions: (readonly string[])[] = [];
  const write = (ids: readonly string[]) => {
    transactions.push(ids);
    if (ids.some((id) => broken.includes(id))) throw new Error("no room");
  };
  const store: Pick<OutboxStore, "publishEdition" | "publishEditions"> = {
    publishEditions: async (editions) => {
      write(editions.map(({ deliveryId }) => deliveryId));
      return editions.map(({ deliveryId }) => deliveryId !== "late");
    },
    publishEdition: async (_edition, deliveryId) => {
      write([deliveryId]);
      return deliveryId !== "late";
    },
  };
  return { store, transactions };
}

it("editions of many channels are written in few transactions, and counted when they came out", async () => {
  const { store, transactions } = anOutbox();
  const writer = openEditionWriter({ store, log: silentLog });
  const editions = [
    ...Array.from({ length: 44 }, (_, index) => anEdition(`e${index}`)),
    anEdition("empty", { edition: null }),
    anEdition("late"),
  ];
  for (const edition of editions) {
    await writer.ready(edition.deliveryId);
    void writer.write(edition.deliveryId, edition);
  }
  expect(await writer.end()).toBe(44);
  expect(transactions.flat()).toEqual(editions.map(({ deliveryId }) => deliveryId));
  expect(transactions.length).toBeLessThanOrEqual(6);
});

it("a channel's next edition is not chosen before its last one is written", async () => {
  const { store, transactions } = anOutbox();
  const writer = openEditionWriter({ store, log: silentLog });
  for (const [channel, id] of [
    ["other", "before"],
    ["room", "first"],
    ["room", "second"],
  ] as const) {
    await writer.ready(channel);
    if (id === "second") expect(transactions.flat()).toContain("first");
    void writer.write(channel, anEdition(id));
  }
  expect(await writer.end()).toBe(3);
});

it("the fault of one edition is told of its subscription, and costs no other", async () => {
  const { store } = anOutbox("broken");
  const log = rememberingLog();
  const writer = openEditionWriter({ store, log });
  const outcomes = ["a", "b", "broken", "c"].map((id) => writer.write(id, anEdition(id)));
  expect(await writer.end()).toBe(3);
  expect(await Promise.all(outcomes)).toEqual([true, true, false, true]);
  expect(log.lines).toEqual([expect.stringMatching(/stays due.*"subscription":"broken"/s)]);
});
