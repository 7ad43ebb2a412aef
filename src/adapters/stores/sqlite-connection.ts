// One connection to a SQLite file: opened with care, statements kept, locks of other processes waited for.
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import { isLocked, storeError } from "./sqlite-errors.ts";

const openingPatienceMs = 5000;
const lockPauseMs = 10;
const keptStatements = 200;

/** Opens the file, or makes it; throws StoreError when it is no database or can't be written. `path` may be `:memory:`. */
export function openDatabase(path: string): DatabaseSync {
  try {
    const database = new DatabaseSync(path, { timeout: openingPatienceMs, enableForeignKeyConstraints: true });
    // FULL: an edition that was sent must stand in the ledger even after the power failed, or it is sent again.
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    // Once open, waiting is ours: SQLite's own would stop the whole process.
    database.exec("PRAGMA busy_timeout = 0; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY");
    return database;
  } catch (error) {
    throw storeError(error, path);
  }
}

/** A connection as Kysely wants it. A lock is waited for so long, then StoreError `store-locked` is thrown. */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #lockPatienceMs: number;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, lockPatienceMs: number) {
    this.#database = database;
    this.#lockPatienceMs = lockPatienceMs;
  }

  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.#patiently(() => {
      const statement = this.#prepare(query.sql);
      const parameters = query.parameters.map(sqliteValue);
      if (statement.columns().length > 0) return { rows: statement.all(...parameters) as Row[] };
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    });
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new TypeError("The store reads in pages; streaming would keep one statement open for minutes.");
  }

  run(sql: string): Promise<void> {
    return this.#patiently(() => this.#database.exec(sql));
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  async #patiently<Result>(work: () => Result): Promise<Result> {
    for (let waitedMs = 0; ; waitedMs += lockPauseMs) {
      try {
        return work();
      } catch (error) {
        if (!isLocked(error) || waitedMs >= this.#lockPatienceMs) {
          throw storeError(error, this.#database.location() ?? ":memory:");
        }
        await pause(lockPauseMs);
      }
    }
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
