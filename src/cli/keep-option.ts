// Reads an option that says how much is kept.
import { InvalidArgumentError } from "commander";
import { keepExpected, readKeep } from "../language/keep-text.ts";
import type { Keep } from "../records/keep.ts";

/** A reader for commander: the limit, or a usage error that says what there is. */
export function keepOption(text: string): Keep {
  const keep = readKeep(text);
  if (keep === null) throw new InvalidArgumentError(`Expected ${keepExpected}.`);
  return keep;
}
