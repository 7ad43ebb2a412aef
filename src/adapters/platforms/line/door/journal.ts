// Webhooks that were answered and whose events are not worked off yet, in a file: a killed process loses none of them.
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** A webhook that was taken: its number, when it came (epoch milliseconds), and its body. */
export interface Taken {
  readonly number: number;
  readonly at: number;
  readonly body: string;
}

export interface Journal {
  /** What an earlier process left over, oldest first. */
  readonly left: readonly Taken[];
  /** Survives the process from here on, though not the machine's power: to wait for the disk would be LINE's waiting. */
  note(taken: Taken): void;
  /** All its events are worked off. */
  strike(number: number): void;
  close(): void;
}

// A desk that is never idle does not empty its file: then it is written anew.
const mostBytes = 16 * 1024 * 1024;
// Only the desk's own user reads what people wrote.
const mode = 0o600;

/** Opens the file, or makes it and its folder. Throws what the file system says, and so do `note` and `strike`. */
export function openJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const open = new Map(readLeft(path).map((taken) => [taken.number, taken]));
  const left = [...open.values()];
  let bytes = 0;
  let file = rewrite();

  function rewrite(): number {
    const lines = [...open.values()].map(lineOf).join("");
    writeFileSync(`${path}.new`, lines, { mode });
    renameSync(`${path}.new`, path);
    bytes = lines.length;
    return openSync(path, "a", mode);
  }

  function append(line: string): void {
    bytes += writeSync(file, line);
    if (bytes < mostBytes) return;
    closeSync(file);
    file = rewrite();
  }

  return {
    left,
    note: (taken) => {
      open.set(taken.number, taken);
      append(lineOf(taken));
    },
    strike: (number) => {
      if (!open.delete(number)) return;
      if (open.size > 0) return append(`${JSON.stringify({ done: number })}\n`);
      ftruncateSync(file);
      bytes = 0;
    },
    close: () => closeSync(file),
  };
}

const lineOf = (taken: Taken): string => `${JSON.stringify(taken)}\n`;

function readLeft(path: string): readonly Taken[] {
  const open = new Map<number, Taken>();
  for (const line of textOf(path).split("\n")) {
    const { number, at, body, done } = Object(parsed(line));
    if (typeof done === "number") open.delete(done);
    if (typeof number === "number" && typeof at === "number" && typeof body === "string")
      open.set(number, { number, at, body });
  }
  return [...open.values()];
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

/** The last line is torn when the process was killed while it wrote: its webhook was not answered. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
