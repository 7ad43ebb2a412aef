// How workers on one PostgreSQL divide what one of them does for all, and wake each other.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/adapters/stores/open-store.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Wake } from "../../src/ports/worker-store.ts";
import { createTestDatabase, findPostgres, type TestDatabase } from "../fakes/postgres-server.ts";
import { anEntry, aSubscription, noon, publishSelected, room } from "./store-fixtures.ts";

const server = await findPostgres();
// Machines are shared: this only ends what hangs.
const patience = { timeout: 60_000 };
const title = "coordination (left out where no server answers at TEST_DATABASE_URL or 127.0.0.1:5432)";

describe.skipIf(server === null)(title, () => {
  let database: TestDatabase;
  let one: Store;
  let other: Store;

  beforeAll(async () => {
    database = await createTestDatabase(server ?? "");
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    const address = await database.createSchema();
    [one, other] = [await openStore(address), await openStore(address)];
  });
  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
  });

  const cutStandingConnections = () =>
    database.ask(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'lede worker'",
    );

  it("a duty is one worker's, in one place, until it is released", async () => {
    const held = await one.holdDuty("publish");
    expect(held).not.toBeNull();
    expect(await other.holdDuty("publish")).toBeNull();
    expect(await one.holdDuty("publish")).toBeNull();
    expect(await other.holdDuty("retention")).not.toBeNull();
    await held?.release();
    expect(await other.holdDuty("publish")).not.toBeNull();
    expect(await one.holdDuty("publish")).toBeNull();
  });

  it("desks in two schemas of a database do not take each other's duties", async () => {
    const elsewhere = await openStore(await database.createSchema());
    expect(await one.holdDuty("publish")).not.toBeNull();
    expect(await elsewhere.holdDuty("publish")).not.toBeNull();
    await elsewhere.close();
  });

  it("the duty of a worker that is gone, or whose connection is lost, is free, and the loser is told", async () => {
    const held = await one.holdDuty("discord");
    await cutStandingConnections();
    await expect.poll(() => held?.lost.aborted, patience).toBe(true);
    const taken = await other.holdDuty("discord");
    expect(taken).not.toBeNull();
    // A release that comes late takes nothing from its new holder.
    await held?.release();
    expect(await one.holdDuty("discord")).toBeNull();
    await other.close();
    expect(await one.holdDuty("discord")).not.toBeNull();
    other = await openStore(database.url);
  });

  it("what one worker writes wakes the others for what it gives them to do", async () => {
    const heard: Wake[] = [];
    await other.onWake((wake) => heard.push(wake));
    await one.registerSources([{ id: "cna", name: "CNA" }], noon);
    await one.hastenSources(["cna"], noon);
    await expect.poll(() => heard, patience).toEqual(["sources"]);
    await one.saveChannel(room);
    await one.addSubscription(aSubscription("daily"));
    await one.archive([anEntry("一")]);
    await expect.poll(() => heard, patience).toEqual(["sources", "news"]);
    await publishSelected(one, "a", "daily");
    // One that another worker was first with is nothing to send.
    await publishSelected(one, "b", "daily");
    await one.settleDelivery("delivery-of-a", { state: "delivered", at: noon });
    await expect.poll(() => heard, patience).toEqual(["sources", "news", "editions", "delivered"]);
  });

  it("who listens and loses the connection is told to look at everything, and hears again", async () => {
    const heard: Wake[] = [];
    await other.onWake((wake) => heard.push(wake));
    await cutStandingConnections();
    await expect.poll(() => heard, patience).toEqual(["sources", "news", "editions", "delivered"]);
    await one.archive([anEntry("一")]);
    await expect.poll(() => heard.length, patience).toBe(5);
    expect(heard.at(-1)).toBe("news");
  });
});
