import { expect, it } from "vitest";
import { createLog, type LogOptions } from "./log.ts";

function logged(options: Partial<LogOptions>, write: (log: ReturnType<typeof createLog>) => void): string {
  let written = "";
  const keep = (line: string) => {
    written += line;
  };
  write(createLog({ level: "info", secrets: [], isForPeople: false, write: keep, ...options }));
  return written;
}

const problem = {
  source: "harbour",
  problem: "https://harbour.example has no address",
  nextTry: "2026-11-23T12:21:57.769Z",
};

it("a person reads one line a message, its fields in words", () => {
  const text = logged({ isForPeople: true }, (log) => log.warn("a source could not be polled", problem));
  expect(text).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: a source could not be polled · source harbour · problem https/);
  expect(text).toMatch(/ · next try 2026-11-23 12:21 UTC\n$/);
  expect(text.split("\n")).toHaveLength(2);
});

it("a machine reads one JSON object a message", () => {
  const text = logged({}, (log) => log.warn("a source could not be polled", problem));
  expect(JSON.parse(text)).toMatchObject({ ...problem, level: 40, msg: "a source could not be polled" });
});

it.each([true, false])("the cause of a fault is written with its stack (for people: %s)", (isForPeople) => {
  const text = logged({ isForPeople }, (log) => log.error("a loop failed", new TypeError("no such table")));
  expect(text).toContain("TypeError: no such table");
  expect(text).toContain("log.test.ts");
});

it.each([true, false])("a secret is blotted out wherever it turns up (for people: %s)", (isForPeople) => {
  const text = logged({ isForPeople, secrets: ["tok-en"] }, (log) =>
    log.error("refused: tok-en", new Error("Bot tok-en"), { header: "Bearer tok-en" }),
  );
  expect(text).not.toContain("tok-en");
  expect(text).toContain("[secret]");
});

it("what is below the level is left out", () => {
  expect(logged({ level: "warn" }, (log) => log.info("polled"))).toBe("");
});
