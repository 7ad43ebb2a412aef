import { expect, it } from "vitest";
import { writeTogether } from "./write-together.ts";

const longMs = 3_600_000;

/** Writes that end when they are let go; `written`: what each was given. */
function aDisk() {
  const written: (readonly string[])[] = [];
  const gate = Promise.withResolvers<void>();
  const write = async (items: readonly string[]) => {
    written.push(items);
    await gate.promise;
    if (items.includes("broken")) throw new Error("broken can't be written");
    return items.map((item) => item.toUpperCase());
  };
  return {
    written,
    all: write,
    one: async (item: string) => (await write([item]))[0] ?? "",
    letGo: () => gate.resolve(),
  };
}

it("one that comes alone is written at once, and what comes meanwhile in one writing after it", async () => {
  const disk = aDisk();
  const together = writeTogether({ ...disk, pauseMs: 1 });
  const results = ["a", "b", "c"].map((item) => together.add(item));
  expect(disk.written).toEqual([["a"]]);
  disk.letGo();
  expect(await Promise.all(results)).toEqual(["A", "B", "C"]);
  expect(disk.written).toEqual([["a"], ["b", "c"]]);
});

it("what comes soon after a writing waits for company, until it is asked to wait no longer", async () => {
  const disk = aDisk();
  const together = writeTogether({ ...disk, pauseMs: longMs });
  disk.letGo();
  await together.add("a");
  await together.flush();
  const results = [together.add("b"), together.add("c")];
  expect(disk.written).toEqual([["a"]]);
  await together.flush();
  expect(await Promise.all(results)).toEqual(["B", "C"]);
  expect(disk.written).toEqual([["a"], ["b", "c"]]);
});

it("all is written when flushing ends, what came while another writing was under way, too", async () => {
  const disk = aDisk();
  const together = writeTogether({ ...disk, pauseMs: longMs });
  const results = [together.add("a"), together.add("b")];
  const flushed = together.flush();
  disk.letGo();
  await flushed;
  expect(disk.written).toEqual([["a"], ["b"]]);
  expect(await Promise.all(results)).toEqual(["A", "B"]);
});

it("of what can't be written together each is written alone, and the fault is told of its own only", async () => {
  const disk = aDisk();
  const together = writeTogether({ ...disk, pauseMs: 1 });
  const results = ["a", "b", "broken", "c"].map((item) => together.add(item));
  disk.letGo();
  expect(await Promise.allSettled(results)).toMatchObject([
    { value: "A" },
    { value: "B" },
    { reason: { message: "broken can't be written" } },
    { value: "C" },
  ]);
  expect(disk.written).toEqual([["a"], ["b", "broken", "c"], ["b"], ["broken"], ["c"]]);
});
