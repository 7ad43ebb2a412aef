// What a CLI command may know of the process it runs in.

export interface Terminal {
  /** The words after the program's name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line on standard output: results, and nothing else with `--json`. */
  readonly print: (line: string) => void;
  /** The same for a line too long to be put together first. */
  readonly printPieces: (pieces: Iterable<string>) => Promise<void>;
  /** Raw text on standard error: the log, progress and errors. */
  readonly complain: (text: string) => void;
  /** True when a person watches standard error: progress bars and readable log lines. */
  readonly isPeople: boolean;
  /** The text in bold when a person watches standard output, else as it is. */
  readonly emphasize: (text: string) => string;
  /** Asks on the terminal and resolves to the line that was typed; null where nobody can answer. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** Resolves at SIGTERM or SIGINT. Until it is called these end the process at once, as they should end a command. */
  readonly stopRequested: () => Promise<void>;
}
