// What the desk tells its operator. Fields never hold secrets or the texts of messages.

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** `cause` is written with its stack; only for faults of the desk itself. */
  error(message: string, cause: unknown, fields?: LogFields): void;
}
