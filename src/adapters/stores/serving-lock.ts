// That one process serves a SQLite archive: a lock on a file beside it, which ends with the process however that ends.
import { DatabaseSync } from "node:sqlite";
import { isLocked, storeError } from "./sqlite-errors.ts";

/** Takes the lock; what is returned gives it back. Null when another process has it. Throws StoreError when the file can't be made. */
export function takeServingLock(path: string): (() => void) | null {
  if (path === ":memory:") return () => {};
  // Empty for ever: SQLite locks files on every system that it runs on, and Node has nothing else that does.
  const file = `${path}-serving`;
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
    const held = lock;
    return () => held.close();
  } catch (error) {
    lock?.close();
    if (isLocked(error)) return null;
    throw storeError(error, file);
  }
}
