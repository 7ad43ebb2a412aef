// A desk as its operator runs it: its own process, its own database, spoken to from outside only.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

export interface SpawnedDesk {
  /** The room's address, read from the terminal as a newcomer reads it. */
  readonly url: string;
  /** All that the terminal has shown so far. */
  readonly output: () => string;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: no farewell. */
  kill(): Promise<void>;
}

/** A folder of its own for one desk; `remove` it in the end. */
export async function deskFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "lede-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Starts `lede serve` and waits until it says where the room is. Rejects with the terminal's text when it ends before. */
export async function spawnDesk(env: Readonly<Record<string, string>>): Promise<SpawnedDesk> {
  const child = spawn(process.execPath, ["src/start.js", "serve"], {
    cwd: root,
    env: { PATH: process.env.PATH, HTTP_PORT: "0", ...env },
  });
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /chat room: (http\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void ended.then((code) => reject(new Error(`the desk ended with ${code}:\n${output}`)));
  });
  return {
    url,
    output: () => output,
    stop: () => end(child, "SIGTERM", ended),
    kill: async () => {
      await end(child, "SIGKILL", ended);
    },
  };
}

function end(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<number | null>): Promise<number | null> {
  child.kill(signal);
  return ended;
}
