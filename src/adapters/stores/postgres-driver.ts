// PostgreSQL as a Kysely dialect, whichever way leads there: what it says is told as StoreErrors, what it can't hold is replaced.
import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  Kysely,
  QueryCompiler,
  QueryResult,
  TransactionSettings,
} from "kysely";
import { isLostConnection, isNotBegun, postgresError } from "./postgres-errors.ts";

/** The dialect with its errors as StoreErrors. `place`: the database's address without a password, for people. */
export function guardedDialect(dialect: Dialect, place: string): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new GuardedDriver(dialect.createDriver(), place),
    createIntrospector: (kysely: Kysely<unknown>) => dialect.createIntrospector(kysely),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

class GuardedDriver implements Driver {
  readonly #driver: Driver;
  readonly #place: string;

  constructor(driver: Driver, place: string) {
    this.#driver = driver;
    this.#place = place;
  }

  init(): Promise<void> {
    return guarded(() => this.#driver.init(), this.#place);
  }

  async acquireConnection(): Promise<GuardedConnection> {
    const acquire = () => guarded(() => this.#driver.acquireConnection(), this.#place);
    const replace = async (lost: DatabaseConnection) => {
      await this.#driver.releaseConnection(lost);
      return acquire();
    };
    return new GuardedConnection(await acquire(), replace, this.#place);
  }

  releaseConnection(connection: GuardedConnection): Promise<void> {
    return this.#driver.releaseConnection(connection.connection);
  }

  beginTransaction(connection: GuardedConnection, settings: TransactionSettings): Promise<void> {
    connection.isInTransaction = true;
    return guarded(() => this.#driver.beginTransaction(connection.connection, settings), this.#place);
  }

  async commitTransaction(connection: GuardedConnection): Promise<void> {
    await guarded(() => this.#driver.commitTransaction(connection.connection), this.#place);
    connection.isInTransaction = false;
  }

  async rollbackTransaction(connection: GuardedConnection): Promise<void> {
    await guarded(() => this.#driver.rollbackTransaction(connection.connection), this.#place);
    connection.isInTransaction = false;
  }

  async savepoint(connection: GuardedConnection, name: string, compile: QueryCompiler["compileQuery"]): Promise<void> {
    await this.#driver.savepoint?.(connection.connection, name, compile);
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }
}

// A pool may have lost all its connections at once.
const mostReplacements = 11;

class GuardedConnection implements DatabaseConnection {
  /** The driver's own, by which it knows it again. */
  connection: DatabaseConnection;
  isInTransaction = false;
  readonly #replace: (lost: DatabaseConnection) => Promise<DatabaseConnection>;
  readonly #place: string;

  constructor(
    connection: DatabaseConnection,
    replace: (lost: DatabaseConnection) => Promise<DatabaseConnection>,
    place: string,
  ) {
    this.connection = connection;
    this.#replace = replace;
    this.#place = place;
  }

  /** A connection that turns out to be lost is replaced by another, where asking again can't do anything twice. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    for (let replaced = 0; ; replaced += 1) {
      try {
        return await this.#execute<Row>(query);
      } catch (error) {
        const isHarmless = isNotBegun(error) || (isLostConnection(error) && isReading(query));
        if (this.isInTransaction || !isHarmless || replaced === mostReplacements) throw error;
        this.connection = await this.#replace(this.connection);
      }
    }
  }

  #execute<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const parameters = query.parameters.map(storable);
    return guarded(async () => {
      const result = await this.connection.executeQuery<Row>({ ...query, parameters });
      result.rows.forEach(restore);
      return result;
    }, this.#place);
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new TypeError("The store reads in pages; streaming would keep one connection for minutes.");
  }
}

const isReading = ({ query, sql }: CompiledQuery): boolean =>
  query.kind === "SelectQueryNode" || (query.kind === "RawNode" && /^\s*select\b/i.test(sql));

async function guarded<Result>(work: () => Promise<Result>, place: string): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw postgresError(error, place);
  }
}

// PostgreSQL's texts hold no NUL. A sign that stands for no character, and in no text, takes its place on the way in and gives it back.
const nulStandsIn = "\uFDD0";

const storable = (value: unknown): unknown =>
  typeof value === "string" && value.includes("\u0000") ? value.replaceAll("\u0000", nulStandsIn) : value;

function restore(row: unknown): void {
  const columns = row as Record<string, unknown>;
  for (const [name, value] of Object.entries(columns))
    if (typeof value === "string" && value.includes(nulStandsIn))
      columns[name] = value.replaceAll(nulStandsIn, "\u0000");
}
