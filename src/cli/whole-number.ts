// Reads an option that must be a whole number.
import { InvalidArgumentError } from "commander";

/** A reader for commander: the number, or a usage error that says the range. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  };
