// The operator's log: lines for people on a terminal, JSON for machines; secrets are blotted out wherever they turn up.
import pino from "pino";
import pretty from "pino-pretty";
import type { Log, LogFields } from "../ports/log.ts";

export interface LogOptions {
  readonly level: "debug" | "info" | "warn" | "error" | "silent";
  /** Texts that must never be written, such as tokens. */
  readonly secrets: readonly string[];
  readonly isForPeople: boolean;
  readonly write: (line: string) => void;
}

/** A log that writes one line an entry. An error's cause is written with its stack. */
export function createLog({ level, secrets, isForPeople, write }: LogOptions): Log {
  const blot = (line: string) => secrets.reduce((text, secret) => text.replaceAll(secret, "[secret]"), line);
  const lines = { write: (line: string) => write(blot(line)) };
  const layout = { colorize: false, translateTime: "SYS:HH:MM:ss", ignore: "pid,hostname", singleLine: true };
  const logger = pino({ level, base: null }, isForPeople ? prettyLines(layout, lines.write) : lines);
  return {
    debug: (message, fields: LogFields = {}) => logger.debug(fields, message),
    info: (message, fields: LogFields = {}) => logger.info(fields, message),
    warn: (message, fields: LogFields = {}) => logger.warn(fields, message),
    error: (message, cause, fields: LogFields = {}) => logger.error({ ...fields, err: cause }, message),
  };
}

function prettyLines(layout: pretty.PrettyOptions, write: (line: string) => void) {
  const format = pretty.prettyFactory(layout);
  return { write: (line: string) => write(format(JSON.parse(line))) };
}
