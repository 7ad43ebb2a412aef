// node:sqlite as a Kysely dialect: one connection that writes, in turns, and one that reads beside its transactions.
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
import { SqliteFile, SqliteSession } from "./sqlite-session.ts";

/** Kysely's dialect over an open database, which it closes in the end. Transactions take turns; what is read beside one sees what is committed. */
export function sqliteDialect(database: DatabaseSync, lockPatienceMs: number): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new SqliteDriver(new SqliteFile(database, lockPatienceMs)),
    createIntrospector: (kysely: Kysely<unknown>) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class TransactionalAdapter extends SqliteAdapter {
  /** Migrations run in one transaction: SQLite can undo changes of tables, which Kysely's own adapter does not count on. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** Turns are taken here: Kysely's own would have every question wait for a transaction to end. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class SqliteDriver implements Driver {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    this.#file = file;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new SqliteSession(this.#file);
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(session: SqliteSession): Promise<void> {
    await session.begin();
  }

  async commitTransaction(session: SqliteSession): Promise<void> {
    await session.commit();
  }

  async rollbackTransaction(session: SqliteSession): Promise<void> {
    await session.rollBack();
  }

  async destroy(): Promise<void> {
    this.#file.close();
  }
}
