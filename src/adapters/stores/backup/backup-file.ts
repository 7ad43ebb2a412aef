// The file of a backup: gzip of JSON lines. A head that says what is in it, a line for each row, table by table, and a digest of it all.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Row, Snapshot, TableShape, Value } from "../../../ports/backup.ts";
import { ParseError } from "../../../records/errors.ts";
import { linesOf } from "./lines.ts";

const format = 1;
// Rows are handed on in pieces of about this length: one at a time would cost more than the rows themselves.
const pieceLength = 65_536;

// It holds what people subscribed to, and the secrets of hubs.
const ownerOnly = 0o600;

/** What a backup says of itself. `madeAt`: epoch milliseconds. */
export interface BackupHead {
  readonly schema: string;
  readonly madeAt: number;
  readonly tables: readonly TableShape[];
}

/** Writes the snapshot into the file, which is made anew; `onRow` is called for each row. Throws what the store or the file system throws. */
export async function writeBackup(path: string, snapshot: Snapshot, madeAt: number, onRow: () => void): Promise<void> {
  await pipeline(piecesOf(snapshot, madeAt, onRow), createGzip(), createWriteStream(path, { mode: ownerOnly }));
}

async function* piecesOf(snapshot: Snapshot, madeAt: number, onRow: () => void): AsyncGenerator<string> {
  const { schema, tables } = snapshot;
  const digest = createHash("sha256");
  let piece = `${JSON.stringify({ lede: "backup", format, schema, madeAt, tables })}\n`;
  const handOn = (): string => {
    const whole = piece;
    digest.update(whole);
    piece = "";
    return whole;
  };
  for (const table of tables) {
    for await (const row of snapshot.rows(table)) {
      piece += `${JSON.stringify(row.map(jsonOf))}\n`;
      onRow();
      if (piece.length >= pieceLength) yield handOn();
    }
  }
  yield handOn();
  yield `${JSON.stringify({ sha256: digest.digest("hex") })}\n`;
}

const jsonOf = (value: Value): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value;

/** A row of a backup, with its table. */
interface BackedUpRow {
  readonly table: TableShape;
  readonly row: Row;
}

/** A backup being read. Its rows are to be believed only when all of them were read without an error: the digest comes last. */
export interface ReadBackup {
  readonly head: BackupHead;
  readonly rows: AsyncIterable<BackedUpRow>;
}

/** Reads the head. Throws ParseError for what is no backup, is damaged, or has a form that only a newer Lede knows. */
export async function readBackup(path: string): Promise<ReadBackup> {
  const lines = linesOf(path, true);
  const digest = createHash("sha256");
  const next = async (): Promise<Buffer> => {
    const step = await lines.next().catch((cause: unknown) => {
      throw unreadable(path, cause);
    });
    if (step.done) throw damaged(path);
    return step.value;
  };
  const nextDigested = async (): Promise<Buffer> => {
    const line = await next();
    digest.update(line).update("\n");
    return line;
  };
  const head = headOf(parsed(await nextDigested(), path), path);
  const rows = async function* (): AsyncGenerator<BackedUpRow> {
    for (const table of head.tables)
      for (let index = 0; index < table.rows; index += 1)
        yield { table, row: rowOf(parsed(await nextDigested(), path), table, path) };
    const end = parsed(await next(), path) as { readonly sha256?: unknown } | null;
    if (end?.sha256 !== digest.digest("hex")) throw damaged(path);
    // What follows the end was not written by a backup; gzip's own digest stands at the very end.
    if (!(await lines.next().catch(() => ({ done: false }))).done) throw damaged(path);
  };
  return { head, rows: rows() };
}

function parsed(line: Buffer, path: string): unknown {
  try {
    return JSON.parse(line.toString());
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function headOf(value: unknown, path: string): BackupHead {
  const head = value as Partial<Record<"lede" | "format" | "schema" | "madeAt" | "tables", unknown>> | null;
  if (head?.lede !== "backup") throw noBackup(path);
  if (head.format !== format)
    throw new ParseError(`${path} has a form that only a newer Lede knows. Update this one. Nothing was changed.`);
  const { schema, madeAt, tables } = head;
  if (typeof schema !== "string" || typeof madeAt !== "number" || !Array.isArray(tables) || !tables.every(isShape))
    throw damaged(path);
  return { schema, madeAt, tables };
}

function isShape(value: unknown): value is TableShape {
  const { name, columns, rows } = (value ?? {}) as Partial<Record<keyof TableShape, unknown>>;
  const isNamed = typeof name === "string" && Array.isArray(columns) && columns.every((one) => typeof one === "string");
  return isNamed && Number.isSafeInteger(rows);
}

function rowOf(value: unknown, { columns }: TableShape, path: string): Row {
  if (!Array.isArray(value) || value.length !== columns.length) throw damaged(path);
  return value.map((one: unknown): Value => {
    if (typeof one === "string" || typeof one === "number" || one === null) return one;
    const { base64 } = one as { readonly base64?: unknown };
    if (typeof base64 !== "string") throw damaged(path);
    return Buffer.from(base64, "base64");
  });
}

function unreadable(path: string, cause: unknown): unknown {
  const { code } = cause as { readonly code?: unknown };
  if (code === "Z_DATA_ERROR") return noBackup(path, cause);
  // The file system says by itself what is wrong.
  return code === "Z_BUF_ERROR" ? damaged(path, cause) : cause;
}

const noBackup = (path: string, cause?: unknown): ParseError =>
  new ParseError(`${path} is no backup of Lede's, or is damaged. Nothing was changed.`, { cause });

const damaged = (path: string, cause?: unknown): ParseError =>
  new ParseError(`${path} is damaged or cut off: take another backup. Nothing was changed.`, { cause });
