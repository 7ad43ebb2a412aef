// START HERE: the only file that knows the process. `lede serve` opens the desk (cli/serve.ts): settings → parts → loops → clean stop.

import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { styleText } from "node:util";
import { runCli } from "./cli/program.ts";

if (existsSync(".env")) loadEnvFile(".env");

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

async function askOnTerminal(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  // What is asked stands beside the results, not among them.
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return terminal.question(question).finally(() => terminal.close());
}

async function printPieces(pieces: Iterable<string>): Promise<void> {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 65_536) continue;
    // A reader that is slower than we are would have us keep what it has not read.
    if (!process.stdout.write(waiting)) await new Promise((resolve) => process.stdout.once("drain", resolve));
    waiting = "";
  }
  process.stdout.write(`${waiting}\n`);
}

process.exitCode = await runCli({
  args: process.argv.slice(2),
  // biome-ignore lint/style/noProcessEnv: the one place that reads the environment
  env: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  printPieces,
  complain: (text) => process.stderr.write(text),
  isPeople: process.stderr.isTTY,
  emphasize: (text) => styleText("bold", text, { stream: process.stdout }),
  ask: process.stdin.isTTY ? askOnTerminal : null,
  stopRequested: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
    }),
});
