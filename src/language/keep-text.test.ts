import { expect, it } from "vitest";
import { keepText, readKeep } from "./keep-text.ts";

it.each([
  ["90d", { by: "age", days: 90 }],
  [" 7 D ", { by: "age", days: 7 }],
  ["5000 articles", { by: "articles", articles: 5000 }],
  ["1 article", { by: "articles", articles: 1 }],
  ["200 MB", { by: "size", megabytes: 200 }],
  ["200mb", { by: "size", megabytes: 200 }],
  ["All", { by: "nothing" }],
])("%j is read, and written so that it is read again", (text, keep) => {
  const read = readKeep(text);
  expect(read).toEqual(keep);
  expect(read && readKeep(keepText(read))).toEqual(keep);
});

it.each(["", "6d", "0 articles", "90", "d", "-1d", "90 days", "1.5d", "1e9d", "9999999999d"])(
  "%j is refused",
  (text) => {
    expect(readKeep(text)).toBeNull();
  },
);
