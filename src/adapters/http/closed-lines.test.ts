import { expect, it } from "vitest";
import { FetchError } from "../../records/errors.ts";
import { createClosedLines } from "./closed-lines.ts";

const minute = 60_000;
const feed = new URL("https://feeds.harbour.example/world");
const page = new URL("https://www.harbour.example/a/1");

const answered = (status: number, retryAfterMs?: number): FetchError =>
  new FetchError("http-status", "answered", { status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });

function linesAt(start: number) {
  let now = start;
  const lines = createClosedLines(() => now);
  const wait = (ms: number): void => {
    now += ms;
  };
  return { ...lines, wait };
}

it("a site that wants to be left alone is, on all of its hosts and for as long as it said", () => {
  const lines = linesAt(0);
  lines.note(feed, answered(429, 10 * minute));
  lines.wait(4 * minute);
  expect(() => lines.check(page)).toThrow(
    expect.objectContaining({ code: "http-status", status: 429, retryAfterMs: 6 * minute }),
  );
  expect(() => lines.check(page)).toThrow("harbour.example wants us to come less often");
  expect(() => lines.check(new URL("https://other.example/"))).not.toThrow();
  lines.wait(6 * minute);
  expect(() => lines.check(page)).not.toThrow();
});

it("no site is left alone for longer than an hour because of one of its pages", () => {
  const lines = linesAt(0);
  lines.note(feed, answered(429, 30 * 24 * 60 * minute));
  lines.wait(60 * minute);
  expect(() => lines.check(page)).not.toThrow();
});

it.each([
  ["is down for a while", answered(503, minute)],
  ["names no time", answered(429)],
  ["means at once", answered(429, 0)],
])("a site that %s stays open to its other sources", (_, failure) => {
  const lines = linesAt(0);
  lines.note(feed, failure);
  expect(() => lines.check(page)).not.toThrow();
});
