// From a command line to an open desk or archive.
import { readSettings, type Settings, secretsOf } from "../../config/settings.ts";
import { createLog } from "../adapters/log.ts";
import { refuseMissing } from "../adapters/stores/open-store.ts";
import { type Desk, openDesk } from "../desk.ts";
import type { Log } from "../ports/log.ts";
import type { Terminal } from "./terminal.ts";

/** Options that every command has. */
export interface CommonOptions {
  readonly database?: string;
  readonly json?: boolean;
  readonly role?: string;
}

/** The settings of this environment, with `--database` in place of DATABASE_URL and `--role` in place of ROLE. Throws SettingsError. */
export function settingsFor(terminal: Terminal, { database, role }: CommonOptions): Settings {
  const given = { DATABASE_URL: database, ROLE: role };
  const stated = Object.entries(given).filter(([, value]) => value !== undefined);
  return readSettings({ ...terminal.env, ...Object.fromEntries(stated) });
}

/** The log on standard error: readable lines for people, JSON for machines. */
function logFor(terminal: Terminal, settings: Settings): Log {
  return createLog({
    level: settings.LOG_LEVEL,
    secrets: secretsOf(settings),
    isForPeople: terminal.isPeople,
    write: terminal.complain,
  });
}

/** Runs a command's work with an open desk and closes it, whatever happens. */
export async function withDesk<Result>(
  terminal: Terminal,
  options: CommonOptions,
  work: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  const settings = settingsFor(terminal, options);
  const desk = await openDesk(settings, logFor(terminal, settings));
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

/** The same with a desk that must be there: for commands that only read. */
export async function withExistingDesk<Result>(
  terminal: Terminal,
  options: CommonOptions,
  work: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  refuseMissing(settingsFor(terminal, options).DATABASE_URL);
  return withDesk(terminal, options, work);
}
