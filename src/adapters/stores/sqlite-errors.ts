// SQLite's result codes as StoreErrors that say what to do. Codes: https://sqlite.org/rescode.html
import { StoreError, type StoreErrorCode } from "../../records/errors.ts";

interface Advice {
  readonly code: StoreErrorCode;
  readonly say: (path: string) => string;
}

const busy: Advice = {
  code: "store-locked",
  say: (path) =>
    `${path} is locked by another program that has been writing for seconds. Stop the other one, or try again when it is done.`,
};
const unreadable: Advice = {
  code: "store-unreadable",
  say: (path) =>
    `${path} is not a database, or it is damaged. Check that DATABASE_URL names the right file; restore a damaged one from a backup.`,
};
const unwritable: Advice = {
  code: "store-read-only",
  say: (path) => `${path} can't be written. Give this user the right to write the file and its folder.`,
};

const advices: ReadonlyMap<number, Advice> = new Map([
  [3, unwritable], // SQLITE_PERM
  [5, busy], // SQLITE_BUSY
  [6, busy], // SQLITE_LOCKED
  [8, unwritable], // SQLITE_READONLY
  [
    10,
    { code: "store-failed", say: (path) => `The disk failed on ${path}. Check the disk; nothing was half written.` },
  ], // SQLITE_IOERR
  [11, unreadable], // SQLITE_CORRUPT
  [
    13, // SQLITE_FULL
    {
      code: "store-full",
      say: (path) =>
        `The disk is full: nothing more was written to ${path}. Make room; a running desk then goes on by itself, a command is to be given again.`,
    },
  ],
  [
    14, // SQLITE_CANTOPEN
    {
      code: "store-unreadable",
      say: (path) => `${path} can't be opened. Check that its folder exists and that this user may read and write it.`,
    },
  ],
  [26, unreadable], // SQLITE_NOTADB
]);

/** Another process holds the database; worth another try. */
export function isLocked(error: unknown): boolean {
  const code = primaryCode(error);
  return code === 5 || code === 6;
}

/** The error as a StoreError with its cause; any that does not come from SQLite is returned as it is. */
export function storeError(error: unknown, path: string): unknown {
  const code = primaryCode(error);
  if (code === null) return error;
  const advice = advices.get(code);
  if (advice !== undefined) return new StoreError(advice.code, advice.say(path), { cause: error });
  // The cause says which query it was; it may hold texts of users, so it stays out of the message.
  return new StoreError("store-failed", `The database ${path} refused a query (SQLite code ${code}).`, {
    cause: error,
  });
}

/** The low byte of the result code; the rest says more of it than an operator needs. Null when it is no error of SQLite's. */
function primaryCode(error: unknown): number | null {
  const isFromSqlite = error instanceof Error && "errcode" in error && typeof error.errcode === "number";
  return isFromSqlite ? Number(error.errcode) & 0xff : null;
}
