import { expect, it } from "vitest";
import { createLog } from "./log.ts";

function written(isForPeople: boolean, level: "debug" | "info" | "silent" = "info") {
  const lines: string[] = [];
  const log = createLog({ level, secrets: ["s3cret-token"], isForPeople, write: (line) => lines.push(line) });
  return { log, lines };
}

it.each([true, false])("a secret is blotted out of messages, fields and causes (for people: %s)", (isForPeople) => {
  const { log, lines } = written(isForPeople);
  log.info("refused s3cret-token", { url: "https://x/?key=s3cret-token" });
  log.error("failed", new Error("Bearer s3cret-token", { cause: new Error("s3cret-token") }));
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.join("")).not.toContain("s3cret-token");
  expect(lines.join("")).toContain("[secret]");
});

it("a machine reads one JSON object a line, with the fields beside the message", () => {
  const { log, lines } = written(false);
  log.warn("a source could not be polled", { source: "cna", failures: 2 });
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: "a source could not be polled", source: "cna", failures: 2 });
});

it("a person reads the time, the level and the message on one line", () => {
  const { log, lines } = written(true);
  log.warn("a source could not be polled", { source: "cna" });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: a source could not be polled .*cna/);
});

it("what lies below the level is not written", () => {
  const { log, lines } = written(false, "silent");
  log.error("nobody hears this", new Error("fault"));
  expect(lines).toEqual([]);
});
