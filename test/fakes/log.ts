// A log that says nothing, and one that remembers.
import type { Log } from "../../src/ports/log.ts";

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Keeps every line as text, fields and causes included. */
export function rememberingLog(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const keep = (message: string, fields?: object) => void lines.push(`${message} ${JSON.stringify(fields ?? {})}`);
  return {
    lines,
    debug: keep,
    info: keep,
    warn: keep,
    error: (message, cause, fields) =>
      keep(`${message}: ${cause instanceof Error ? cause.stack : String(cause)}`, fields),
  };
}
