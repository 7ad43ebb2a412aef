// Two minutes of kills: `npm run endurance -- workers`, where a PostgreSQL answers. `LEDE_KILL_SEED` picks other moments.
import { expect, it } from "vitest";
import { findPostgres } from "../fakes/postgres-server.ts";
import { killWorkers } from "../journeys/workers.ts";

const server = await findPostgres();

it.skipIf(server === null)(
  "six workers that are killed at random for two minutes lose nothing and send nothing twice",
  async () => {
    const seed = Number(process.env.LEDE_KILL_SEED ?? 1);
    const report = await killWorkers(server ?? "", {
      durationMs: 120_000,
      leastKills: 20,
      killEveryMs: 2500,
      leaseSeconds: 60,
      seed,
    });
    process.stdout.write(`${JSON.stringify(report)}\n`);
    expect(Object.values(report.kills).reduce((sum, one) => sum + one)).toBeGreaterThan(30);
  },
);
