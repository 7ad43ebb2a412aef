import { expect, it } from "vitest";
import { UserError } from "../records/errors.ts";
import { describeQuietHours, isQuiet, readQuietHours } from "./quiet-hours.ts";

it.each([
  ["22:00-07:00", "22:00–07:00"],
  ["10pm to 7am", "22:00–07:00"],
  ["晚上10點到早上7點半", "22:00–07:30"],
  ["午後10時〜午前7時", "22:00–07:00"],
  ["밤 10시부터 아침 7시까지", "22:00–07:00"],
  ["２３：３０～６：００", "23:30–06:00"],
])("%s is read as %s", (typed, shown) => {
  expect(describeQuietHours(readQuietHours(typed))).toBe(shown);
});

it.each(["", "night", "22:00", "22:00-22:00", "25:00-07:00", "1-2-3"])("“%s” is no span of time", (typed) => {
  expect(() => readQuietHours(typed)).toThrow(UserError);
});

it("a night is quiet on both sides of midnight, from its first minute to the one before its last", () => {
  const night = { from: 22 * 60, until: 7 * 60 };
  const at = (time: string) => isQuiet(night, "Asia/Taipei", Date.parse(`2026-11-23T${time}+08:00`));
  expect(["21:59", "22:00", "00:00", "06:59", "07:00"].map(at)).toEqual([false, true, true, true, false]);
  const noon = { from: 12 * 60, until: 13 * 60 };
  expect(isQuiet(noon, "Asia/Taipei", Date.parse("2026-11-23T04:30:00Z"))).toBe(true);
  expect(isQuiet(noon, "Asia/Tokyo", Date.parse("2026-11-23T04:30:00Z"))).toBe(false);
});
