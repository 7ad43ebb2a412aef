// `lede doctor`: settings, database, sources and tokens: what works, what does not, what to do.
import { Command } from "commander";
import { examineDesk, type Finding } from "../doctor.ts";
import { LedeError, SettingsError, StoreError } from "../records/errors.ts";
import { type CommonOptions, withDesk, withExistingDesk } from "./open.ts";
import { PartlyFailed } from "./partly-failed.ts";
import type { Terminal } from "./terminal.ts";

/** The command; one line a finding, exit 1 when something does not work. */
export const doctorCommand = (terminal: Terminal): Command =>
  new Command("doctor")
    .description("check settings, database, sources and tokens")
    .option("--json", "one JSON object a finding")
    .action(async (options: { json?: boolean; database?: string }) => {
      const findings = await withExistingDesk(terminal, options, examineDesk)
        .catch((error: unknown) => examineWithout(error, terminal, options))
        .catch(findingsOf);
      for (const finding of findings) terminal.print(options.json ? JSON.stringify(finding) : line(finding));
      if (findings.some(({ state }) => state === "fails")) throw new PartlyFailed();
    });

/** Before the first start there is no archive, and none is made: sources and tokens can be examined all the same. Throws any other fault on. */
async function examineWithout(error: unknown, terminal: Terminal, options: CommonOptions): Promise<readonly Finding[]> {
  if (!(error instanceof StoreError) || error.code !== "store-missing") throw error;
  const others = await withDesk(terminal, { ...options, database: "sqlite::memory:" }, examineDesk);
  return [
    { name: "database", state: "off", message: error.message },
    ...others.filter(({ name }) => name !== "database"),
  ];
}

// A desk that can't even be opened is what a doctor is called for.
function findingsOf(error: unknown): readonly Finding[] {
  if (error instanceof SettingsError)
    return error.problems.map((message) => ({ name: "settings", state: "fails", message }));
  if (error instanceof LedeError) return [{ name: "database", state: "fails", message: error.message }];
  throw error;
}

const marks = { works: "✓", off: "–", fails: "✗" };

const line = ({ name, state, message }: Finding): string => `${marks[state]} ${name.padEnd(16)} ${message}`;
