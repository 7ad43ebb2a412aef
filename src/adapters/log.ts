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
  const logger = pino({ level, base: null }, isForPeople ? linesForPeople(lines.write) : lines);
  return {
    debug: (message, fields: LogFields = {}) => logger.debug(fields, message),
    info: (message, fields: LogFields = {}) => logger.info(fields, message),
    warn: (message, fields: LogFields = {}) => logger.warn(fields, message),
    error: (message, cause, fields: LogFields = {}) => logger.error({ ...fields, err: cause }, message),
  };
}

function linesForPeople(write: (line: string) => void) {
  const format = pretty.prettyFactory({
    colorize: false,
    translateTime: "SYS:HH:MM:ss",
    hideObject: true,
    messageFormat: sentenceOf,
  });
  return { write: (line: string) => write(format(JSON.parse(line))) };
}

// What JSON.parse gives back of an entry; `err` is pino's rendering of a cause.
interface Entry {
  readonly msg?: string;
  readonly err?: { readonly stack?: string; readonly message?: string };
  readonly [field: string]: unknown;
}

/** `a source could not be polled · source nhk · failures 1 · next try 2026-11-23 12:21 UTC`. */
function sentenceOf({ level, time, msg, err, ...fields }: Entry): string {
  const details = Object.entries(fields).map(([name, value]) => `${wordsOf(name)} ${readable(value)}`);
  const cause = err === undefined ? "" : `\n${err.stack ?? err.message ?? ""}`;
  return [msg ?? "", ...details].join(" · ") + cause;
}

const wordsOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d\.\d{3}Z$/;

const readable = (value: unknown): string => String(value).replace(instant, "$1 $2 UTC");
