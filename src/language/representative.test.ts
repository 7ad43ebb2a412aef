import { expect, it } from "vitest";
import { representativeOf } from "./representative.ts";

const report = (row: number, bytes: number, isPreferred = false) => ({ row, bytes, isPreferred });
const rowOf = (...reports: readonly ReturnType<typeof report>[]) => representativeOf(reports)?.row;

it("the earliest full report stands for its story", () => {
  expect(rowOf(report(3, 900), report(1, 1000), report(2, 4000))).toBe(2);
  expect(rowOf(report(2, 1800), report(1, 1600), report(3, 9000))).toBe(1);
});

it("a flash gives way to the first report that says more", () => {
  expect(rowOf(report(1, 90), report(2, 700), report(3, 1200))).toBe(2);
});

it("the longest report of a preferred source comes before any other", () => {
  expect(rowOf(report(1, 3000), report(2, 800, true), report(3, 1200, true))).toBe(3);
});

it("a story alone is its own representative, however short", () => {
  expect(rowOf(report(7, 0))).toBe(7);
  expect(rowOf()).toBeUndefined();
});
