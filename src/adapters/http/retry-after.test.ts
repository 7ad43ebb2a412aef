import { describe, expect, it } from "vitest";
import { readRetryAfter } from "./retry-after.ts";

const now = Date.UTC(2026, 10, 23, 8, 0, 0);

describe("Retry-After", () => {
  it("counts seconds", () => {
    expect(readRetryAfter("120", now)).toBe(120_000);
  });

  it("counts to an HTTP date", () => {
    expect(readRetryAfter("Mon, 23 Nov 2026 08:05:00 GMT", now)).toBe(300_000);
  });

  it("is no wait at all when the date is past", () => {
    expect(readRetryAfter("Mon, 23 Nov 2026 07:00:00 GMT", now)).toBe(0);
  });

  it.each([null, "", "soon", "-5", "1.5", "12 monkeys", "9".repeat(40)])("is ignored when it says %s", (header) => {
    expect(readRetryAfter(header, now)).toBeUndefined();
  });
});
