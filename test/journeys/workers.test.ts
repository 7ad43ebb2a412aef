// A few seconds of what endurance/workers.endurance.ts has two minutes of.
import { expect, it } from "vitest";
import { findPostgres } from "../fakes/postgres-server.ts";
import { killWorkers } from "./workers.ts";

const server = await findPostgres();
const title =
  "six workers of which one after the other is killed deliver everything once (left out where no PostgreSQL answers)";

it.skipIf(server === null)(title, { timeout: 900_000 }, async () => {
  const { kills } = await killWorkers(server ?? "", {
    durationMs: 12_000,
    leastKills: 4,
    killEveryMs: 1500,
    leaseSeconds: 3,
    seed: 7,
  });
  expect(Object.values(kills).reduce((sum, one) => sum + one)).toBeGreaterThan(3);
});
