import { expect, it } from "vitest";
import { fakeClock } from "../test/fakes/clock.ts";
import { rememberingLog, silentLog } from "../test/fakes/log.ts";
import { openLeases } from "./leases.ts";
import type { HeldWork } from "./ports/worker-store.ts";

const clock = fakeClock(1000);
const leaseMs = 60_000;

it("what is under way is renewed, and what was let go is not", async () => {
  const renewed: HeldWork[] = [];
  const store = { renewLeases: async (work: HeldWork) => void renewed.push(work) };
  const leases = openLeases({ store, clock, log: silentLog, leaseMs });
  await leases.renew();
  const letGo = leases.keep("source", "cna");
  leases.keep("delivery", "d1");
  await leases.renew();
  letGo();
  await leases.renew();
  await leases.close();
  expect(renewed).toEqual([
    { sourceIds: ["cna"], deliveryIds: ["d1"] },
    { sourceIds: [], deliveryIds: ["d1"] },
  ]);
});

it("a renewal that fails is told, and costs no work", async () => {
  const log = rememberingLog();
  const store = { renewLeases: () => Promise.reject(new Error("PostgreSQL can't be reached")) };
  const leases = openLeases({ store, clock, log, leaseMs });
  leases.keep("source", "cna");
  await leases.renew();
  await leases.close();
  expect(log.lines.join()).toContain("leases could not be renewed");
});
