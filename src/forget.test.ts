import { afterEach, beforeEach, expect, it } from "vitest";
import { fakeClock } from "../test/fakes/clock.ts";
import { silentLog } from "../test/fakes/log.ts";
import { openStore } from "./adapters/stores/open-store.ts";
import { forgetParted } from "./forget.ts";
import type { Store } from "./ports/store.ts";

const startAt = Date.UTC(2026, 10, 23, 1);
const dayMs = 24 * 3_600_000;

let store: Store;
let clock: ReturnType<typeof fakeClock>;

beforeEach(async () => {
  store = await openStore("sqlite::memory:");
  clock = fakeClock(startAt);
});

afterEach(() => store.close());

const forget = (stopSignal?: AbortSignal) =>
  forgetParted({ store, clock, log: silentLog, ...(stopSignal && { stopSignal }) });

async function part(address: string): Promise<void> {
  await store.saveChannel({ id: `line:${address}`, platform: "line", address, locale: "zh-TW" });
  await store.noteParting(`line:${address}`, clock.now());
}

it("whoever blocked the bot is forgotten after thirty days, not before", async () => {
  await part("U1");
  clock.advance(30 * dayMs);
  expect(await forget()).toBe(0);
  expect(await store.findChannel("line:U1")).not.toBeNull();
  clock.advance(1);
  expect(await forget()).toBe(1);
  expect(await store.findChannel("line:U1")).toBeNull();
  expect(await forget()).toBe(0);
});

it("whoever came back in time is remembered", async () => {
  await part("U1");
  clock.advance(29 * dayMs);
  await store.noteReturn("line:U1");
  clock.advance(30 * dayMs);
  expect(await forget()).toBe(0);
});

it("any number is forgotten, and nobody once the desk is to stop", async () => {
  for (let index = 0; index < 250; index += 1) await part(`U${index}`);
  clock.advance(31 * dayMs);
  expect(await forget(AbortSignal.abort())).toBe(0);
  expect(await forget()).toBe(250);
});
