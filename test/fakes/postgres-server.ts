// A real PostgreSQL for tests, where one answers: at TEST_DATABASE_URL, else on this machine. Each file gets a database of its own.
import { randomBytes } from "node:crypto";
import pg from "pg";

const given = process.env.TEST_DATABASE_URL;
const patienceMs = 3000;

/** Where a server answers; null where none does. Throws when TEST_DATABASE_URL is given and can't be reached: it was meant. */
export async function findPostgres(): Promise<string | null> {
  const server = given ?? "postgres://postgres@127.0.0.1:5432/postgres";
  try {
    await ask(server, "select 1");
    return server;
  } catch (error) {
    if (given !== undefined) throw error;
    return null;
  }
}

export interface TestDatabase {
  /** The address of a schema of its own in the database, which is made. */
  readonly createSchema: () => Promise<string>;
  readonly url: string;
  readonly ask: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  readonly drop: () => Promise<void>;
}

/** Creates a database on the server. */
export async function createTestDatabase(server: string): Promise<TestDatabase> {
  const name = `lede_test_${randomBytes(6).toString("hex")}`;
  await ask(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  let schemas = 0;
  return {
    url: url.href,
    createSchema: async () => {
      schemas += 1;
      await ask(url.href, `create schema test${schemas}`);
      const own = new URL(url);
      own.searchParams.set("options", `-c search_path=test${schemas}`);
      return own.href;
    },
    ask: (sql) => ask(url.href, sql),
    drop: async () => {
      await ask(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function ask(address: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: patienceMs });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
