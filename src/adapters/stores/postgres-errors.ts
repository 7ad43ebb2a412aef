// PostgreSQL's error codes as StoreErrors that say what to do. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
import { StoreError, type StoreErrorCode } from "../../records/errors.ts";

interface Advice {
  readonly code: StoreErrorCode;
  /** `place`: the address without its password. */
  readonly say: (place: string) => string;
}

const unreachable: Advice = {
  code: "store-unreachable",
  say: (place) =>
    `PostgreSQL can't be reached at ${place}. Check that it runs and that DATABASE_URL names its host and port; a running desk goes on by itself once it is back.`,
};
const refused: Advice = {
  code: "store-refused",
  say: (place) => `PostgreSQL at ${place} does not let this user in. Check the user and the password in DATABASE_URL.`,
};
const noRights: Advice = {
  code: "store-read-only",
  say: (place) =>
    `This user may not create or change tables at ${place}. Make it the owner of the database, or grant it ALL on the schema.`,
};
const contended: Advice = {
  code: "store-contended",
  say: (place) => `Other workers kept writing the same rows at ${place}. Try again.`,
};

const advices: ReadonlyMap<string, Advice> = new Map([
  ["28000", refused],
  ["28P01", refused],
  [
    "3D000",
    {
      code: "store-missing",
      say: (place) => `There is no such database at ${place}. Create it (createdb), or name another in DATABASE_URL.`,
    },
  ],
  [
    "3F000",
    { code: "store-missing", say: (place) => `The schema is not there at ${place}. Create it, or name another one.` },
  ],
  ["42501", noRights],
  ["25006", noRights],
  ["40001", contended],
  ["40P01", contended],
  // Two workers wrote the same row, or one refers to what the other removes: whoever tries again sees it.
  ["23505", contended],
  ["23503", contended],
  [
    "53100",
    {
      code: "store-full",
      say: (place) =>
        `The disk of PostgreSQL at ${place} is full: nothing more was written. Make room; a desk then goes on.`,
    },
  ],
  [
    "53300",
    {
      code: "store-unreachable",
      say: (place) =>
        `PostgreSQL at ${place} has no connection left. Raise its max_connections, or run fewer workers; each opens eleven at most.`,
    },
  ],
  ["ECONNREFUSED", unreachable],
  ["ECONNRESET", unreachable],
  ["EHOSTUNREACH", unreachable],
  ["ENOTFOUND", unreachable],
  ["EAI_AGAIN", unreachable],
  ["ETIMEDOUT", unreachable],
  ["EPIPE", unreachable],
  ["ENOENT", unreachable], // No socket.
]);

// Class 08: the connection failed; 57P: the server is being shut down or starts.
const isLost = (code: string): boolean => code.startsWith("08") || code.startsWith("57P");

// What pg says without a code.
const lostMessages = /connection terminated|connection ended|timeout exceeded when trying to connect|not queryable/i;
const lostWhileOpen = /connection terminated unexpectedly|connection ended|not queryable/i;
const passwordMessages = /password must be a string|server requested password/i;

/** The error as a StoreError with its cause; any that does not come from PostgreSQL or the way to it is returned as it is. */
export function postgresError(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  const advice = adviceOf(code, error);
  if (advice !== null) return new StoreError(advice.code, advice.say(place), { cause: error });
  if (code === null || !/^[\dA-Z]{5}$/.test(code)) return error;
  // The cause says which query it was; it may hold texts of users, so it stays out of the message.
  return new StoreError("store-failed", `PostgreSQL at ${place} refused a query (code ${code}).`, { cause: error });
}

/** Whether the error says that an open connection was lost; nobody knows then whether the query was carried out. */
export const isLostConnection = (error: unknown): boolean =>
  error instanceof StoreError && error.cause instanceof Error && isLoss(error.cause);

/** Whether the connection was lost before the query: told by the server (57P01) in place of an answer, or known before it was sent. */
export const isNotBegun = (error: unknown): boolean =>
  isLostConnection(error) && error instanceof Error && error.cause instanceof Error && isUnheard(error.cause);

const isUnheard = (cause: Error): boolean =>
  ("code" in cause && cause.code === "57P01") || /not queryable/i.test(cause.message);

function isLoss(cause: Error): boolean {
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return isLost(code) || code === "ECONNRESET" || code === "EPIPE" || lostWhileOpen.test(cause.message);
}

function adviceOf(code: string | null, error: Error): Advice | null {
  if (code !== null && isLost(code)) return unreachable;
  const known = code === null ? undefined : advices.get(code);
  if (known !== undefined) return known;
  if (error instanceof AggregateError && error.errors.length > 0) return unreachable;
  if (lostMessages.test(error.message)) return unreachable;
  return passwordMessages.test(error.message) ? refused : null;
}
