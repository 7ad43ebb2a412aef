// node:sqlite as a Kysely dialect: one connection, every transaction a writing one.
import type { DatabaseSync } from "node:sqlite";
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { SqliteConnection } from "./sqlite-connection.ts";

/** Kysely's dialect over an open database. Kysely itself lets only one query or transaction in at a time. */
export function sqliteDialect(database: DatabaseSync, lockPatienceMs: number): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new SqliteDriver(new SqliteConnection(database, lockPatienceMs)),
    createIntrospector: (kysely: Kysely<unknown>) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Migrations run in one transaction: SQLite can undo changes of tables, which Kysely's own adapter does not count on. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(): Promise<void> {
    // IMMEDIATE: one that begins by reading can't be made a writing one while another process writes.
    await this.#connection.run("BEGIN IMMEDIATE");
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.run("COMMIT");
  }

  async rollbackTransaction(): Promise<void> {
    // A full disk has SQLite roll back by itself.
    if (this.#connection.isInTransaction) await this.#connection.run("ROLLBACK");
  }

  async destroy(): Promise<void> {
    this.#connection.close();
  }
}
