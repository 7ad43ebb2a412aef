// Turns on a SQLite file: who waits for whom, and who sees what.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type ControlledTransaction, Kysely, sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDatabase } from "./sqlite-connection.ts";
import { sqliteDialect } from "./sqlite-driver.ts";

interface Notes {
  readonly notes: { readonly text: string };
}

let folder: string;
let database: Kysely<Notes>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lede-driver-"));
  database = await opened(join(folder, "notes.db"));
});

afterEach(async () => {
  await database.destroy();
  await rm(folder, { recursive: true });
});

async function opened(path: string): Promise<Kysely<Notes>> {
  const notes = new Kysely<Notes>({ dialect: sqliteDialect(openDatabase(path), 20) });
  await notes.schema.createTable("notes").addColumn("text", "text").execute();
  return notes;
}

const write = (text: string, to: Kysely<Notes> = database) => to.insertInto("notes").values({ text }).execute();

async function read(from: Kysely<Notes> = database): Promise<readonly string[]> {
  const rows = await from.selectFrom("notes").select("text").orderBy("text").execute();
  return rows.map(({ text }) => text);
}

/** What a promise has come to so far. */
const soFar = (promise: Promise<unknown>) =>
  Promise.race([promise.then(() => "done"), new Promise((resolve) => setTimeout(resolve, 50, "waits"))]);

async function transactionWith(text: string): Promise<ControlledTransaction<Notes>> {
  const transaction = await database.startTransaction().execute();
  await write(text, transaction);
  return transaction;
}

it("a question is answered beside a transaction, from what is committed; the transaction sees its own", async () => {
  await write("一");
  const transaction = await transactionWith("二");
  expect(await read()).toEqual(["一"]);
  expect(await read(transaction)).toEqual(["一", "二"]);
  await transaction.commit().execute();
  expect(await read()).toEqual(["一", "二"]);
});

it("so is one that is written in SQL", async () => {
  await write("一");
  const transaction = await transactionWith("二");
  const question = sql<{ text: string }>`with some as (select text from notes) select text from some`.execute(database);
  expect((await question).rows.map(({ text }) => text)).toEqual(["一"]);
  await transaction.rollback().execute();
});

it("what is written beside a transaction waits for its end, whichever that is, and is in no part of it", async () => {
  const transaction = await transactionWith("一");
  const writing = write("二");
  const another = transactionWith("三");
  expect(await soFar(writing)).toBe("waits");
  await transaction.rollback().execute();
  await writing;
  await (await another).commit().execute();
  expect(await read()).toEqual(["三", "二"]);
});

it("a transaction that can't begin or commit gives up its turn", async () => {
  const other = new DatabaseSync(join(folder, "notes.db"));
  other.exec("begin immediate");
  await expect(transactionWith("一")).rejects.toMatchObject({ code: "store-locked" });
  await expect(write("一")).rejects.toMatchObject({ code: "store-locked" });
  other.exec("commit");
  other.close();
  await expect(
    database.transaction().execute(async (transaction) => {
      await write("二", transaction);
      throw new Error("not to be");
    }),
  ).rejects.toThrow("not to be");
  await write("三");
  expect(await read()).toEqual(["三"]);
});

it("in memory, where there is one connection only, a question waits rather than see what is not committed", async () => {
  const memory = await opened(":memory:");
  const transaction = await memory.startTransaction().execute();
  await write("一", transaction);
  const reading = read(memory);
  expect(await soFar(reading)).toBe("waits");
  await transaction.rollback().execute();
  expect(await reading).toEqual([]);
  await memory.destroy();
});
