// The store's suite on PostgreSQL inside this process (PGlite): no server is needed.
import { PGlite } from "@electric-sql/pglite";
import { PGliteDialect } from "kysely";
import { afterAll, afterEach, beforeAll } from "vitest";
import { postgresStoreOver } from "../../src/adapters/stores/postgres.ts";
import type { Store } from "../../src/ports/store.ts";
import { keepSeeds, restoreSeeds } from "../fakes/emptied-tables.ts";
import { describeStore } from "./store-suite.ts";

let database: PGlite;
let opened: Store[] = [];

beforeAll(async () => {
  database = await PGlite.create();
  await (await open()).close();
  await database.exec(keepSeeds);
});

afterEach(async () => {
  for (const store of opened) await store.close();
  opened = [];
  await database.exec(restoreSeeds);
});

afterAll(() => database.close());

async function open(): Promise<Store> {
  // The store closes its database in the end; this one is for all of them.
  const shared = new Proxy(database, {
    get: (target, name) => {
      if (name === "close") return async () => {};
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const store = await postgresStoreOver(new PGliteDialect({ pglite: shared }), "PGlite");
  opened.push(store);
  return store;
}

describeStore(open);
