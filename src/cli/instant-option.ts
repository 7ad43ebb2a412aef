// Reads an option that must be a time.
import { InvalidArgumentError } from "commander";

/** A reader for commander: epoch milliseconds of an ISO 8601 time with its zone, or of `now`; else a usage error with an example. */
export const instantOption =
  (now: () => number) =>
  (text: string): number => {
    if (text === "now") return now();
    const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(at) || at > now())
      throw new InvalidArgumentError("Expected a past time with its zone, such as 2026-11-26T15:00+08:00, or now.");
    return at;
  };
