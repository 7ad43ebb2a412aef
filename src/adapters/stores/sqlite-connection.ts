// One connection to a SQLite file: opened with care, statements kept, locks of other processes waited for.
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import type { CompiledQuery, QueryResult } from "kysely";
import { isLocked, storeError } from "./sqlite-errors.ts";

const openingPatienceMs = 5000;
const lockPauseMs = 10;
const keptStatements = 200;
// Of a large archive, the index's inner pages and what common words need.
const cachedPart = 16;
const [fewestCachedKiB, mostCachedKiB] = [16_000, 128_000];

/** Opens the file, or makes it; throws StoreError when it is no database or can't be written. `path` may be `:memory:`. */
export function openDatabase(path: string): DatabaseSync {
  try {
    const database = new DatabaseSync(path, { timeout: openingPatienceMs, enableForeignKeyConstraints: true });
    // FULL: an edition that was sent must stand in the ledger even after the power failed, or it is sent again.
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    // Once open, waiting is ours: SQLite's own would stop the whole process.
    database.exec("PRAGMA busy_timeout = 0; PRAGMA temp_store = MEMORY");
    database.exec(`PRAGMA cache_size = ${-cacheKiB(database)}`);
    return database;
  } catch (error) {
    throw storeError(error, path);
  }
}

/** Once a cache is too small for what searches come back to, they read most of their pages again. */
function cacheKiB(database: DatabaseSync): number {
  const { bytes } =
    database.prepare("select page_count * page_size as bytes from pragma_page_count, pragma_page_size").get() ?? {};
  return Math.round(Math.min(Math.max(Number(bytes) / 1024 / cachedPart, fewestCachedKiB), mostCachedKiB));
}

/**
 * A second connection to an open database, which only reads: it sees what is committed, while the first is in a transaction.
 * Null when the database is not in a file.
 */
export function openReading(database: DatabaseSync): DatabaseSync | null {
  const path = database.location();
  if (path === null) return null;
  try {
    const reading = new DatabaseSync(path, { readOnly: true });
    reading.exec("PRAGMA busy_timeout = 0; PRAGMA temp_store = MEMORY");
    return reading;
  } catch (error) {
    throw storeError(error, path);
  }
}

interface Prepared {
  readonly statement: StatementSync;
  readonly hasRows: boolean;
}

/** A connection that runs Kysely's queries, keeps their statements, and tells SQLite's errors as they are. */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  get place(): string {
    return this.#database.location() ?? ":memory:";
  }

  query<Row>({ sql, parameters }: Pick<CompiledQuery, "sql" | "parameters">): QueryResult<Row> {
    const { statement, hasRows } = this.#prepare(sql);
    const values = parameters.map(sqliteValue);
    if (hasRows) return { rows: statement.all(...values) as Row[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  run(sql: string): void {
    this.#database.exec(sql);
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    const prepared = { statement, hasRows: statement.columns().length > 0 };
    const oldest = this.#prepared.keys().next().value;
    if (this.#prepared.size >= keptStatements && oldest !== undefined) this.#prepared.delete(oldest);
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

/** Waits so long for a lock of another process, then throws StoreError `store-locked`; so it throws what else goes wrong. */
export async function patiently<Result>(work: () => Result, patienceMs: number, place: string): Promise<Result> {
  for (let waitedMs = 0; ; waitedMs += lockPauseMs) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || waitedMs >= patienceMs) throw storeError(error, place);
      await pause(lockPauseMs);
    }
  }
}

function sqliteValue(value: unknown): SQLInputValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || value === null)
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite has no column type for a ${typeof value}; encode it before it is stored.`);
}
