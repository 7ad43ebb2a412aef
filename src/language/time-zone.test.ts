import { expect, it } from "vitest";
import { UserError } from "../records/errors.ts";
import { isTimeZone, readTimeZone } from "./time-zone.ts";

it("IANA names are time zones; offsets and inventions are not", () => {
  expect(["Asia/Taipei", "europe/london", "UTC"].every(isTimeZone)).toBe(true);
  expect(["+08:00", "Mars/Olympus", "", "Taipei"].some(isTimeZone)).toBe(false);
});

it("a zone typed in lower case or full width is kept under its own name", () => {
  expect(readTimeZone(" asia／tokyo ")).toBe("Asia/Tokyo");
  expect(() => readTimeZone("Taipei")).toThrow(UserError);
});
