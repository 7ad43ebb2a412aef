import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Store } from "../../ports/store.ts";
import { openStore } from "./open-store.ts";

let folder: string;
let one: Store;
let other: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lede-serving-"));
  const address = `sqlite:${join(folder, "lede.db")}`;
  [one, other] = [await openStore(address), await openStore(address)];
});

afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  await rm(folder, { recursive: true });
});

it("one store of a file may serve it, and another once that is closed", async () => {
  expect(await one.holdDuty("serve")).not.toBeNull();
  expect(await other.holdDuty("serve")).toBeNull();
  await one.close();
  expect(await other.holdDuty("serve")).not.toBeNull();
  one = other;
});

it("the right to serve is kept though nobody refers to it", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  await one.holdDuty("serve");
  // Twice, with a turn between: what is finalized by the first is given back in between.
  for (let round = 0; round < 2; round += 1) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await other.holdDuty("serve")).toBeNull();
});
