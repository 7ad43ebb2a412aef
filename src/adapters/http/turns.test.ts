import { expect, it } from "vitest";
import { createTurns, lineOf } from "./turns.ts";

it.each([
  ["https://feeds.bbc.co.uk/a", "bbc.co.uk"],
  ["https://www.bbc.co.uk/b", "bbc.co.uk"],
  ["https://news.ltn.com.tw/rss", "ltn.com.tw"],
  ["http://127.0.0.1:8080/feed", "127.0.0.1:8080"],
  ["http://[::1]:8080/feed", "[::1]:8080"],
  ["http://localhost:3000/feed", "localhost:3000"],
])("a request for %s waits in the line of %s", (address, line) => {
  expect(lineOf(new URL(address))).toBe(line);
});

it("hosts that end alike are not taken for one publisher's", () => {
  expect(lineOf(new URL("https://a.com.tw/"))).not.toBe(lineOf(new URL("https://b.com.tw/")));
});

it("work of one line runs one at a time in order, beside that of another, and goes on after a failure", async () => {
  const takeTurn = createTurns();
  const steps: string[] = [];
  const open = Promise.withResolvers<void>();
  const first = takeTurn("a", async () => {
    await open.promise;
    steps.push("a1");
    throw new Error("broken off");
  });
  const second = takeTurn("a", async () => void steps.push("a2"));
  await takeTurn("b", async () => void steps.push("b1"));
  open.resolve();
  await expect(first).rejects.toThrow("broken off");
  await second;
  expect(steps).toEqual(["b1", "a1", "a2"]);
});
