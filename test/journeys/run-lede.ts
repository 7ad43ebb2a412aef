// `lede` as its operator runs it: its own process, from the words typed to the exit code.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const root = join(import.meta.dirname, "..", "..");

export interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line to its end, without any setting but these. */
export function runLede(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Finished> {
  return run(process.execPath, ["src/start.js", ...words], env);
}

/** Runs a shell script to its end, in which `lede` is the command; `inside`: what the shell itself is run by, such as `unshare`. */
export function runScript(
  script: string,
  env: Readonly<Record<string, string>> = {},
  inside: readonly string[] = [],
): Promise<Finished> {
  const [file = "sh", ...words] = [...inside, "sh", "-c", `lede() { "$NODE" src/start.js "$@"; }\n${script}`];
  return run(file, words, { NODE: process.execPath, ...env });
}

async function run(file: string, words: readonly string[], env: Readonly<Record<string, string>>): Promise<Finished> {
  const child = spawn(file, words, {
    cwd: root,
    env: { PATH: process.env.PATH, HTTP_PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, stdout, stderr };
}
