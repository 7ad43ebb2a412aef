// What PostgreSQL's values are in JavaScript: numbers where SQLite gives numbers, plain bytes.
import pg from "pg";

const { builtins } = pg.types;

/** Instants and counts stay far below 2^53, so that a number holds them. */
const parsers: ReadonlyMap<number, (value: string) => unknown> = new Map<number, (value: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.BYTEA, (value) => new Uint8Array(Buffer.from(value.slice(2), "hex"))],
]);

/** For a pool of connections; types beyond those are as pg reads them. */
export const postgresTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};
