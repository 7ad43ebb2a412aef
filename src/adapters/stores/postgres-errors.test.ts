import { expect, it } from "vitest";
import { postgresError } from "./postgres-errors.ts";

const place = "postgres://lede@localhost/lede";
const coded = (code: string) => Object.assign(new Error("as the server says it, with a text of somebody"), { code });

it.each([
  ["28P01", "store-refused", /user and the password/],
  ["28000", "store-refused", /does not let this user in/],
  ["3D000", "store-missing", /createdb/],
  ["42501", "store-read-only", /owner/],
  ["53100", "store-full", /Make room/],
  ["53300", "store-unreachable", /max_connections/],
  ["57P01", "store-unreachable", /goes on by itself/],
  ["ECONNREFUSED", "store-unreachable", /Check that it runs/],
  ["40P01", "store-contended", /Try again/],
  ["XX000", "store-failed", /XX000/],
])("the code %s is told as %s, with what to do and nothing of a query", (code, told, advice) => {
  const error = postgresError(coded(code), place);
  expect(error).toMatchObject({ code: told, message: expect.stringMatching(advice) });
  expect((error as Error).message).toContain(place);
  expect((error as Error).message).not.toContain("somebody");
});

it("what does not come from the database stays as it is", () => {
  const fault = new TypeError("a fault of ours");
  expect(postgresError(fault, place)).toBe(fault);
});
