import { expect, it } from "vitest";
import { readMaxAge } from "./cache-control.ts";

it.each([
  ["max-age=600", 600_000],
  ["public, Max-Age=60, must-revalidate", 60_000],
  ['private, max-age="5"', 5000],
  ["no-cache, max-age=600", 0],
  ["no-store", 0],
  ["s-maxage=600", null],
  ["max-age=-1", null],
  ["max-age=99999999999999999999", null],
  ["", null],
])("an answer with Cache-Control: %s stays fresh for %s ms", (header, freshMs) => {
  expect(readMaxAge(header)).toBe(freshMs);
});

it("an answer without Cache-Control says nothing of it", () => {
  expect(readMaxAge(null)).toBeNull();
});
