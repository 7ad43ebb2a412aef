// What Kysely is given for a query or a transaction on a SQLite file: its turn to write, or the committed state to read.
import type { DatabaseSync } from "node:sqlite";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import { openReading, patiently, SqliteConnection } from "./sqlite-connection.ts";

type EndTurn = () => void;

/** A database and its connections. Another process's lock is waited for so long, then StoreError `store-locked` is thrown. */
export class SqliteFile {
  readonly writing: SqliteConnection;
  readonly #database: DatabaseSync;
  readonly #lockPatienceMs: number;
  #reading: SqliteConnection | null = null;
  #lastTurn: Promise<void> = Promise.resolve();

  constructor(database: DatabaseSync, lockPatienceMs: number) {
    this.#database = database;
    this.#lockPatienceMs = lockPatienceMs;
    this.writing = new SqliteConnection(database);
  }

  /** Resolves when nobody else writes. */
  async takeTurn(): Promise<EndTurn> {
    const before = this.#lastTurn;
    const turn = Promise.withResolvers<void>();
    this.#lastTurn = turn.promise;
    await before;
    return turn.resolve;
  }

  patiently<Result>(work: () => Result): Promise<Result> {
    return patiently(work, this.#lockPatienceMs, this.writing.place);
  }

  /** A connection that sees no transaction's work before it is committed; null while only the one in a transaction is to be had. */
  committed(): SqliteConnection | null {
    // What this one wrote leaves its cache as it is; it empties that of any other.
    if (!this.writing.isInTransaction) return this.writing;
    if (this.#reading === null) {
      const reading = openReading(this.#database);
      this.#reading = reading && new SqliteConnection(reading);
    }
    return this.#reading;
  }

  close(): void {
    // The last to be closed tidies the file's log up, which one that only reads can't.
    this.#reading?.close();
    this.writing.close();
  }
}

export class SqliteSession implements DatabaseConnection {
  readonly #file: SqliteFile;
  /** While in a transaction. */
  #endTurn: EndTurn | null = null;

  constructor(file: SqliteFile) {
    this.#file = file;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { writing } = this.#file;
    if (this.#endTurn !== null) return this.#file.patiently(() => writing.query<Row>(query));
    if (onlyReads(query)) {
      const read = await this.#file.patiently(() => this.#file.committed()?.query<Row>(query));
      if (read !== undefined) return read;
    }
    return this.#inTurn(() => writing.query<Row>(query));
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new TypeError("The store reads in pages; streaming would keep one statement open for minutes.");
  }

  async begin(): Promise<void> {
    const endTurn = await this.#file.takeTurn();
    try {
      // IMMEDIATE: one that begins by reading can't be made a writing one while another process writes.
      await this.#file.patiently(() => this.#file.writing.run("BEGIN IMMEDIATE"));
      this.#endTurn = endTurn;
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  /** When it throws, the transaction is still to be rolled back. */
  async commit(): Promise<void> {
    await this.#file.patiently(() => this.#file.writing.run("COMMIT"));
    this.#end();
  }

  async rollBack(): Promise<void> {
    const { writing } = this.#file;
    try {
      // A full disk has SQLite roll back by itself.
      if (writing.isInTransaction) await this.#file.patiently(() => writing.run("ROLLBACK"));
    } finally {
      this.#end();
    }
  }

  #end(): void {
    this.#endTurn?.();
    this.#endTurn = null;
  }

  async #inTurn<Result>(work: () => Result): Promise<Result> {
    const endTurn = await this.#file.takeTurn();
    try {
      return await this.#file.patiently(work);
    } finally {
      endTurn();
    }
  }
}

/** Ours are sure to: one that began with `with` and wrote would be refused by the connection that reads. */
function onlyReads({ query, sql }: CompiledQuery): boolean {
  return query.kind === "SelectQueryNode" || (query.kind === "RawNode" && /^\s*(?:select|with)\b/.test(sql));
}
