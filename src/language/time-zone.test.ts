import { expect, it } from "vitest";
import { UserError } from "../records/errors.ts";
import { isTimeZone, readTimeZone, startOfDay } from "./time-zone.ts";

it("IANA names are time zones; offsets and inventions are not", () => {
  expect(["Asia/Taipei", "europe/london", "UTC"].every(isTimeZone)).toBe(true);
  expect(["+08:00", "Mars/Olympus", "", "Taipei"].some(isTimeZone)).toBe(false);
});

it("a zone typed in lower case or full width is kept under its own name", () => {
  expect(readTimeZone(" asia／tokyo ")).toBe("Asia/Tokyo");
  expect(() => readTimeZone("Taipei")).toThrow(UserError);
});

it("a day begins at the zone's midnight, also on the days that summer time changes", () => {
  expect(new Date(startOfDay(Date.parse("2024-05-01T17:00:00Z"), "Asia/Taipei")).toISOString()).toBe(
    "2024-05-01T16:00:00.000Z",
  );
  expect(new Date(startOfDay(Date.parse("2024-03-31T20:00:00Z"), "Europe/Berlin")).toISOString()).toBe(
    "2024-03-30T23:00:00.000Z",
  );
  // Kathmandu is 5 h 45 min ahead.
  expect(new Date(startOfDay(Date.parse("2024-05-01T17:59:00Z"), "Asia/Kathmandu")).toISOString()).toBe(
    "2024-04-30T18:15:00.000Z",
  );
});

it("where summer time skips midnight, the day begins after the gap", () => {
  expect(new Date(startOfDay(Date.parse("2024-09-08T15:00:00Z"), "America/Santiago")).toISOString()).toBe(
    "2024-09-08T04:00:00.000Z",
  );
});
