// A terminal in memory: what a command line prints, what it says aside, and the code it ends with.
import { runCli } from "../../src/cli/program.ts";

export interface CommandLineResult {
  readonly code: number;
  /** Standard output, a line each. */
  readonly printed: readonly string[];
  /** Standard error. */
  readonly said: string;
}

/** A shell that runs command lines in this process with the environment given; nothing of the real one is read. */
export const createShell =
  (env: Readonly<Record<string, string>>) =>
  async (...args: readonly string[]): Promise<CommandLineResult> => {
    const printed: string[] = [];
    let said = "";
    const code = await runCli({
      args,
      env: { LOG_LEVEL: "warn", ...env },
      print: (text) => void printed.push(...text.split("\n")),
      printPieces: async (pieces) => void printed.push([...pieces].join("")),
      complain: (text) => {
        said += text;
      },
      isPeople: false,
      emphasize: (text) => text,
      ask: null,
      stopRequested: () => new Promise(() => {}),
    });
    return { code, printed, said };
  };

/** Every printed line as JSON; throws when one of them is anything else. */
export const jsonLines = ({ printed }: CommandLineResult): readonly Record<string, unknown>[] =>
  printed.map((line) => JSON.parse(line) as Record<string, unknown>);
