// The store's suite on a real PostgreSQL, where one answers; and what can befall a server, and workers that share it.
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { openStore } from "../../src/adapters/stores/open-store.ts";
import type { Store } from "../../src/ports/store.ts";
import { keepSeeds, restoreSeeds } from "../fakes/emptied-tables.ts";
import { createTestDatabase, findPostgres, type TestDatabase } from "../fakes/postgres-server.ts";
import { describeStore } from "./store-suite.ts";

const server = await findPostgres();
const title = "PostgreSQL (left out where no server answers at TEST_DATABASE_URL or 127.0.0.1:5432)";

describe.skipIf(server === null)(title, () => {
  let database: TestDatabase;
  let opened: Store[] = [];

  beforeAll(async () => {
    database = await createTestDatabase(server ?? "");
    await (await openStore(database.url)).close();
    await database.ask(keepSeeds);
  });

  afterAll(() => database.drop());

  afterEach(async () => {
    for (const store of opened) await store.close();
    opened = [];
    await database.ask(restoreSeeds);
  });

  async function open(): Promise<Store> {
    const store = await openStore(database.url);
    opened.push(store);
    return store;
  }

  describeStore(open);
});
