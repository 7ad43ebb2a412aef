// A store's content on its way into a backup and back: rows of tables, whichever database holds them.

/** What a column can hold, in every database that a store may stand on. */
export type Value = string | number | null | Uint8Array;
export type Row = readonly Value[];

export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** How many there are. */
  readonly rows: number;
}

/** All that a store holds at one instant; others go on writing meanwhile. What is made from the rows, such as the search index, is no part of it. */
export interface Snapshot {
  /** The last migration that the database had. */
  readonly schema: string;
  /** In an order in which no row refers to one of a later table. */
  readonly tables: readonly TableShape[];
  /** The table's rows, each with its values in the order of the columns. */
  rows(table: TableShape): Iterable<Row> | AsyncIterable<Row>;
  close(): Promise<void>;
}

/** A store in the making, which nobody sees before `finish` has resolved. */
export interface Rebuilding {
  /** Adds rows. Throws ParseError for a table or columns that the schema does not have. */
  insert(table: TableShape, rows: readonly Row[]): Promise<void>;
  /**
   * Brings the store up to date, makes what is made from the rows, checks it and puts it in its place, which must be empty still.
   * `sentUntil`: what was published until then counts as sent, epoch milliseconds; null: nothing does beyond the ledger.
   * Throws StoreError when the store is not sound; then nothing is there.
   */
  finish(sentUntil: number | null): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}
