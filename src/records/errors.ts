// The errors that cross a border between parts. Each says what happened and what to do next; secrets and message texts never enter one.

import type { Localized } from "./channel.ts";

/** Root of Lede's own errors: `code` is stable and for programs, the message is for people. */
export class LedeError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** A setting, a sources file or a command line is wrong: the operator can mend it. `problems` has one sentence each. */
export class SettingsError extends LedeError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super("settings", problems.join("\n"), options);
    this.problems = problems;
  }
}

/** What a user asked can't be done as asked: the only error whose text a chat ever shows. Every text says what to do instead. */
export class UserError extends LedeError {
  readonly texts: Localized;

  constructor(code: string, texts: Localized, options?: ErrorOptions) {
    super(code, texts.en, options);
    this.texts = texts;
  }
}

/** A source's answer can't be had: refused address, time-out, too large, an HTTP error. */
export class FetchError extends LedeError {
  /** Milliseconds the server asked us to wait (Retry-After), when it did. */
  readonly retryAfterMs: number | undefined;
  /** The HTTP status, when there was an answer with one. */
  readonly status: number | undefined;

  constructor(code: FetchErrorCode, message: string, options?: FetchErrorOptions) {
    super(code, message, options);
    this.retryAfterMs = options?.retryAfterMs;
    this.status = options?.status;
  }
}

type FetchErrorOptions = ErrorOptions & { readonly retryAfterMs?: number; readonly status?: number };

export type FetchErrorCode =
  | "address-refused"
  | "bad-url"
  | "connection"
  | "http-status"
  | "redirects"
  | "robots"
  | "timeout"
  | "too-large"
  | "decoding";

/** A body that can't be read as what it should be. */
export class ParseError extends LedeError {
  constructor(message: string, options?: ErrorOptions) {
    super("parse", message, options);
  }
}

/** The archive can't be opened or written: a full disk, a newer version, no permission. */
export class StoreError extends LedeError {
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}

export type StoreErrorCode =
  | "store-newer"
  | "store-exists"
  | "store-full"
  | "store-locked"
  | "store-read-only"
  | "store-unreadable"
  | "store-failed"
  | "store-unreachable"
  | "store-refused"
  | "store-missing"
  | "store-contended"
  | "store-too-old"
  | "store-unfinished"
  | "store-differs";
