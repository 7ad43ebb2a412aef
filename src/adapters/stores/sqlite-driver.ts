// node:sqlite as a Kysely driver: one connection, prepared statements kept, every transaction a writing one.
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { storeError } from "./sqlite-errors.ts";

const busyTimeoutMs = 5000;
const keptStatements = 200;

/** Opens the file, or makes it; throws StoreError when it is no database or can't be written. `path` may be `:memory:`. */
export function openDatabase(path: string): DatabaseSync {
  try {
    const database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    // FULL: an edition that was sent must stand in the ledger even after the power failed, or it is sent again.
    database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY",
    );
    return database;
  } catch (error) {
    throw storeError(error, path);
  }
}

/** Kysely's dialect over an open database. Kysely itself lets only one query or transaction in at a time. */
export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new SqliteDriver(database),
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
  readonly #database: DatabaseSync;
  readonly #connection: SqliteConnection;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#connection = new SqliteConnection(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(): Promise<void> {
    // IMMEDIATE: one that begins by reading can't be made a writing one while another process writes.
    this.#connection.run("BEGIN IMMEDIATE");
  }

  async commitTransaction(): Promise<void> {
    this.#connection.run("COMMIT");
  }

  async rollbackTransaction(): Promise<void> {
    // A full disk has SQLite roll back by itself.
    if (this.#database.isTransaction) this.#connection.run("ROLLBACK");
  }

  async destroy(): Promise<void> {
    this.#connection.forget();
    this.#database.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const statement = this.#prepare(query.sql);
      const parameters = query.parameters.map(sqliteValue);
      if (statement.columns().length > 0) return { rows: statement.all(...parameters) as Row[] };
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    } catch (error) {
      throw storeError(error, this.#database.location() ?? ":memory:");
    }
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for it; the store reads in pages instead.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("This store does not stream; read in pages.");
  }

  run(sql: string): void {
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw storeError(error, this.#database.location() ?? ":memory:");
    }
  }

  forget(): void {
    this.#statements.clear();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    const oldest = this.#statements.keys().next().value;
    if (this.#statements.size >= keptStatements && oldest !== undefined) this.#statements.delete(oldest);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function sqliteValue(value: unknown): SQLInputValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || value === null)
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite has no column type for a ${typeof value}; encode it before it is stored.`);
}
