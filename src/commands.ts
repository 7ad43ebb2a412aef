// The chat commands: every file in commands/ is one, and its file name is its name.
import { readdir } from "node:fs/promises";
import { wordsOf } from "./language/command-name.ts";
import type { Command } from "./ports/command.ts";
import { LedeError } from "./records/errors.ts";

/**
 * The commands of a folder, in the order of their names. Throws LedeError `command-file` for a file that exports no command
 * of its name, and for a word that would call two commands.
 */
export async function loadCommands(folder: URL): Promise<readonly Command[]> {
  const files = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
    .map(({ name }) => name)
    .toSorted();
  const commands = await Promise.all(files.map((file) => loadCommand(new URL(file, folder), file.slice(0, -3))));
  refuseSharedWords(commands);
  return commands;
}

async function loadCommand(file: URL, name: string): Promise<Command> {
  const exported: Readonly<Record<string, unknown>> = await import(file.href);
  const command = Object.values(exported).find((value) => isCommand(value) && value.name === name);
  if (isCommand(command)) return command;
  throw new LedeError("command-file", `${file.pathname} must export a Command whose name is "${name}".`);
}

function isCommand(value: unknown): value is Command {
  return typeof value === "object" && value !== null && "name" in value && "run" in value && "readText" in value;
}

function refuseSharedWords(commands: readonly Command[]): void {
  const owners = new Map<string, string>();
  for (const command of commands) {
    for (const word of wordsOf(command)) {
      const owner = owners.get(word);
      if (owner !== undefined)
        throw new LedeError(
          "command-file",
          `"${word}" calls both ${owner} and ${command.name}: give one another word.`,
        );
      owners.set(word, command.name);
    }
  }
}
