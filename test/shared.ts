// Where the shared material lies when it is there: real posts, gold answers and loopback platforms. Tests use it, and pass without it.
import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..", "shared");

/** The path of something shared, such as `corpus/seed.md`, or null on a clone without it. */
export function sharedPath(...parts: readonly string[]): string | null {
  const path = join(folder, ...parts);
  return existsSync(path) ? path : null;
}
