// A connection that is lost between two queries of a transaction: nothing of it is kept, nothing else ends.
import { Kysely, sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { postgresDialect } from "../../src/adapters/stores/postgres.ts";
import { guardedDialect } from "../../src/adapters/stores/postgres-driver.ts";
import type { Database, Tables } from "../../src/adapters/stores/tables.ts";
import { inTransaction } from "../../src/adapters/stores/transaction.ts";
import { createTestDatabase, findPostgres, type TestDatabase } from "../fakes/postgres-server.ts";

const server = await findPostgres();
// Machines are shared: this only ends what hangs.
const patience = { timeout: 60_000 };
const title = "a lost connection (left out where no server answers at TEST_DATABASE_URL or 127.0.0.1:5432)";

describe.skipIf(server === null)(title, () => {
  let place: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    place = await createTestDatabase(server ?? "");
    await place.ask("create table noted (word text)");
  });
  afterAll(() => place.drop());
  beforeEach(() => {
    database = new Kysely<Tables>({ dialect: guardedDialect(postgresDialect(place.url), "here") });
  });
  afterEach(() => database.destroy());

  const note = (on: Database, word: string) => sql`insert into noted values (${word})`.execute(on);
  const noted = async () => (await place.ask("select word from noted order by word")).map(({ word }) => word);

  /** Resolves when the server has ended the transaction's connection. */
  async function cut(transaction: Database): Promise<void> {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
    const pid = rows[0]?.pid;
    await place.ask(`select pg_terminate_backend(${pid})`);
    await expect.poll(() => place.ask(`select from pg_stat_activity where pid = ${pid}`), patience).toHaveLength(0);
  }

  it("costs a transaction of one's own an error, not the process", async () => {
    const lost = database.transaction().execute(async (transaction) => {
      await note(transaction, "lost");
      await cut(transaction);
      await note(transaction, "after");
    });
    await expect(lost).rejects.toMatchObject({ code: "store-unreachable" });
    expect(await noted()).toEqual([]);
  });

  it("has the store's transactions begin anew", async () => {
    let tries = 0;
    await inTransaction(database, async (transaction) => {
      tries += 1;
      await note(transaction, `try ${tries}`);
      if (tries === 1) await cut(transaction);
      await note(transaction, `try ${tries}, to the end`);
    });
    expect(await noted()).toEqual(["try 2", "try 2, to the end"]);
  });
});
