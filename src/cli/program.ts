// The command line: names, options and exit codes are fixed, since other programs call them. 0 done, 1 failed, 2 usage.
import { Command, CommanderError } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { LedeError, SettingsError, UserError } from "../records/errors.ts";
import { backupCommand } from "./backup.ts";
import { doctorCommand } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { extractCommand } from "./extract.ts";
import { importCommand } from "./import.ts";
import { lineCommand } from "./line.ts";
import { moveCommand } from "./move.ts";
import { parseCommand } from "./parse.ts";
import { PartlyFailed } from "./partly-failed.ts";
import { pollCommand } from "./poll.ts";
import { isSystemError, reasonOf } from "./reason.ts";
import { restoreCommand } from "./restore.ts";
import { searchCommand } from "./search.ts";
import { serveCommand } from "./serve.ts";
import { sourceCommand } from "./source.ts";
import { summarizeCommand } from "./summarize.ts";
import type { Terminal } from "./terminal.ts";
import { whyCommand } from "./why.ts";

const commands = [
  serveCommand,
  pollCommand,
  sourceCommand,
  importCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  moveCommand,
  parseCommand,
  extractCommand,
  summarizeCommand,
  searchCommand,
  whyCommand,
  lineCommand,
  doctorCommand,
];

/** Runs one command line; resolves to its exit code. Errors are printed for people, without stacks unless they are faults of ours. */
export async function runCli(terminal: Terminal): Promise<0 | 1 | 2> {
  const program = new Command("lede").description("A self-hosted news desk for chat.").exitOverride();
  program.version(packageJson.version, "--version", "print the version");
  program.configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: terminal.complain });
  for (const create of commands) {
    const command = create(terminal).copyInheritedSettings(program);
    for (const subcommand of command.commands) subcommand.copyInheritedSettings(command);
    program.addCommand(command.option("--database <url>", "the archive, instead of DATABASE_URL"));
  }
  try {
    await program.parseAsync([...terminal.args], { from: "user" });
    return 0;
  } catch (error) {
    return explain(error, terminal);
  }
}

function explain(error: unknown, terminal: Terminal): 0 | 1 | 2 {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof PartlyFailed) return 1;
  if (error instanceof SettingsError) {
    terminal.complain(`lede can't start:\n${error.problems.map((problem) => `  ${problem}\n`).join("")}`);
    return 2;
  }
  if (error instanceof UserError) {
    // A chat is not told the reason, since it may name addresses inside the network; the operator is.
    const reason = error.cause instanceof LedeError ? ` (${error.cause.message})` : "";
    terminal.complain(`lede: ${error.message}${reason}\n`);
    return 2;
  }
  if (error instanceof LedeError || isSystemError(error)) terminal.complain(`lede: ${reasonOf(error)}\n`);
  else terminal.complain(`lede: a fault of its own: ${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}
